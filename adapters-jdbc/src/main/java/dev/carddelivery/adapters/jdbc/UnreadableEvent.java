package dev.carddelivery.adapters.jdbc;

/**
 * A stored event that this program cannot read: it is of an unknown kind or version, or its data are not as they should
 * be. Nothing skips such an event. The message names its kind, never its data.
 */
public final class UnreadableEvent extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message) {
        super(message);
    }
}
