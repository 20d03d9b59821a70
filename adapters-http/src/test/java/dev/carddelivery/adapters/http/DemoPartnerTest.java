package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.demo.Behaviour;
import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.InMemoryBehaviours;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.adapters.http.testing.TestApi;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.control.Option;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPartnerTest extends ApiTest {

    private static final String COURIER = "/demo/partners/courier";
    private static final String NORMAL =
            "'rejected':0.0,'lost':0.0,'repeated':0.0,'reordered':0.0,'contradictory':0.0,'delayDays':0.0";

    @Test
    void aPartnerIsToldHowToBehave() {
        HttpResponse<String> answer = tell(COURIER, """
                {'rejected':0.1,'lost':1,'repeated':0.5,'reordered':0.25,'contradictory':0.75,'delayDays':1.5,'silentFor':'PT30S'}
                """);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body(answer)).isEqualTo(Sample.json("""
                {'partner':'courier','allOrders':{'rejected':0.1,'lost':1.0,'repeated':0.5,'reordered':0.25,
                 'contradictory':0.75,'delayDays':1.5,'silentUntil':'%s'},'singleOrders':[]}
                """.formatted(Samples.MORNING.plusSeconds(30))));
        assertThat(api.behaviours().of(Partner.COURIER).get(Option.none()))
                .contains(new Behaviour(0.1, 1, 0.5, 0.25, 0.75, 1.5, Option.some(Samples.MORNING.plusSeconds(30))));
        assertThat(body(api.anybody().get(COURIER))).isEqualTo(body(answer));
        assertThat(api.behaviours().of(Partner.BUREAU)).isEmpty();
    }

    @Test
    void itMayBehaveInAnotherWayForOneOrder() {
        UUID order = UUID.randomUUID();
        tell(COURIER, "{'lost':1}");

        HttpResponse<String> answer = tell(COURIER, "{'orderId':'" + order + "'}");

        assertThat(body(answer).at("/allOrders/lost").doubleValue()).isEqualTo(1);
        assertThat(body(answer).path("singleOrders"))
                .containsExactly(Sample.json("{'orderId':'" + order + "'," + NORMAL + "}"));
        assertThat(api.behaviours().of(Partner.COURIER).get(Option.some(new OrderId(order))))
                .contains(Behaviour.NORMAL);
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        tell(COURIER, "{'lost':1,'silentFor':'PT1H'}");

        HttpResponse<String> answer = tell(COURIER, "{}");

        assertThat(body(answer))
                .isEqualTo(Sample.json("{'partner':'courier','allOrders':{" + NORMAL + "},'singleOrders':[]}"));
    }

    @Test
    void everythingIsTakenBackAtOnce() {
        tell(COURIER, "{'lost':1}");
        tell(COURIER, "{'lost':1,'orderId':'" + UUID.randomUUID() + "'}");

        HttpResponse<String> answer = api.anybody().send("DELETE", COURIER, BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body(answer))
                .isEqualTo(Sample.json("{'partner':'courier','allOrders':{" + NORMAL + "},'singleOrders':[]}"));
        assertThat(api.behaviours().of(Partner.COURIER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "bureau", "courier"})
    void eachPartnerHasItsOwnName(String name) {
        assertThat(body(api.anybody().get("/demo/partners/" + name))
                        .path("partner")
                        .stringValue())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notifications", "IDENTITY", "police"})
    void nobodyElseCanBeTold(String name) {
        HttpResponse<String> answer = tell("/demo/partners/" + name, "{}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(problem(answer)).isEqualTo("not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'lost':1.01}           | /lost number
                    {'lost':-0.01}          | /lost number
                    {'repeated':1e40}       | /repeated number
                    {'reordered':'1'}       | /reordered wrong-type
                    {'delayDays':366}       | /delayDays number
                    {'silentFor':'PT-1S'}   | /silentFor duration
                    {'silentFor':'P366D'}   | /silentFor duration
                    {'silentFor':'a while'} | /silentFor duration
                    {'silentFor':30}        | /silentFor wrong-type
                    {'orderId':'x'}         | /orderId order-id
                    {'mood':'bad'}          | /mood unknown-field
                    """)
    void whatMakesNoSenseIsRefusedByField(String body, String error) {
        HttpResponse<String> answer = tell(COURIER, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(errors(answer)).isEqualTo(error);
        assertThat(api.behaviours().of(Partner.COURIER)).isEmpty();
    }

    @Test
    void thereAreNoDemoPartnersInRealLife() {
        try (TestApi real = TestApi.startWithoutDemo()) {
            assertThat(real.anybody().get(COURIER).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void partnersOnTheirOwnAreToldInTheSameWayAndServeNothingElse() {
        VirtualClock clock = new VirtualClock(Samples.MORNING);
        InMemoryBehaviours behaviours = new InMemoryBehaviours();
        try (PartnersServer server = new PartnersServer(behaviours, clock).start("127.0.0.1", 0)) {
            ApiClient anybody = ApiClient.at(URI.create("http://127.0.0.1:" + server.port()));

            assertThat(anybody.post(COURIER, Sample.json("{'lost':1}")).statusCode())
                    .isEqualTo(200);
            assertThat(behaviours.of(Partner.COURIER).get(Option.none()).map(Behaviour::lost))
                    .contains(1.0);
            assertThat(errors(anybody.post(COURIER, Sample.json("{'lost':2}")))).isEqualTo("/lost number");
            assertThat(anybody.post("/demo/tokens", Sample.json("{}")).statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> tell(String path, String body) {
        return api.anybody().post(path, Sample.json(body));
    }
}
