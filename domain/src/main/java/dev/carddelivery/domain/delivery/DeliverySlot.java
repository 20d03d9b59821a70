package dev.carddelivery.domain.delivery;

import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When the customer would like to be visited, in the local time of the address. A wish, handed on to the courier.
 *
 * @param date the day
 * @param from the earliest time
 * @param to the latest time, after {@code from}
 */
public record DeliverySlot(LocalDate date, LocalTime from, LocalTime to) {

    public DeliverySlot {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("slot-order");
        }
    }

    /** Builds a slot, or answers {@code slot-order} when it ends before it begins. */
    public static Validation<Seq<Violation>, DeliverySlot> of(LocalDate date, LocalTime from, LocalTime to) {
        return from.isBefore(to)
                ? Validation.valid(new DeliverySlot(date, from, to))
                : Validation.invalid(List.of(Violation.of("slot-order").under("to")));
    }
}
