package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.adapters.http.testing.TestApi;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.webhook.Subscriber;
import dev.carddelivery.application.webhook.Subscriber.DisabledReason;
import dev.carddelivery.application.webhook.WebhookAttempt;
import dev.carddelivery.application.webhook.WebhookAttempt.Answered;
import dev.carddelivery.application.webhook.WebhookAttempt.Fault;
import dev.carddelivery.application.webhook.WebhookAttempt.Unanswered;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookDelivery.Next;
import dev.carddelivery.application.webhook.WebhookSecret;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WebhookSubscribersTest extends ApiTest {

    private static final String SUBSCRIBERS = "/api/v1/webhook-subscribers";
    private static final String URL = "https://hooks.example.org/cards";
    private static final JsonNode WISH = Sample.json("{'url':'" + URL + "','types':['" + TestApi.MESSAGE_TYPE + "']}");

    private ApiClient operator;

    @BeforeEach
    void logIn() {
        operator = api.operator();
    }

    // Who is told.

    @Test
    void aNewSubscriberIsShownTheirSecretOnce() {
        HttpResponse<String> created = operator.post(SUBSCRIBERS, WISH);

        assertThat(created.statusCode()).isEqualTo(201);
        String secret = body(created).path("secret").asString();
        Subscriber subscriber = api.subscribers().find(id(created)).get();
        assertThat(WebhookSecret.parse(secret))
                .containsExactly(subscriber.secrets().current());
        assertThat(header(created, "Location")).isEqualTo(path(id(created)));

        HttpResponse<String> read = operator.get(header(created, "Location"));
        assertThat(read.body()).doesNotContain(secret).doesNotContain("secret\"");
        assertThat(operator.get(SUBSCRIBERS).body()).doesNotContain(secret);
        assertThat(body(read))
                .isEqualTo(Sample.json("{'subscriberId':'" + id(created) + "','url':'" + URL + "','types':['"
                        + TestApi.MESSAGE_TYPE + "'],'enabled':true,'disabledReason':null,'createdAt':'"
                        + Samples.MORNING + "','oldSecretValidUntil':null}"));
    }

    @Test
    void oneMayBeTakenOnDisabled() {
        HttpResponse<String> created =
                operator.post(SUBSCRIBERS, Sample.json("{'url':'" + URL + "','types':['*'],'enabled':false}"));

        assertThat(body(created).path("enabled").booleanValue()).isFalse();
        assertThat(body(created).path("disabledReason").asString()).isEqualTo("by_operator");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                  | /url required, /types required
                    {'url':7,'types':'*'}                               | /url wrong-type, /types wrong-type
                    {'url':'hooks','types':['*']}                       | /url url
                    {'url':'http://example.org','types':['*']}          | /url url-not-https
                    {'url':'https://10.0.0.1','types':['*']}            | /url url-private
                    {'url':'https://example.org','types':[]}            | /types required
                    {'url':'https://example.org','types':['*','*']}     | /types/1 duplicate
                    {'url':'https://example.org','types':['x',1]}       | /types/0 message-type, /types/1 wrong-type, /types required
                    {'url':'https://example.org','types':['*'],'enabled':'no'}   | /enabled wrong-type
                    {'url':'https://example.org','types':['*'],'secret':'mine'}  | /secret unknown-field
                    """)
    void whatCannotBeWished(String body, String wrong) {
        HttpResponse<String> refused = operator.post(SUBSCRIBERS, Sample.json(body));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(errors(refused).lines()).containsExactlyInAnyOrder(wrong.split(", "));
        assertThat(api.subscribers().enabled()).isEmpty();
    }

    @Test
    void noUrlIsEndless() {
        String url = "https://example.org/" + "x".repeat(1_981);

        assertThat(errors(operator.post(SUBSCRIBERS, Sample.json("{'url':'" + url + "','types':['*']}"))))
                .isEqualTo("/url url");
    }

    @Test
    void theyAreListedPageByPage() {
        Vector<UUID> all = Vector.range(0, 3).map(i -> {
            api.clock().pass(Duration.ofSeconds(1));
            return created();
        });

        JsonNode first = body(operator.get(SUBSCRIBERS + "?limit=2"));
        JsonNode second = body(operator.get(
                SUBSCRIBERS + "?limit=2&cursor=" + first.path("nextCursor").asString()));

        assertThat(first.path("items").findValuesAsString("subscriberId"))
                .containsExactlyElementsOf(all.take(2).map(UUID::toString));
        assertThat(second.path("items").findValuesAsString("subscriberId"))
                .containsExactlyElementsOf(all.drop(2).map(UUID::toString));
        assertThat(problem(operator.get(SUBSCRIBERS + "?cursor=made-up"))).isEqualTo("bad-request");
    }

    @Test
    void onlyWhatIsNamedIsChanged() {
        UUID id = created();

        JsonNode disabled = body(operator.patch(path(id), Sample.json("{'enabled':false}")));
        assertThat(disabled.path("disabledReason").asString()).isEqualTo("by_operator");
        JsonNode moved = body(
                operator.patch(path(id), Sample.json("{'url':'https://example.org/2','types':['*'],'enabled':true}")));

        assertThat(moved.path("url").asString()).isEqualTo("https://example.org/2");
        assertThat(moved.at("/types/0").asString()).isEqualTo("*");
        assertThat(moved.path("enabled").booleanValue()).isTrue();
        assertThat(body(operator.get(path(id)))).isEqualTo(moved);
        assertThat(body(operator.patch(path(id), Sample.json("{}")))).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource({"{'url':null},/url wrong-type", "{'types':null},/types wrong-type", "{'mood':1},/mood unknown-field"})
    void whatCannotBeChanged(String patch, String wrong) {
        assertThat(errors(operator.patch(path(created()), Sample.json(patch)))).isEqualTo(wrong);
    }

    @Test
    void whoIsGoneIsShownAsThat() {
        UUID id = created();
        api.subscribers().change(id, each -> each.disabledBecause(Option.some(DisabledReason.GONE)));

        assertThat(body(operator.get(path(id))).path("disabledReason").asString())
                .isEqualTo("gone");
    }

    @Test
    void aRotationShowsTheNewSecretAndHowLongTheOldOneCounts() {
        UUID id = created();
        WebhookSecret old = api.subscribers().find(id).get().secrets().current();

        JsonNode rotated = body(post(path(id) + "/rotate-secret"));

        Subscriber after = api.subscribers().find(id).get();
        assertThat(WebhookSecret.parse(rotated.path("secret").asString()))
                .containsExactly(after.secrets().current());
        assertThat(after.secrets().validAt(api.clock().instant()))
                .containsExactly(after.secrets().current(), old);
        assertThat(rotated.path("oldSecretValidUntil").asString())
                .isEqualTo(Samples.MORNING.plus(Duration.ofHours(24)).toString());
        api.clock().pass(Duration.ofHours(24));
        assertThat(body(operator.get(path(id))).path("oldSecretValidUntil").isNull())
                .isTrue();
    }

    @Test
    void whoIsDeletedIsForgotten() {
        UUID id = created();
        UUID delivery = due(id).id();

        assertThat(operator.send("DELETE", path(id), BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);

        assertThat(operator.get(path(id)).statusCode()).isEqualTo(404);
        assertThat(operator.send("DELETE", path(id), BodyPublishers.noBody()).statusCode())
                .isEqualTo(404);
        assertThat(operator.get(deliveryPath(delivery)).statusCode()).isEqualTo(404);
    }

    // What is sent.

    @Test
    void aDeliveryIsShownWithEverythingThatWasTriedAndNotWithWhatItHolds() {
        WebhookDelivery delivery = due(created());
        api.deliveries()
                .attempted(
                        delivery.id(),
                        new WebhookAttempt(Samples.MORNING, Duration.ofMillis(15_004), new Unanswered(Fault.TIMEOUT)),
                        Next.again(Samples.MORNING.plusSeconds(5)));
        api.deliveries()
                .attempted(
                        delivery.id(),
                        new WebhookAttempt(Samples.MORNING, Duration.ZERO, new Answered(503)),
                        Next.FAILED);

        HttpResponse<String> read = operator.get(deliveryPath(delivery.id()));

        assertThat(body(read).path("log"))
                .isEqualTo(Sample.json("{'log':[{'at':'" + Samples.MORNING
                                + "','tookMillis':15004,'status':null,'fault':'timeout'},{'at':'" + Samples.MORNING
                                + "','tookMillis':0,'status':503,'fault':null}]}")
                        .path("log"));
        assertThat(body(read).path("state").asString()).isEqualTo("failed");
        assertThat(body(read).path("attempts").intValue()).isEqualTo(2);
        assertThat(body(read).path("due").isNull()).isTrue();
        assertThat(read.body()).doesNotContain("Анна");
        assertThat(header(read, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aSubscribersDeliveriesAreListedNewestFirst() {
        UUID id = created();
        due(created());
        WebhookDelivery older = due(id);
        api.clock().pass(Duration.ofSeconds(1));
        WebhookDelivery newer = due(id);
        api.deliveries()
                .attempted(
                        older.id(),
                        new WebhookAttempt(Samples.MORNING, Duration.ZERO, new Answered(204)),
                        Next.DELIVERED);

        String list = path(id) + "/deliveries";
        assertThat(deliveries(list)).containsExactly(newer.id(), older.id());
        assertThat(deliveries(list + "?state=delivered")).containsExactly(older.id());
        assertThat(deliveries(list + "?state=failed")).isEmpty();
        assertThat(problem(operator.get(list + "?state=lost"))).isEqualTo("bad-request");
        assertThat(body(operator.get(list + "?limit=1")).path("nextCursor").isNull())
                .isFalse();
    }

    @Test
    void anyDeliveryCanBeReplayed() {
        WebhookDelivery delivery = due(created());
        api.deliveries()
                .attempted(
                        delivery.id(),
                        new WebhookAttempt(Samples.MORNING, Duration.ZERO, new Answered(204)),
                        Next.DELIVERED);
        api.clock().pass(Duration.ofDays(1));

        HttpResponse<String> replayed = post(deliveryPath(delivery.id()) + "/replay");

        assertThat(replayed.statusCode()).isEqualTo(202);
        assertThat(body(replayed).path("state").asString()).isEqualTo("pending");
        assertThat(body(replayed).path("due").asString())
                .isEqualTo(api.clock().instant().toString());
        assertThat(api.deliveries().due(delivery.subscriber(), api.clock().instant(), 10))
                .extracting(WebhookDelivery::id)
                .containsExactly(delivery.id());
    }

    // Who may do that, and what there is not.

    @Test
    void customersHaveNoBusinessHere() {
        UUID id = created();

        assertThat(anna.get(SUBSCRIBERS).statusCode()).isEqualTo(403);
        assertThat(anna.post(SUBSCRIBERS, WISH).statusCode()).isEqualTo(403);
        assertThat(anna.get(path(id)).statusCode()).isEqualTo(403);
        assertThat(anna.get(path(id) + "/deliveries").statusCode()).isEqualTo(403);
        assertThat(anna.get(deliveryPath(due(id).id())).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"019aa0c0-7c1e-7d3a-9a53-6f0b7a1c2d3e", "nonsense"})
    void thereIsNoSuchSubscriberAndNoSuchDelivery(String id) {
        String path = SUBSCRIBERS + "/" + id;
        for (HttpResponse<String> refused : List.of(
                operator.get(path),
                operator.patch(path, Sample.json("{}")),
                operator.send("DELETE", path, BodyPublishers.noBody()),
                post(path + "/rotate-secret"),
                operator.get(path + "/deliveries"))) {
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(problem(refused)).isEqualTo("webhook-subscriber-not-found");
        }
        for (HttpResponse<String> refused : List.of(
                operator.get("/api/v1/webhook-deliveries/" + id),
                post("/api/v1/webhook-deliveries/" + id + "/replay"))) {
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(problem(refused)).isEqualTo("webhook-delivery-not-found");
        }
    }

    private HttpResponse<String> post(String path) {
        return operator.send("POST", path, BodyPublishers.noBody());
    }

    private UUID created() {
        return id(operator.post(SUBSCRIBERS, WISH));
    }

    private WebhookDelivery due(UUID subscriber) {
        WebhookDelivery delivery =
                WebhookSamples.delivery(subscriber, api.clock().instant());
        api.deliveries().add(List.of(delivery));
        return delivery;
    }

    private List<UUID> deliveries(String path) {
        return List.ofAll(body(operator.get(path)).path("items").findValuesAsString("deliveryId"))
                .map(UUID::fromString);
    }

    private static UUID id(HttpResponse<String> created) {
        return UUID.fromString(body(created).path("subscriberId").asString());
    }

    private static String path(UUID subscriber) {
        return SUBSCRIBERS + "/" + subscriber;
    }

    private static String deliveryPath(UUID delivery) {
        return "/api/v1/webhook-deliveries/" + delivery;
    }
}
