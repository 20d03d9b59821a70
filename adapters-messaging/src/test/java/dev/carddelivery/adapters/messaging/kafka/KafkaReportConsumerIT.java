package dev.carddelivery.adapters.messaging.kafka;

import static dev.carddelivery.adapters.messaging.kafka.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.messaging.message.CloudEventReportReader;
import dev.carddelivery.adapters.messaging.message.ReportCodec;
import dev.carddelivery.application.CapturedLog;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.UnreliableStore;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.memory.InMemoryDeadLetters;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.memory.InMemoryParkedReports;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.process.DeadLetterCopies;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.ReportIntake;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.testing.Examples;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class KafkaReportConsumerIT {

    private static final String CARD_NUMBER = "4111111111111111";

    private static final String[] APPROVED = {"OrderPlaced", "IdentityConfirmed", "OrderApproved"};

    private final KafkaConnection connection = TestCluster.shared().connect(1);
    private final Topics topics = connection.topics();
    private final InMemoryLog log = new InMemoryLog();
    private final UnreliableStore store = new UnreliableStore(log);
    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final OrderHandler orders = new OrderHandler(store, new OrderDecider(ServiceTerms.REAL), clock);
    private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
    private final InMemoryParkedReports parked = new InMemoryParkedReports();
    private final ReportIntake intake =
            new ReportIntake(new CloudEventReportReader(), orders, parked, deadLetters, clock);
    private final DeadLetterTopic deadLetterTopic = new DeadLetterTopic(connection);
    private final Worker copies = Worker.start(
            "copies", () -> true, new DeadLetterCopies(deadLetters, deadLetterTopic, Duration.ofMillis(20)));

    private Option<KafkaReportConsumer> consumer = Option.none();
    private final CapturedLog warnings = new CapturedLog(Worker.class);

    @AfterEach
    void close() {
        consumer.forEach(KafkaReportConsumer::close);
        copies.close();
        deadLetterTopic.close();
        warnings.close();
    }

    private void startReading() {
        consumer = Option.some(new KafkaReportConsumer(connection, intake));
    }

    @Test
    void reportsMoveTheirOrders() {
        Vector<OrderId> ids = Vector.fill(20, this::placed);
        send(ids.map(id -> report(id, new IdentityReport.Passed())));

        startReading();
        eventually()
                .untilAsserted(() ->
                        assertThat(ids).allSatisfy(id -> assertThat(events(id)).containsExactly(APPROVED)));
    }

    @Test
    void poisonIsLaidAsideWithItsReasonAndHoldsNobodyUp() {
        OrderId order = placed();
        ProducerRecord<String, byte[]> unknownOrder = report(Samples.newOrderId(), new IdentityReport.Passed());
        ProducerRecord<String, byte[]> unknownType = report(order, new IdentityReport.Passed());
        unknownType.headers().remove("ce_type").add("ce_type", bytes("dev.carddelivery.weather.changed.v1"));
        send(List.of(
                new ProducerRecord<>(topics.reports(), null, null),
                new ProducerRecord<>(topics.reports(), "key", new byte[] {(byte) 0xff, 0, 1}),
                unknownOrder,
                unknownType,
                report(order, new IdentityReport.Passed())));

        startReading();
        eventually().untilAsserted(() -> assertThat(events(order)).containsExactly(APPROVED));
        eventually()
                .untilAsserted(() ->
                        assertThat(Topic.read(connection, topics.deadLetters())).hasSize(4));

        assertThat(laidAside().map(DeadLetter.Summary::reason))
                .containsExactlyInAnyOrder(
                        DeadLetter.Reason.MALFORMED,
                        DeadLetter.Reason.MALFORMED,
                        DeadLetter.Reason.UNKNOWN_ORDER,
                        DeadLetter.Reason.UNKNOWN_TYPE);
        ConsumerRecord<String, byte[]> copy = Topic.read(connection, topics.deadLetters())
                .find(letter -> Topic.header(letter, "reason").equals("unknown_order"))
                .get();
        assertThat(copy.value()).isEqualTo(unknownOrder.value());
        assertThat(Topic.header(copy, "ce_id")).isEqualTo("identity.passed of " + unknownOrder.key());
        assertThat(Topic.header(copy, "detail")).isNotEmpty();
        assertThat(deadLetters.find(UUID.fromString(copy.key()))).isNotEmpty();
    }

    /** With why it was laid aside it would be more than a record may be. */
    @Test
    void whatIsAsLargeAsARecordMayBeHoldsNobodyUp() {
        OrderId order = placed();
        send(List.of(
                new ProducerRecord<>(topics.reports(), "key", new byte[1_048_400]),
                report(order, new IdentityReport.Passed())));

        startReading();
        eventually()
                .untilAsserted(() ->
                        assertThat(Topic.read(connection, topics.deadLetters())).hasSize(1));
        eventually().untilAsserted(() -> assertThat(events(order)).containsExactly(APPROVED));

        ConsumerRecord<String, byte[]> copy =
                Topic.read(connection, topics.deadLetters()).head();
        assertThat(copy.value()).isEmpty();
        assertThat(Topic.header(copy, "reason")).isEqualTo("malformed");
        DeadLetter letter = deadLetters.find(UUID.fromString(copy.key())).get();
        assertThat(letter.message().body().size()).isEqualTo(1_048_400);
    }

    @Test
    void aCardNumberIsNotPassedOn() {
        ProducerRecord<String, byte[]> secret =
                new ProducerRecord<>(topics.reports(), CARD_NUMBER, bytes("{\"card\":\"" + CARD_NUMBER + "\"}"));
        secret.headers().add("ce_id", bytes(CARD_NUMBER));
        send(List.of(secret));

        startReading();
        eventually()
                .untilAsserted(() ->
                        assertThat(Topic.read(connection, topics.deadLetters())).hasSize(1));

        ConsumerRecord<String, byte[]> copy =
                Topic.read(connection, topics.deadLetters()).head();
        assertThat(Topic.header(copy, "reason")).isEqualTo("card_number");
        assertThat(copy.value()).isEmpty();
        assertThat(copy.toString()).doesNotContain(CARD_NUMBER);
        assertThat(Topic.header(copy, "ce_id")).isEmpty();
    }

    @Test
    void whatHasWaitedForTooLongIsCopiedToo() {
        OrderId order = placed();
        send(List.of(report(order, new BureauReport.Accepted())));
        startReading();
        eventually().until(() -> parked.of(order).nonEmpty());

        intake.giveUp(Instant.MAX, 10);

        eventually()
                .untilAsserted(() ->
                        assertThat(Topic.read(connection, topics.deadLetters())).hasSize(1));
        ConsumerRecord<String, byte[]> copy =
                Topic.read(connection, topics.deadLetters()).head();
        assertThat(Topic.header(copy, "reason")).isEqualTo("early_for_too_long");
        assertThat(copy.value())
                .isEqualTo(report(order, new BureauReport.Accepted()).value());
    }

    @Test
    void whatIsTooLargeForTheTopicOfDeadLettersTakesNoOtherWithIt() throws Exception {
        new TopicSetup(connection).ensure();
        limit(topics.deadLetters(), 2_000);
        send(List.of(
                new ProducerRecord<>(topics.reports(), "key", new byte[3_000]),
                new ProducerRecord<>(topics.reports(), "key", new byte[3_001]),
                new ProducerRecord<>(topics.reports(), "key", new byte[100])));

        startReading();

        eventually()
                .untilAsserted(() -> assertThat(Topic.read(connection, topics.deadLetters())
                                .map(letter -> letter.value().length)
                                .distinct())
                        .containsExactlyInAnyOrder(0, 100));
        assertThat(Topic.read(connection, topics.deadLetters())
                        .map(ConsumerRecord::key)
                        .distinct())
                .hasSize(3);
    }

    private void limit(String topic, int bytes) throws Exception {
        try (Admin admin = connection.admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            java.util.List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", Integer.toString(bytes)),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    /** All of them come in one partition, and what belongs to other orders comes behind. */
    @Test
    void aReportAtWhichTheProgramFailsHoldsNobodyUp() {
        OrderId spoiled = placed();
        OrderId other = placed();
        store.spoil(spoiled);
        send(List.of(report(spoiled, new IdentityReport.Passed()), report(other, new IdentityReport.Passed())));

        startReading();
        eventually().untilAsserted(() -> assertThat(events(other)).containsExactly(APPROVED));

        assertThat(laidAside().map(DeadLetter.Summary::reason)).containsExactly(DeadLetter.Reason.FAILED);
    }

    @Test
    void whileTheStoreIsAwayReportsWaitInTheirOrderAndNoneIsLost() {
        OrderId order = placed();
        List.range(0, 3).forEach(outage -> store.next(UnreliableStore.Mishap.REQUEST_LOST));
        store.next(UnreliableStore.Mishap.ANSWER_LOST);
        send(List.of(report(order, new IdentityReport.NeedsReview()), report(order, new IdentityReport.Passed())));

        startReading();
        eventually().untilAsserted(() -> assertThat(events(order)).endsWith("OrderApproved"));

        assertThat(events(order))
                .containsExactly("OrderPlaced", "AttentionRaised", "IdentityConfirmed", "OrderApproved");
        assertThat(laidAside()).isEmpty();
    }

    private OrderId placed() {
        OrderId id = Samples.newOrderId();
        orders.place(id, Samples.ANNA, Examples.CONTENT).get();
        return id;
    }

    private Seq<String> events(OrderId id) {
        return log.load(id).events().map(recorded -> recorded.event().getClass().getSimpleName());
    }

    private Seq<DeadLetter.Summary> laidAside() {
        return deadLetters.list(DeadLetter.State.OPEN, Option.none(), 100).items();
    }

    private ProducerRecord<String, byte[]> report(OrderId order, PartnerReport content) {
        return KafkaMessageFactory.createWriter(topics.reports(), order.value().toString())
                .writeBinary(ReportCodec.encode(new ReportCodec.Report(
                        content.name() + " of " + order.value(),
                        URI.create("/partners/" + content.name()),
                        order,
                        Option.none(),
                        Samples.MORNING,
                        content)));
    }

    private void send(Seq<ProducerRecord<String, byte[]>> records) {
        try (RecordSender sender = new RecordSender(connection)) {
            sender.send(records);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
