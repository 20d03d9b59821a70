package dev.carddelivery.application.process;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Consumer;

/** Does the same to several things at the same time, so that what they write can be committed together. */
public final class SideBySide {

    private SideBySide() {}

    /**
     * Gives each item to {@code work} in a virtual thread of its own, and waits for all of them. An interrupt does not
     * reach them, since it would break the connections they use; it is kept for the caller.
     *
     * @param work must not throw
     */
    public static <T> void forEach(Seq<T> items, Consumer<T> work) {
        // Of a lazy sequence one thread after the other would be started and waited for.
        Vector<Thread> threads = items.toVector().map(item -> Thread.startVirtualThread(() -> work.accept(item)));
        boolean interrupted = false;
        for (Thread thread : threads) {
            interrupted |= joinInterrupted(thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean joinInterrupted(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
