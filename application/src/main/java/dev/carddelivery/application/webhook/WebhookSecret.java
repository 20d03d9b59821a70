package dev.carddelivery.application.webhook;

import dev.carddelivery.application.report.Bytes;
import io.vavr.control.Option;
import java.util.Base64;

/**
 * A key that both ends of a webhook have, as Standard Webhooks wants it: 24 to 64 random bytes.
 *
 * @param key the bytes
 */
public record WebhookSecret(Bytes key) {

    /** How many bytes a new one has. */
    public static final int USUAL = 32;

    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final String PREFIX = "whsec_";

    public WebhookSecret {
        if (key.size() < SHORTEST || key.size() > LONGEST) {
            throw new IllegalArgumentException("A webhook's secret has 24 to 64 bytes, not " + key.size());
        }
    }

    /** The secret that {@code text} is: {@code whsec_} and its bytes in base64; none where it is anything else. */
    public static Option<WebhookSecret> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Option.none();
        }
        try {
            Bytes key = Bytes.of(Base64.getDecoder().decode(text.substring(PREFIX.length())));
            return Option.some(new WebhookSecret(key));
        } catch (IllegalArgumentException unfit) {
            return Option.none();
        }
    }

    /** The secret in the form that is handed over, for the one answer that does so. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key.toArray());
    }

    /** Always the same, so that nothing of it gets into a log. */
    @Override
    public String toString() {
        return "***";
    }
}
