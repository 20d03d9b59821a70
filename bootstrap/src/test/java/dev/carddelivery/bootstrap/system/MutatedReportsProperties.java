package dev.carddelivery.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.PartnerClient;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.adapters.http.testing.TestApi;
import dev.carddelivery.adapters.messaging.message.CloudEventReportReader;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import java.net.http.HttpResponse;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;

/** Whatever a partner signs and sends, it is never our fault, and either applied or kept with a reason. */
class MutatedReportsProperties {

    private static TestApi api;
    private static PartnerClient courier;
    private static OrderId order;

    @BeforeContainer
    static void start() {
        api = TestApi.reading(new CloudEventReportReader());
        courier =
                new PartnerClient(api.anybody(), api.secretsOf(Partner.COURIER).head());
        order = new OrderId(api.placed());
    }

    @AfterContainer
    static void stop() {
        api.close();
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return new MutatedReports(List.of(order), api.clock().instant()).bodies();
    }

    @Provide
    Arbitrary<String> visible() {
        return MutatedReports.visible();
    }

    @Property(tries = 6_000, edgeCases = EdgeCasesMode.NONE)
    void reportsAreAppliedOrKeptWithAReason(@ForAll("bodies") byte[] body) {
        assertIsDoneWith(send(body));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whateverTheHeadersOfTheSignatureSay(
            @ForAll("visible") String id, @ForAll("visible") String second, @ForAll("visible") String signature) {
        HttpResponse<String> answer = courier.send(
                new byte[] {1, 2, 3},
                "Content-Type",
                "application/cloudevents+json",
                "webhook-id",
                id,
                "webhook-timestamp",
                second,
                "webhook-signature",
                "v1," + signature);
        assertThat(answer.statusCode()).isIn(400, 401);
    }

    private static HttpResponse<String> send(byte[] body) {
        String second = "" + api.clock().instant().getEpochSecond();
        return courier.send(
                body,
                "Content-Type",
                "application/cloudevents+json",
                "webhook-id",
                "msg",
                "webhook-timestamp",
                second,
                "webhook-signature",
                courier.signature("msg", second, body));
    }

    private static void assertIsDoneWith(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode outcome = Sample.parsed(answer.body());
        if (outcome.path("outcome").stringValue().equals("laid_aside")) {
            UUID letter = UUID.fromString(outcome.path("deadLetterId").stringValue());
            assertThat(api.services().deadLetters().find(letter)).isNotEmpty();
        }
    }
}
