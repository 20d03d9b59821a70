package dev.carddelivery.adapters.jdbc;

import io.vavr.control.Option;
import java.time.Instant;

/**
 * A request that its partner has not finished.
 *
 * @param mail what is asked
 * @param asked how often it was asked for and begun, from 1
 * @param progress how far the partner has come with it this time
 * @param due when the partner wants to do the next step
 * @param behaviour how the partner was told to behave for this order, as JSON; none where nobody said anything
 */
public record PendingMail(Mail mail, int asked, Progress progress, Instant due, Option<String> behaviour) {

    /**
     * How far a partner has come.
     *
     * @param step the next step, from 0; the partner's own count
     * @param rejected whether it has decided not to do what is asked; it says so whenever it is asked again
     * @param heldBack a step whose report is told only after the next one
     */
    public record Progress(int step, boolean rejected, Option<Integer> heldBack) {

        /** How far it is when it has not begun. */
        public static final Progress NONE = new Progress(0, false, Option.none());
    }
}
