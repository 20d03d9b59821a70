package dev.carddelivery.bootstrap.system;

import static dev.carddelivery.bootstrap.system.Customer.body;
import static dev.carddelivery.bootstrap.system.Customer.etag;
import static dev.carddelivery.bootstrap.system.Customer.problem;
import static dev.carddelivery.bootstrap.system.Customer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.bootstrap.system.StatusStream.Event;
import io.vavr.collection.Stream;
import io.vavr.collection.Vector;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ways of an order from the customer's wish to the card's end, with the demo's partners, on any way to them. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MainWayContract {

    private Copy copy;
    private String name;
    private Customer anna;

    /** Starts a copy of the program, and the partners where they are not part of it. */
    abstract Copy open() throws Exception;

    /** Stops both. */
    abstract void close() throws Exception;

    @BeforeAll
    void start() throws Exception {
        copy = open();
    }

    @AfterAll
    void stop() throws Exception {
        close();
    }

    @BeforeEach
    void aNewCustomer() {
        name = "anna-" + UUID.randomUUID();
        anna = copy.customer(name);
    }

    @Test
    void anOrderIsDeliveredAndActivated() throws Exception {
        UUID id = UUID.randomUUID();
        HttpResponse<String> placed = anna.order(Customer.wish(id));
        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(placed.headers().firstValue("Location")).hasValue(Customer.path(id));
        assertThat(etag(placed)).isEqualTo("\"1\"");
        Vector<Event> events = Vector.of(new Event(1, placed.body()));

        try (StatusStream stream = StatusStream.resume(anna, id, 1)) {
            events = events.appendAll(stream.nextUntil("delivered"));
            HttpResponse<String> delivered = anna.look(id);
            assertThat(delivered.body()).isEqualTo(events.last().data());
            assertThat(etag(delivered)).isEqualTo("\"" + events.size() + "\"");
            String last4 = body(delivered).at("/card/last4").stringValue();

            HttpResponse<String> wrong = anna.activate(id, otherThan(last4));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(problem(wrong)).isEqualTo("wrong-proof");
            assertThat(status(anna.look(id))).isEqualTo("delivered");

            HttpResponse<String> right = anna.activate(id, last4);
            assertThat(right.statusCode()).isEqualTo(200);
            assertThat(status(right)).isEqualTo("active");
            events = events.appendAll(stream.nextUntil("active"));
            assertThat(right.body()).isEqualTo(events.last().data());
            assertThat(etag(right)).isEqualTo("\"" + events.size() + "\"");
        }

        assertThat(statuses(events))
                .containsExactly(
                        "verifying", "approved", "in_production", "produced", "in_delivery", "delivered", "active");
        assertThat(events.map(Event::id)).containsExactlyElementsOf(Stream.rangeClosed(1, events.size()));
        assertThat(events)
                .allSatisfy(event -> assertThat(asItWas(id, event.id())).isEqualTo(event.json()));
        assertHistoryIsComplete(id, events.size());
        assertItIsListed(id);
        assertTheUserIsListed();
    }

    private JsonNode asItWas(UUID id, int version) {
        return body(anna.api().get(Customer.path(id) + "?version=" + version)).path("status");
    }

    private void assertHistoryIsComplete(UUID id, int versions) {
        Vector<JsonNode> items = Vector.ofAll(body(anna.api().get(Customer.path(id) + "/history"))
                .path("items")
                .values());
        assertThat(items.map(item -> item.path("version").intValue()))
                .containsExactlyElementsOf(Stream.rangeClosed(1, versions));
        // Where the machine is slower than the partners' days are long, a person is called meanwhile.
        assertThat(items.filter(item -> !item.path("name").stringValue().equals("attention-raised"))
                        .map(item -> item.path("assertedBy").stringValue() + ": "
                                + item.path("name").stringValue()))
                .containsExactly(
                        "customer: order-placed",
                        "identity: identity-confirmed",
                        "identity: order-approved",
                        "clock: production-requested",
                        "bureau: production-accepted",
                        "bureau: card-produced",
                        "courier: parcel-tracked",
                        "courier: parcel-tracked",
                        "courier: parcel-tracked",
                        "courier: parcel-delivered",
                        "customer: activation-refused",
                        "customer: card-activated");
    }

    private void assertItIsListed(UUID id) {
        await().pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            JsonNode items = body(anna.api().get(Customer.ORDERS)).path("items");
            assertThat(items.size()).isEqualTo(1);
            assertThat(items.at("/0/orderId").stringValue()).isEqualTo(id.toString());
            assertThat(items.at("/0/status").stringValue()).isEqualTo("active");
        });
        JsonNode all =
                body(copy.operator().get(Customer.ORDERS + "?status=active")).path("items");
        assertThat(all.values())
                .anySatisfy(
                        item -> assertThat(item.path("userId").stringValue()).isEqualTo(name));
        assertThat(body(copy.customer("boris").api().get(Customer.ORDERS)).path("items"))
                .isEmpty();
    }

    private void assertTheUserIsListed() {
        JsonNode users = body(copy.operator().get("/api/v1/users?cardType=credit&sort=-registeredAt&limit=200"))
                .path("items");
        assertThat(users.values().stream()
                        .filter(user -> user.path("userId").stringValue().equals(name)))
                .hasSize(1);
        assertThat(anna.api().get("/api/v1/users?cardType=credit").statusCode()).isEqualTo(403);
    }

    @Test
    void aVisitFailsAndTheNextSucceeds() throws Exception {
        UUID id = UUID.randomUUID();
        ObjectNode wish = Customer.wish(id);
        Sample.at(wish, "/deliveryInfo/address").put("apartment", "404");
        anna.order(wish);
        try (StatusStream stream = StatusStream.open(anna, id)) {
            Vector<Event> events = Vector.ofAll(stream.nextUntil("delivered"));
            assertThat(statuses(events)).endsWith("in_delivery", "delivery_problem", "in_delivery", "delivered");
            JsonNode failed = events.find(event -> event.status().equals("delivery_problem"))
                    .get()
                    .json()
                    .at("/delivery/attempt");
            assertThat(failed).isEqualTo(Sample.json("{'number':1,'of':3,'reason':'not_at_home'}"));
        }
    }

    @Test
    void aCardIsPickedUpAtABranch() throws Exception {
        UUID id = UUID.randomUUID();
        ObjectNode wish = Customer.wish(id);
        Sample.at(wish, "/deliveryInfo").put("method", "branch").remove("slot");
        anna.order(wish);
        try (StatusStream stream = StatusStream.open(anna, id)) {
            assertThat(statuses(Vector.ofAll(stream.nextUntil("delivered"))))
                    .endsWith("in_delivery", "awaiting_pickup", "delivered");
        }
    }

    @Test
    void aCustomerWhoIsNotKnownIsRejected() throws Exception {
        UUID id = UUID.randomUUID();
        ObjectNode wish = Customer.wish(id);
        Sample.at(wish, "/legalInfo/document").put("number", "4510120000");
        anna.order(wish);
        try (StatusStream stream = StatusStream.open(anna, id)) {
            Vector<Event> events = Vector.ofAll(stream.rest());
            assertThat(events.last().status()).isEqualTo("rejected");
            assertThat(events.last().json().path("reason").stringValue()).isEqualTo("document_invalid");
        }
        assertThat(problem(anna.cancel(id))).isEqualTo("order-not-cancellable");
    }

    @Test
    void cancellingIsFreeBeforeProduction() {
        UUID id = anna.order();
        anna.await(id, "approved");
        HttpResponse<String> cancelled = anna.cancel(id);
        assertThat(status(cancelled)).isEqualTo("cancelled");
        assertThat(anna.cancel(id).body()).isEqualTo(cancelled.body());
        assertThat(problem(anna.redesign(id, "sea"))).isEqualTo("order-not-editable");
    }

    @Test
    void aCardInProductionIsStopped() throws Exception {
        assertIsRecalledFrom("in_production");
    }

    @Test
    void aCardOnItsWayIsBroughtBack() throws Exception {
        assertIsRecalledFrom("in_delivery");
    }

    private void assertIsRecalledFrom(String status) throws Exception {
        UUID id = anna.order();
        anna.await(id, status);
        try (StatusStream stream = StatusStream.open(anna, id)) {
            HttpResponse<String> recalling = anna.cancel(id);
            assertThat(recalling.statusCode()).isEqualTo(200);
            assertThat(status(recalling)).isEqualTo("recalling");
            Vector<Event> events = Vector.ofAll(stream.rest());
            assertThat(statuses(events)).containsExactly(status, "recalling", "returned");
            assertThat(events.last().json().path("reason").stringValue()).isEqualTo("changed_my_mind");
        }
    }

    @Test
    void theOrderMayBeChangedUntilProductionStarts() {
        UUID id = anna.order();
        HttpResponse<String> approved = anna.await(id, "approved");
        HttpResponse<String> changed = anna.redesign(id, "sea", "If-Match", etag(approved));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(body(changed).path("version").intValue())
                .isEqualTo(body(approved).path("version").intValue() + 1);
        assertThat(problem(anna.redesign(id, "sun", "If-Match", etag(approved))))
                .isEqualTo("precondition-failed");

        anna.await(id, "in_production");
        assertThat(problem(anna.redesign(id, "sun"))).isEqualTo("order-not-editable");
        assertThat(body(anna.api().get(Customer.path(id)))
                        .at("/cardInfo/design")
                        .stringValue())
                .isEqualTo("sea");
    }

    /** The statuses in a row, each once. */
    private static Vector<String> statuses(Vector<Event> events) {
        return events.map(Event::status)
                .foldLeft(
                        Vector.empty(),
                        (seen, status) -> seen.lastOption().contains(status) ? seen : seen.append(status));
    }

    private static String otherThan(String last4) {
        return String.format(Locale.ROOT, "%04d", (Integer.parseInt(last4) + 1) % 10_000);
    }
}
