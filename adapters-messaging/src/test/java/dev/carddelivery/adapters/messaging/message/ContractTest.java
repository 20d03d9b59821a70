package dev.carddelivery.adapters.messaging.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.PartnerReport;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract names every message, each with its schema, and each message keeps it. */
class ContractTest {

    private static final Seq<CloudEvent> NEWS = Messages.news().map(MessageCodec::encode);
    private static final Seq<CloudEvent> REQUESTS = Messages.requests().map(MessageCodec::encode);
    private static final List<PartnerReport> REPORTS = Messages.reports();
    private static final Seq<CloudEvent> REPORTED = REPORTS.map(Reports::of).map(ReportCodec::encode);

    @Test
    void everyMessageKeepsItsSchema() {
        assertThat(all().flatMap(Contract::complaints)).isEmpty();
    }

    @Test
    void aMessageThatSaysMoreOrLessBreaksItsSchema() {
        assertThat(all()).allSatisfy(event -> {
            ObjectNode data = (ObjectNode) Json.parse(new String(event.getData().toBytes(), UTF_8));
            assertThat(Contract.complaints(withData(event, data.deepCopy().put("phone", "+79161234567"))))
                    .isNotEmpty();
            Contract.schema(shortName(event))
                    .path("required")
                    .forEach(field -> assertThat(Contract.complaints(
                                    withData(event, data.deepCopy().without(field.stringValue()))))
                            .isNotEmpty());
        });
    }

    @Test
    void everyMessageHasASchemaAndEverySchemaAMessage() {
        assertThat(names(all())).isEqualTo(Contract.schemas());
    }

    @Test
    void theContractHasEveryMessageWithItsSchema() {
        JsonNode messages = Contract.ASYNC_API.at("/components/messages");
        Set<String> described = TreeSet.ofAll(messages.propertyNames()).remove("dead-letter");

        assertThat(described).isEqualTo(names(all()));
        assertThat(described).allSatisfy(name -> {
            JsonNode message = messages.path(name);
            assertThat(message.path("name").stringValue()).isEqualTo("dev.carddelivery." + name + ".v1");
            assertThat(message.at("/payload/schema/$ref").stringValue()).isEqualTo("schemas/" + name + ".v1.json");
            assertThat(message.path("title").stringValue())
                    .isEqualTo(Contract.schema(name).path("title").stringValue());
        });
    }

    @Test
    void everyMessageTravelsInItsChannels() {
        assertThat(channel("events", "card-delivery.events")).isEqualTo(names(NEWS));
        assertThat(List.of(Partner.values())).allSatisfy(partner -> {
            String name = partner.name().toLowerCase(Locale.ROOT);
            assertThat(channel(name + "Requests", "card-delivery.requests." + name))
                    .isEqualTo(TreeSet.ofAll(List.of(Kind.values())
                            .filter(kind -> kind.partner() == partner)
                            .map(kind -> MessageType.of(kind).name())));
        });
        assertThat(channel("reports", "card-delivery.reports")).isEqualTo(names(REPORTED));
        assertThat(channel("reportsOverHttp", "/partners/v1/reports")).isEqualTo(names(REPORTED));
    }

    @Test
    void everyReferenceOfTheContractLeadsSomewhere() {
        List<String> references = references(Contract.ASYNC_API).filter(reference -> reference.startsWith("#"));

        assertThat(references).hasSizeGreaterThan(100);
        assertThat(references.filter(reference ->
                        Contract.ASYNC_API.at(reference.substring(1)).isMissingNode()))
                .isEmpty();
    }

    private static List<String> references(JsonNode node) {
        List<String> here =
                node.path("$ref").isString() ? List.of(node.path("$ref").stringValue()) : List.empty();
        return here.appendAll(List.ofAll(node.values()).flatMap(ContractTest::references));
    }

    private static Set<String> channel(String key, String address) {
        JsonNode channel = Contract.ASYNC_API.path("channels").path(key);
        assertThat(channel.path("address").stringValue()).isEqualTo(address);
        channel.path("messages")
                .properties()
                .forEach(message -> assertThat(message.getValue().path("$ref").stringValue())
                        .isEqualTo("#/components/messages/" + message.getKey()));
        return TreeSet.ofAll(channel.path("messages").propertyNames());
    }

    private static Seq<CloudEvent> all() {
        return NEWS.appendAll(REQUESTS).appendAll(REPORTED);
    }

    private static Set<String> names(Seq<CloudEvent> events) {
        return TreeSet.ofAll(events.map(ContractTest::shortName));
    }

    private static String shortName(CloudEvent event) {
        return MessageType.named(event.getType()).get().name();
    }

    private static CloudEvent withData(CloudEvent event, JsonNode data) {
        return CloudEventBuilder.v1(event).withData(Json.bytes(data)).build();
    }
}
