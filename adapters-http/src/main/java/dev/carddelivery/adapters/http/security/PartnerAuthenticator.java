package dev.carddelivery.adapters.http.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.carddelivery.adapters.http.problem.Problem;
import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.webhook.WebhookSecret;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells which partner has signed a webhook, by Standard Webhooks. The library of that name looks at a clock of its own
 * and at a text; here it is the program's clock and the bytes as they came.
 */
public final class PartnerAuthenticator {

    /** How far the sender's clock may be from ours, to both sides, in seconds. */
    public static final int TOLERANCE = 300;

    private static final Pattern ID = Pattern.compile("[!-~]{1,255}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final String VERSION = "v1,";

    private final PartnerSecrets secrets;
    private final InstantSource clock;

    public PartnerAuthenticator(PartnerSecrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Who has signed a message.
     *
     * @param header gives a header of the message by its name
     * @param body what was signed, byte for byte
     * @throws ProblemException {@code bad-request} when a header is missing or odd, {@code signature-not-valid} when
     *     nobody that is known here has signed it, or not just now
     */
    public Partner authenticate(Function<String, Option<String>> header, byte[] body) {
        String id = required(header, "webhook-id", ID);
        String second = required(header, "webhook-timestamp", SECONDS);
        Seq<String> signatures = List.of(
                        header.apply("webhook-signature").getOrElse("").split(" ", -1))
                .filter(each -> each.startsWith(VERSION));
        if (signatures.isEmpty()) {
            throw missing("webhook-signature");
        }
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(second)) > TOLERANCE) {
            throw refused(ProblemType.SIGNATURE_NOT_VALID.because("timestamp", TOLERANCE));
        }
        byte[] head = (id + "." + second + ".").getBytes(US_ASCII);
        return secrets.partner(secret -> isAmong(signatures, signature(secret, head, body)))
                .getOrElseThrow(() -> refused(ProblemType.SIGNATURE_NOT_VALID.problem()));
    }

    private static String required(Function<String, Option<String>> header, String name, Pattern form) {
        return header.apply(name).filter(value -> form.matcher(value).matches()).getOrElseThrow(() -> missing(name));
    }

    /** Takes as long for a signature that is nearly right as for any other. */
    private static boolean isAmong(Seq<String> signatures, byte[] expected) {
        return signatures.exists(each -> MessageDigest.isEqual(each.getBytes(US_ASCII), expected));
    }

    private static byte[] signature(WebhookSecret secret, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.key().toArray(), "HmacSHA256"));
            mac.update(head);
            return (VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    private static ProblemException missing(String header) {
        return ProblemType.BAD_REQUEST.because("webhook-header", header).exception();
    }

    private static ProblemException refused(Problem problem) {
        return problem.with("WWW-Authenticate", "Webhook-Signature").exception();
    }
}
