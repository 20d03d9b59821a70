package dev.carddelivery.bootstrap.system;

import static dev.carddelivery.bootstrap.system.Customer.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.bootstrap.system.StatusStream.Event;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What becomes of orders when the partners misbehave as they were told to. */
@Timeout(90)
class PartnerBehaviourIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Installation installation;
    private static Copy copy;

    private Customer anna;

    @BeforeAll
    static void start() {
        String patient = List.fill(10, "PT0.5S").mkString(",");
        installation = Installation.with(Map.of("DEMO_DAY", "PT0.4S", "REMINDERS", patient));
        copy = installation.start();
    }

    @AfterAll
    static void stop() throws IOException {
        installation.close();
    }

    @BeforeEach
    void aNewCustomer() {
        anna = copy.customer("anna-" + UUID.randomUUID());
    }

    @AfterEach
    void everybodyBehavesAgain() {
        List.of("identity", "bureau", "courier")
                .forEach(name -> copy.anybody().send("DELETE", "/demo/partners/" + name, BodyPublishers.noBody()));
    }

    @Test
    void aLostAnswerIsAskedForAgain() {
        tell("identity", "{'lost':1}");
        UUID id = anna.order();
        awaitAsked(id, "identity_check", 2);
        assertThat(Customer.status(anna.look(id))).isEqualTo("verifying");

        tell("identity", "{}");

        anna.await(id, "delivered");
        assertThat(names(id)).containsOnlyOnce("identity: identity-confirmed");
    }

    @Test
    void aPersonIsCalledWhenAPartnerStaysSilent() {
        tell("bureau", "{'silentFor':'PT1H'}");
        UUID id = anna.order();

        await().atMost(PATIENCE)
                .until(() ->
                        body(anna.look(id)).at("/attention/reason").asString("").equals("partner_silent"));
        tell("bureau", "{}");

        anna.await(id, "delivered");
    }

    @Test
    void onePartnerMayBeSilentForOneOrderOnly() {
        UUID silent = UUID.randomUUID();
        tell("identity", "{'orderId':'" + silent + "','silentFor':'PT1H'}");
        anna.order(Customer.wish(silent));
        UUID other = anna.order();

        anna.await(other, "delivered");
        assertThat(Customer.status(anna.look(silent))).isEqualTo("verifying");
    }

    @Test
    void partnersMayRefuse() throws Exception {
        tell("courier", "{'rejected':1}");
        UUID returned = anna.order();
        try (StatusStream stream = StatusStream.open(anna, returned)) {
            Event last = Vector.ofAll(stream.rest()).last();
            assertThat(last.status()).isEqualTo("returned");
        }

        tell("bureau", "{'rejected':1}");
        UUID unmade = anna.order();
        await().atMost(PATIENCE)
                .until(() -> body(anna.look(unmade))
                        .at("/attention/reason")
                        .asString("")
                        .equals("production_refused"));

        tell("identity", "{'rejected':1}");
        UUID rejected = anna.order();
        try (StatusStream stream = StatusStream.open(anna, rejected)) {
            Event last = Vector.ofAll(stream.rest()).last();
            assertThat(last.status()).isEqualTo("rejected");
            assertThat(last.json().path("reason").stringValue()).isEqualTo("policy");
        }
    }

    @Test
    void repeatedReportsHaveOneEffect() {
        tellAll("{'repeated':1}");
        UUID id = anna.order();

        anna.await(id, "delivered");
        assertThat(names(id))
                .filteredOn(name -> !name.endsWith("attention-raised"))
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
                        "courier: parcel-delivered");
    }

    @Test
    void reorderedAndContradictoryReportsAreSeenThrough() {
        tellAll("{'reordered':1}");
        anna.await(anna.order(), "delivered");

        tellAll("{'contradictory':1,'repeated':0.5,'reordered':0.5}");
        UUID contradicted = anna.order();
        anna.await(contradicted, "delivered");
        assertThat(names(contradicted)).contains("courier: report-noted");
    }

    @Test
    void theyMayBeToldAtAnyCopyOfTheProgram() {
        Copy other = installation.start();
        tell("courier", "{'lost':0.25}");
        String courier = "/demo/partners/courier";
        assertThat(body(other.anybody().get(courier)).at("/allOrders/lost").doubleValue())
                .isEqualTo(0.25);

        other.anybody().send("DELETE", courier, BodyPublishers.noBody());
        assertThat(body(copy.anybody().get(courier)).at("/allOrders/lost").doubleValue())
                .isZero();
    }

    @Test
    void everyReportMayComeLate() {
        tell("identity", "{'delayDays':10}");
        UUID late = anna.order();
        UUID second = UUID.randomUUID();
        tell("identity", "{'orderId':'" + second + "'}");
        anna.order(Customer.wish(second));

        anna.await(second, "approved");
        assertThat(Customer.status(anna.look(late))).isEqualTo("verifying");
        anna.await(late, "delivered");
    }

    private static void tellAll(String behaviour) {
        List.of("identity", "bureau", "courier").forEach(name -> tell(name, behaviour));
    }

    private static void tell(String partner, String behaviour) {
        assertThat(copy.anybody()
                        .post("/demo/partners/" + partner, Sample.json(behaviour))
                        .statusCode())
                .isEqualTo(200);
    }

    private void awaitAsked(UUID order, String kind, int times) {
        await().atMost(PATIENCE)
                .until(() -> installation
                        .database()
                        .value("""
                        select exists (
                            select from partner_mailbox where order_id = '%s' and kind = '%s' and asked >= %d
                        )
                        """.formatted(order, kind, times))
                        .equals("t"));
    }

    /** Who asserted what, in the order of the history. */
    private Vector<String> names(UUID id) {
        Vector<JsonNode> items = Vector.ofAll(body(anna.api().get(Customer.path(id) + "/history"))
                .path("items")
                .values());
        return items.map(item ->
                item.path("assertedBy").stringValue() + ": " + item.path("name").stringValue());
    }
}
