package dev.carddelivery.application.report;

import io.vavr.control.Either;
import io.vavr.control.Option;

/** Understands the partners' messages. */
@FunctionalInterface
public interface ReportReader {

    /** The report that {@code message} holds, or why nobody can tell. Total: no bytes make it throw. */
    Either<Unreadable, IncomingReport> read(ReceivedMessage message);

    /**
     * Why a message cannot be understood.
     *
     * @param reason the kind of fault
     * @param detail what is wrong, where, for a person; holds no value from the message that may be secret
     * @param subject what the message says it is about, as far as that can be read: an order's id in most cases
     */
    record Unreadable(DeadLetter.Reason reason, String detail, Option<String> subject) {}
}
