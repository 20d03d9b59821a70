package dev.carddelivery.application.webhook;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who is told by webhook.
 *
 * @param id who, a name made here
 * @param url where to
 * @param types about what
 * @param secrets how they can tell that it is true
 * @param createdAt since when they are known here
 * @param disabled why they are told nothing at the moment; none when they are
 */
public record Subscriber(
        UUID id,
        String url,
        MessageTypes types,
        SigningSecrets secrets,
        Instant createdAt,
        Option<DisabledReason> disabled) {

    /** Why a subscriber is told nothing. What is due for them meanwhile waits. */
    public enum DisabledReason {
        /** An operator wants it so. */
        BY_OPERATOR,
        /** The subscriber's server has answered 410: there is nobody any more. */
        GONE
    }

    /** Whether they are told. */
    public boolean isEnabled() {
        return disabled.isEmpty();
    }

    /** The same subscriber at another place. */
    public Subscriber at(String otherUrl) {
        return new Subscriber(id, otherUrl, types, secrets, createdAt, disabled);
    }

    /** The same subscriber with other interests. */
    public Subscriber interestedIn(MessageTypes others) {
        return new Subscriber(id, url, others, secrets, createdAt, disabled);
    }

    /** The same subscriber, who is told nothing, or is told again. */
    public Subscriber disabledBecause(Option<DisabledReason> reason) {
        return new Subscriber(id, url, types, secrets, createdAt, reason);
    }

    /** The same subscriber with a new secret. */
    public Subscriber signedWith(SigningSecrets others) {
        return new Subscriber(id, url, types, others, createdAt, disabled);
    }
}
