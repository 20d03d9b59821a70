package dev.carddelivery.application.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * One time that a delivery was sent.
 *
 * @param at when, by our clock
 * @param took how long until the end was known
 * @param result how it ended
 */
public record WebhookAttempt(Instant at, Duration took, Result result) {

    /** How an attempt ended. */
    public sealed interface Result {

        /** Whether the subscriber has taken the message. */
        default boolean isDelivered() {
            return this instanceof Answered(int status) && status >= 200 && status < 300;
        }

        /** Whether the subscriber says that there is nobody any more. */
        default boolean isGone() {
            return this instanceof Answered(int status) && status == 410;
        }

        /** Whether it may be the subscriber that is in trouble, and not this one message. */
        default boolean isTrouble() {
            return !(this instanceof Answered(int status)) || status >= 500 || status == 429;
        }
    }

    /** The subscriber's server has answered with this HTTP status. */
    public record Answered(int status) implements Result {}

    /** There was no answer. */
    public record Unanswered(Fault fault) implements Result {}

    /** Why there was no answer. */
    public enum Fault {
        /** The URL is none that is sent to. */
        URL_REFUSED,
        /** The URL's name leads to nowhere. */
        UNKNOWN_HOST,
        /** The URL's name leads to an address that is not sent to. */
        ADDRESS_REFUSED,
        /** Nobody listens there, or the connection broke. */
        CONNECTION,
        /** The server could not show that it is the one that the URL names. */
        TLS,
        /** It took too long. */
        TIMEOUT,
        /** What came was no HTTP. */
        NOT_HTTP
    }
}
