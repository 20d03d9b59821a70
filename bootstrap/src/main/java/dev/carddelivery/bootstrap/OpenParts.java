package dev.carddelivery.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Parts that must be closed in the reverse order in which they were opened; one that fails does not keep the others.
 */
final class OpenParts implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(OpenParts.class.getName());

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() { // throws nothing: each part's failure is logged
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, part.getClass().getSimpleName() + " did not close", e);
        }
    }
}
