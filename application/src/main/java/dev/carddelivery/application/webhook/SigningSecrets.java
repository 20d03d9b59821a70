package dev.carddelivery.application.webhook;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What a subscriber's messages are signed with.
 *
 * @param current the secret from now on
 * @param retiring the one before, as long as the subscriber may still check with it
 */
public record SigningSecrets(WebhookSecret current, Option<Retiring> retiring) {

    /** The first secret of a subscriber. */
    public static SigningSecrets first(WebhookSecret secret) {
        return new SigningSecrets(secret, Option.none());
    }

    /**
     * These secrets with a new one; what was current retires. Of two rotations in a row the first secret is given up at
     * once, so that never more than two are valid.
     *
     * @param until up to when messages are signed with the present one as well
     */
    public SigningSecrets rotated(WebhookSecret next, Instant until) {
        return new SigningSecrets(next, Option.some(new Retiring(current, until)));
    }

    /** The secrets to sign with at this moment, the current one first. */
    public Seq<WebhookSecret> validAt(Instant now) {
        return List.of(current).appendAll(retiringAt(now).map(Retiring::secret));
    }

    /** The secret that retires, as long as it still counts. */
    public Option<Retiring> retiringAt(Instant now) {
        return retiring.filter(old -> now.isBefore(old.until()));
    }

    /**
     * A secret that has a successor.
     *
     * @param until the moment from which on it does not count
     */
    public record Retiring(WebhookSecret secret, Instant until) {}
}
