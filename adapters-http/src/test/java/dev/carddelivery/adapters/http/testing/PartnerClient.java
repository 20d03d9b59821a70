package dev.carddelivery.adapters.http.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carddelivery.application.webhook.WebhookSecret;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A partner's system, which signs what it sends with tools of its own.
 *
 * @param api where the reports go
 * @param secret what it signs with
 */
public record PartnerClient(ApiClient api, WebhookSecret secret) {

    private static final String PATH = "/partners/v1/reports";

    /** Sends a report in structured mode, signed at this moment. */
    public HttpResponse<String> report(String body, Instant now) {
        String second = "" + now.getEpochSecond();
        return send(
                body.getBytes(UTF_8),
                "Content-Type",
                "application/cloudevents+json",
                "webhook-id",
                "msg-1",
                "webhook-timestamp",
                second,
                "webhook-signature",
                signature("msg-1", second, body.getBytes(UTF_8)));
    }

    /** Sends anything: headers by name and value in turn, those without a value not at all. */
    public HttpResponse<String> send(byte[] body, String... headers) {
        List<String> there = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i + 1] != null) {
                Collections.addAll(there, headers[i], headers[i + 1]);
            }
        }
        return api.send("POST", PATH, BodyPublishers.ofByteArray(body), there.toArray(String[]::new));
    }

    /** One signature, as it stands in the header. */
    public String signature(String id, String second, byte[] body) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.reveal().substring("whsec_".length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + second + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
