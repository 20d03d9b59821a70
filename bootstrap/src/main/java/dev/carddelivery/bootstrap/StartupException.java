package dev.carddelivery.bootstrap;

import io.vavr.collection.Stream;
import io.vavr.control.Option;
import java.io.Serial;
import java.util.Objects;

/**
 * The program cannot do its work for a reason that a person can remove. The message says what is wrong, where, and what
 * to do about it; it is shown as it is, without a stack trace.
 */
public final class StartupException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, where, and what to do */
    public StartupException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, where, and what to do
     * @param cause what was caught, for those who debug
     */
    public StartupException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The innermost exception of a kind: libraries wrap the one that tells a person what is wrong. */
    static <T extends Throwable> Option<T> innermost(Class<T> kind, Throwable caught) {
        return Stream.<Throwable>iterate(caught, Throwable::getCause)
                .takeUntil(Objects::isNull)
                .filter(kind::isInstance)
                .map(kind::cast)
                .lastOption();
    }
}
