package dev.carddelivery.application.port;

/** The place where things are kept does not answer in time. The same request can be repeated later, without harm. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreUnavailable(String message) {
        super(message);
    }
}
