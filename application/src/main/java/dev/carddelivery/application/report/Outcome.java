package dev.carddelivery.application.report;

import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import java.util.UUID;

/** What became of a message that came in. In each case the sender is done with it. */
public sealed interface Outcome {

    /** The order has moved, or had moved when the same report came before. */
    record Applied() implements Outcome {}

    /** It is in the order's history, and changed nothing. */
    record Noted(ReportNoted.Reason reason) implements Outcome {}

    /** It came too early and waits for its order. */
    record Parked() implements Outcome {}

    /** It could not be applied and waits for a person. */
    record LaidAside(UUID deadLetter, DeadLetter.Reason reason, String detail) implements Outcome {}
}
