package dev.carddelivery.bootstrap;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Turns the signals that end a process (SIGINT, SIGTERM) into an interrupt, so that work is ended by who began it. */
final class Signals {

    /** How long the work may take to end, in seconds. */
    private static final long PATIENCE = 60;

    private static volatile boolean received;

    private Signals() {}

    /** Whether the process is to end, or is ending. */
    static boolean received() {
        return received;
    }

    /** Does the work in this thread. A signal interrupts it, and the process ends when the work has ended. */
    static int interruptingThisThread(IntSupplier work) {
        var worker = Thread.currentThread();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruptAndWait(worker, ended), "signals"));
        try {
            return work.getAsInt();
        } finally {
            ended.countDown();
        }
    }

    private static void interruptAndWait(Thread worker, CountDownLatch ended) {
        received = true;
        worker.interrupt();
        try {
            if (!ended.await(PATIENCE, TimeUnit.SECONDS)) {
                System.err.println("Not everything could be closed within " + PATIENCE + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
