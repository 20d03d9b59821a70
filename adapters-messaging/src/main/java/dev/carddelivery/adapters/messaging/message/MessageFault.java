package dev.carddelivery.adapters.messaging.message;

import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.ReportReader.Unreadable;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.control.Option;

/** Ends the reading of a message: why it cannot be understood. Its text repeats nothing of what the message holds. */
final class MessageFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DeadLetter.Reason reason;

    private MessageFault(DeadLetter.Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    static MessageFault of(DeadLetter.Reason reason, String detail) {
        return new MessageFault(reason, detail);
    }

    static MessageFault malformed(String detail) {
        return of(DeadLetter.Reason.MALFORMED, detail);
    }

    static MessageFault invalid(String detail) {
        return of(DeadLetter.Reason.INVALID, detail);
    }

    static MessageFault cardNumber(String where) {
        return of(DeadLetter.Reason.CARD_NUMBER, where + " holds what looks like a card number");
    }

    Unreadable about(Option<OrderId> order) {
        return new Unreadable(
                reason, String.valueOf(getMessage()), order.map(id -> id.value().toString()));
    }
}
