package dev.carddelivery.application.process;

import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.report.DeadLetter;
import io.vavr.collection.Seq;
import java.time.Duration;

/**
 * Gives copies of dead letters to those who have no access to them here, whichever way a message came and whenever it
 * was laid aside. A copy may come more than once, and none is left out.
 */
public final class DeadLetterCopies implements Worker.Step {

    /** Few, since nobody waits for them and each has its message with it. */
    static final int AT_ONCE = 20;

    private final DeadLetters letters;
    private final Receiver receiver;
    private final Duration pause;

    /** Whoever gets the copies. */
    @FunctionalInterface
    public interface Receiver {

        /**
         * Takes copies, and has them for good when this returns.
         *
         * @throws dev.carddelivery.application.port.StoreUnavailable when some may not have been taken, and all have to
         *     come again
         */
        void accept(Seq<DeadLetter> letters);
    }

    /**
     * The work of copying.
     *
     * @param receiver who has no access here
     * @param pause how long to wait between two looks
     */
    public DeadLetterCopies(DeadLetters letters, Receiver receiver, Duration pause) {
        this.letters = letters;
        this.receiver = receiver;
        this.pause = pause;
    }

    @Override
    public Duration run() {
        Seq<DeadLetter> next = letters.uncopied(AT_ONCE);
        if (next.nonEmpty()) {
            receiver.accept(next);
            next.forEach(letters::copied);
        }
        return next.size() < AT_ONCE ? pause : Duration.ZERO;
    }
}
