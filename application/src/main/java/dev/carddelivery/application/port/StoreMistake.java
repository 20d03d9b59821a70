package dev.carddelivery.application.port;

/**
 * The place where things are kept cannot do what this program asks of it, whoever asks: a table is missing, a right was
 * taken away. It is nobody's order that is to blame, and a person has to mend it.
 */
public final class StoreMistake extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public StoreMistake(String message, Throwable cause) {
        super(message, cause);
    }
}
