package dev.carddelivery.domain.order;

import java.util.UUID;

/**
 * The name of one wish or report, the same over all its repetitions. The events it causes keep it, so that a repeated
 * one finds itself in the order's history.
 *
 * @param value the name
 * @param fingerprint a digest of what was asked, empty where the name alone says it; the same name with another
 *     fingerprint is a key used for two different things
 */
public record CommandId(UUID value, String fingerprint) {

    /** A command whose name alone says what it asks. */
    public CommandId(UUID value) {
        this(value, "");
    }
}
