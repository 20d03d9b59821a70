package dev.carddelivery.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.PartnerClient;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.domain.order.Status;
import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerReportsTest extends ApiTest {

    private static final String CLOUD_EVENT = "application/cloudevents+json";

    private PartnerClient identity;
    private String second;

    @BeforeEach
    void open() {
        identity = partner(Partner.IDENTITY, 0);
        second = "" + api.clock().instant().getEpochSecond();
    }

    // What becomes of a report.

    @Test
    void aReportThatIsSignedIsApplied() {
        UUID order = api.placed();

        HttpResponse<String> answer = identity.report(passed(order), api.clock().instant());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(body(answer)).isEqualTo(Sample.json("{'outcome':'applied'}"));
        assertThat(api.revision(order).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void aReportThatComesAgainHasNoOtherEffect() {
        UUID order = api.placed();
        String report = passed(order);

        identity.report(report, api.clock().instant());
        HttpResponse<String> again = identity.report(report, api.clock().instant());

        assertThat(body(again)).isEqualTo(Sample.json("{'outcome':'applied'}"));
        assertThat(api.revision(order).version()).isEqualTo(3);
    }

    @Test
    void aReportThatComesTooLateIsNoted() {
        UUID order = api.placed();
        identity.report(passed(order), api.clock().instant());

        HttpResponse<String> late = identity.report(
                "other " + passed(order).split(" ", 2)[1], api.clock().instant());

        assertThat(body(late).path("outcome").asString()).isEqualTo("noted");
        assertThat(body(late).path("reason").asString()).isEqualTo("late");
    }

    @Test
    void aReportThatComesTooEarlyIsParked() {
        UUID order = api.placed();

        HttpResponse<String> early = partner(Partner.COURIER, 0)
                .report(
                        "scan " + order + " courier.delivered " + api.clock().instant(),
                        api.clock().instant());

        assertThat(body(early)).isEqualTo(Sample.json("{'outcome':'parked'}"));
    }

    @Test
    void whatCannotBeReadIsLaidAsideWithItsSenderAndItsBytes() {
        HttpResponse<String> answer = identity.report("привет", api.clock().instant());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(body(answer).path("outcome").asString()).isEqualTo("laid_aside");
        assertThat(body(answer).path("reason").asString()).isEqualTo("malformed");
        UUID id = UUID.fromString(body(answer).path("deadLetterId").asString());
        ReceivedMessage kept = api.services().deadLetters().find(id).get().message();
        assertThat(kept.channel()).isEqualTo("webhook");
        assertThat(kept.sender()).containsExactly(Partner.IDENTITY);
        assertThat(kept.headers()).isEqualTo(HashMap.of("content-type", CLOUD_EVENT));
        assertThat(kept.body().toArray()).isEqualTo("привет".getBytes(UTF_8));
    }

    @Test
    void ofTheHeadersTheContentTypeIsHandedOnAndNothingElse() {
        byte[] body = "{}".getBytes(UTF_8);
        HttpResponse<String> answer = identity.send(
                body,
                "Content-Type",
                CLOUD_EVENT,
                "ce-id",
                "77",
                "Authorization",
                "Bearer secret",
                "webhook-id",
                "a",
                "webhook-timestamp",
                second,
                "webhook-signature",
                identity.signature("a", second, body));

        UUID id = UUID.fromString(body(answer).path("deadLetterId").asString());
        assertThat(api.services().deadLetters().find(id).get().message().headers())
                .isEqualTo(HashMap.of("content-type", CLOUD_EVENT));
    }

    // Who has sent it.

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void eachSecretOfAPartnerCounts(int number) {
        HttpResponse<String> answer =
                partner(Partner.COURIER, number).report("x", api.clock().instant());

        UUID id = UUID.fromString(body(answer).path("deadLetterId").asString());
        assertThat(api.services().deadLetters().find(id).get().message().sender())
                .containsExactly(Partner.COURIER);
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        byte[] body = passed(api.placed()).getBytes(UTF_8);
        String fits = identity.signature("a", second, body);
        String odd =
                "v1,AAAA v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== ";

        assertThat(signed(body, "a", second, odd + fits).statusCode()).isEqualTo(202);
        assertThat(signed(body, "a", second, fits + " " + odd).statusCode()).isEqualTo(202);
        assertRefused(signed(body, "a", second, odd));
    }

    @Test
    void whomNobodyKnowsIsRefused() {
        PartnerClient stranger = new PartnerClient(api.anybody(), WebhookSamples.newSecret());

        assertRefused(stranger.report(passed(api.placed()), api.clock().instant()));
    }

    @Test
    void aTokenIsNoSignature() {
        byte[] body = passed(api.placed()).getBytes(UTF_8);
        HttpResponse<String> refused = new PartnerClient(api.operator(), WebhookSamples.newSecret())
                .report(new String(body, UTF_8), api.clock().instant());

        assertRefused(refused);
    }

    @Test
    void whatWasChangedOnItsWayIsRefused() {
        UUID order = api.placed();
        byte[] body = passed(order).getBytes(UTF_8);
        String signature = identity.signature("a", second, body);
        byte[] longer = (passed(order) + " ").getBytes(UTF_8);
        byte[] other = body.clone();
        other[0] ^= 1;
        String later = "" + (Long.parseLong(second) + 1);

        assertRefused(signed(longer, "a", second, signature));
        assertRefused(signed(other, "a", second, signature));
        assertRefused(signed(new byte[0], "a", second, signature));
        assertRefused(signed(body, "b", second, signature));
        assertRefused(signed(body, "a", later, signature));
        assertRefused(signed(body, "a", second, signature.substring(0, signature.length() - 1)));
        assertRefused(signed(body, "a", second, signature + "="));
        assertThat(api.revision(order).version()).isEqualTo(1);
        assertThat(signed(body, "a", second, signature).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"0,202", "300,202", "-300,202", "301,401", "-301,401", "100000,401"})
    void theSendersClockMayBeFiveMinutesAwayAndNoMore(int seconds, int status) {
        String report = passed(api.placed());

        HttpResponse<String> answer =
                identity.report(report, api.clock().instant().plusSeconds(seconds));

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 401) {
            assertThat(problem(answer)).isEqualTo("signature-not-valid");
            assertThat(body(answer).path("detail").asString()).contains("300 seconds");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-id,",
        "webhook-timestamp,",
        "webhook-signature,",
        "webhook-id,a b",
        "webhook-timestamp,yesterday",
        "webhook-timestamp,-1",
        "webhook-timestamp,1.5",
        "webhook-timestamp,99999999999999999999",
        "webhook-signature,v2;abc",
        "webhook-signature,nonsense"
    })
    void aHeaderThatIsMissingOrOdd(String name, String value) {
        byte[] body = passed(api.placed()).getBytes(UTF_8);
        String signature = identity.signature("a", second, body);

        HttpResponse<String> refused = signed(
                body,
                name.equals("webhook-id") ? value : "a",
                name.equals("webhook-timestamp") ? value : second,
                name.equals("webhook-signature") ? value : signature);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(problem(refused)).isEqualTo("bad-request");
        assertThat(body(refused).path("detail").asString()).contains(name);
    }

    // What is not taken.

    /** Binary mode is none of them: a signature covers the body alone, and there the rest would be in headers. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "application/xml", "application/cloudevents-batch+json"})
    void aTypeOfBodyThatIsNotRead(String mediaType) {
        byte[] body = "x".getBytes(UTF_8);

        HttpResponse<String> refused = identity.send(
                body,
                "Content-Type",
                mediaType,
                "webhook-id",
                "a",
                "webhook-timestamp",
                second,
                "webhook-signature",
                identity.signature("a", second, body));

        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(letters()).isEmpty();
    }

    @Test
    void aBodyThatIsTooLarge() {
        assertThat(identity.report("x".repeat(65_537), api.clock().instant()).statusCode())
                .isEqualTo(413);
    }

    @Test
    void whileTheStoreIsAwayTheSenderIsToldToComeAgain() {
        UUID order = api.placed();
        api.store().setAway(true);

        HttpResponse<String> refused =
                identity.report(passed(order), api.clock().instant());

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(header(refused, "Retry-After")).isNotEmpty();
        api.store().setAway(false);
        assertThat(identity.report(passed(order), api.clock().instant()).statusCode())
                .isEqualTo(202);
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem(answer)).isEqualTo("signature-not-valid");
        assertThat(letters()).isEmpty();
    }

    private Iterable<DeadLetter.Summary> letters() {
        return api.services()
                .deadLetters()
                .list(DeadLetter.State.OPEN, Option.none(), 10)
                .items();
    }

    private HttpResponse<String> signed(byte[] body, String id, String timestamp, String signature) {
        return identity.send(
                body,
                "Content-Type",
                CLOUD_EVENT,
                "webhook-id",
                id,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                signature);
    }

    private PartnerClient partner(Partner partner, int secret) {
        return new PartnerClient(api.anybody(), api.secretsOf(partner).get(secret));
    }

    private String passed(UUID order) {
        return "check " + order + " identity.passed " + api.clock().instant();
    }
}
