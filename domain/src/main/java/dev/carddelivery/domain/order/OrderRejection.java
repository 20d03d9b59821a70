package dev.carddelivery.domain.order;

import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import java.time.Instant;

/** Why an order does not do what it was asked. Nothing was recorded. */
public sealed interface OrderRejection {

    /** There is no order under this id. */
    record NotPlaced() implements OrderRejection {}

    /** There is already an order under this id. */
    record AlreadyPlaced() implements OrderRejection {}

    /** The content cannot be taken on this day. */
    record InvalidContent(Seq<Violation> violations) implements OrderRejection {}

    /** The cut-off has passed; the card is being made as it was ordered. */
    record NotEditable(Status status) implements OrderRejection {}

    /** The card is in the customer's hands, or the order has ended in another way. */
    record NotCancellable(Status status) implements OrderRejection {}

    /** Only a delivered card can be activated. */
    record NotActivatable(Status status) implements OrderRejection {}

    /** Only a parcel that is under way to the customer can be sent somewhere else. */
    record NotRedirectable(Status status) implements OrderRejection {}

    /** The order has not got to where the report makes sense. The same report can be taken once it has. */
    record TooEarly(Status status) implements OrderRejection {}

    /** Too many wrong proofs; the next one is looked at after {@code until}. */
    record ActivationLocked(Instant until) implements OrderRejection {}
}
