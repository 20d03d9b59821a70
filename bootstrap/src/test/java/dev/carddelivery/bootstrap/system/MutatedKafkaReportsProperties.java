package dev.carddelivery.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcDeadLetters;
import dev.carddelivery.adapters.jdbc.JdbcParkedReports;
import dev.carddelivery.adapters.messaging.kafka.BrokerProcess;
import dev.carddelivery.adapters.messaging.kafka.Topic;
import dev.carddelivery.adapters.messaging.message.CloudEventReportReader;
import dev.carddelivery.adapters.messaging.message.ReportCodec;
import dev.carddelivery.adapters.messaging.message.StructuredFormat;
import dev.carddelivery.application.port.ParkedReports.Parked;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.DeadLetter.Reason;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.application.report.ReportReader;
import dev.carddelivery.bootstrap.ChildClasses;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.common.utils.Utils;

/** Whatever is written to the topic of the reports, it stops nobody, and is applied or kept with a reason. */
class MutatedKafkaReportsProperties {

    private static final int MESSAGES = 3_000;
    private static final int ORDERS = 20;
    private static final String STRUCTURED = StructuredFormat.CONTENT_TYPE;

    private static Path folder;
    private static BrokerProcess broker;
    private static Installation installation;
    private static Customer anna;
    private static Vector<OrderId> orders;
    private static ReportsTopic topic;

    private final ReportReader reader = new CloudEventReportReader();

    @BeforeContainer
    static void start() throws Exception {
        folder = Files.createTempDirectory("card-delivery-broker-");
        broker = new BrokerProcess(folder, ChildClasses.options());
        installation = Installation.with(
                java.util.Map.of("DEMO_DAY", "PT24H", "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()));
        anna = installation.start().customer("anna");
        orders = Vector.fill(ORDERS, () -> new OrderId(anna.order()));
        topic = new ReportsTopic(broker.bootstrapServers());
    }

    @AfterContainer
    static void stop() throws Exception {
        installation.close();
        broker.close();
        Utils.delete(folder.toFile());
    }

    /** Many messages that are sent in one go; too many to be printed. */
    record Batch(Vector<Tuple2<String, ReceivedMessage>> keyed) {

        Vector<ReceivedMessage> messages() {
            return keyed.map(Tuple2::_2);
        }

        @Override
        public String toString() {
            return keyed.size() + " messages";
        }
    }

    @Provide
    Arbitrary<Batch> batches() {
        Arbitrary<byte[]> bodies = new MutatedReports(orders, Instant.now()).bodies();
        Arbitrary<String> visible = MutatedReports.visible();
        Arbitrary<String> order =
                Arbitraries.of(orders.map(id -> id.value().toString()).asJava());
        Arbitrary<ReceivedMessage> structured =
                bodies.map(body -> message(HashMap.of("content-type", STRUCTURED), body));
        Arbitrary<ReceivedMessage> binary = Combinators.combine(
                        bodies, visible, Arbitraries.oneOf(visible, Arbitraries.just("courier.in-transit")), order)
                .as((body, id, type, subject) -> message(binary(id, type, subject), body));
        Arbitrary<ReceivedMessage> bare = bodies.map(body -> message(HashMap.empty(), body));
        return Combinators.combine(order, Arbitraries.oneOf(structured, structured, binary, bare))
                .as(Tuple::of)
                .list()
                .ofSize(MESSAGES)
                .map(keyed -> new Batch(Vector.ofAll(keyed)));
    }

    private static Map<String, String> binary(String id, String type, String subject) {
        return HashMap.of(
                "content-type",
                "application/json",
                "ce_specversion",
                "1.0",
                "ce_id",
                id,
                "ce_source",
                "/couriers/swift",
                "ce_type",
                "dev.carddelivery." + type + ".v1",
                "ce_subject",
                subject,
                "ce_time",
                Instant.now().toString());
    }

    /** As the consumer takes it out of its record. */
    private static ReceivedMessage message(Map<String, String> headers, byte[] body) {
        return new ReceivedMessage("kafka", Option.none(), headers, Bytes.of(body));
    }

    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void eachIsAppliedOrKeptWithAReason(@ForAll("batches") Batch batch) throws Exception {
        topic.sendAndAwaitRead(batch.keyed());

        try (Database database = installation.database().open()) {
            Vector<DeadLetter> letters = letters(new JdbcDeadLetters(database));
            Set<ReceivedMessage> kept = HashSet.ofAll(letters.map(DeadLetter::message))
                    .addAll(orders.flatMap(new JdbcParkedReports(database)::of).map(Parked::message));
            Set<String> recorded = recorded();
            assertThat(batch.messages()
                            .reject(this::holdsCardNumber)
                            .reject(message -> kept.contains(message)
                                    || reader.read(message)
                                            .exists(report -> recorded.contains(
                                                    report.id().value().toString()))))
                    .as("neither applied nor kept")
                    .isEmpty();
            assertThat(letters.count(letter -> letter.reason() == Reason.CARD_NUMBER))
                    .isEqualTo(batch.messages()
                            .filter(this::holdsCardNumber)
                            .distinct()
                            .size());
            assertThat(letters).allSatisfy(letter -> assertThat(letter.detail()).isNotBlank());
            assertAreCopied(letters);
        }
        assertAGoodReportComesThrough();
    }

    private boolean holdsCardNumber(ReceivedMessage message) {
        return reader.read(message).fold(unreadable -> unreadable.reason() == Reason.CARD_NUMBER, report -> false);
    }

    private static Vector<DeadLetter> letters(JdbcDeadLetters deadLetters) {
        return deadLetters
                .list(DeadLetter.State.OPEN, Option.none(), MESSAGES)
                .items()
                .toVector()
                .flatMap(summary -> deadLetters.find(summary.id()));
    }

    /** The names of all commands that stand in a history. */
    private static Set<String> recorded() throws Exception {
        String all = installation.database().value("select string_agg(distinct command_id::text, ' ') from events");
        return HashSet.of(all.split(" "));
    }

    private static void assertAreCopied(Seq<DeadLetter> letters) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(Topic.read(broker.bootstrapServers(), "card-delivery.dead-letters")
                                .toMap(copy -> copy.key(), copy -> Topic.header(copy, "reason")))
                        .isEqualTo(reasons(letters)));
    }

    private static Map<String, String> reasons(Seq<DeadLetter> letters) {
        return letters.toMap(
                letter -> letter.id().toString(),
                letter -> letter.reason().name().toLowerCase(Locale.ROOT));
    }

    private static void assertAGoodReportComesThrough() throws Exception {
        UUID order = anna.order();
        ReportCodec.Report passed = new ReportCodec.Report(
                "a good one",
                URI.create("/identity"),
                new OrderId(order),
                Option.none(),
                Instant.now(),
                new IdentityReport.Passed());
        byte[] body = new StructuredFormat().serialize(ReportCodec.encode(passed));
        topic.sendAndAwaitRead(
                Vector.of(Tuple.of(order.toString(), message(HashMap.of("content-type", STRUCTURED), body))));
        assertThat(Customer.status(anna.look(order))).isEqualTo("approved");
    }
}
