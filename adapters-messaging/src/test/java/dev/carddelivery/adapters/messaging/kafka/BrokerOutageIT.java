package dev.carddelivery.adapters.messaging.kafka;

import static dev.carddelivery.adapters.messaging.kafka.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.adapters.messaging.message.MessageCodec;
import dev.carddelivery.application.CapturedLog;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.application.process.Worker;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What becomes of messages while the broker is killed, as {@code kill -9} does it, and started again. */
@Timeout(100)
@Execution(ExecutionMode.CONCURRENT) // they wait for brokers and timeouts most of the time
class BrokerOutageIT {

    private static final int KILLS = 2;

    /** Five seconds for the topics or ten for the delivery, and the machine may be busy. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private BrokerProcess broker;
    private KafkaConnection connection;
    private Option<GroupConsumer> reader = Option.none();
    private final CapturedLog log = new CapturedLog(Worker.class);

    @BeforeEach
    void start() throws IOException {
        broker = new BrokerProcess(folder);
        connection = connect(HashMap.empty());
    }

    @AfterEach
    void close() {
        reader.forEach(GroupConsumer::close);
        broker.close();
        log.close();
    }

    @Test
    void publishingFailsInTimeAndWorksAgainWhenTheBrokerIsBack() throws IOException {
        Vector<OutgoingMessage> messages = Messages.ofOrders(20);
        try (KafkaPublisher publisher = new KafkaPublisher(connection)) {
            publishUntilTaken(publisher, messages.take(200));
            broker.kill();

            long begin = System.nanoTime();
            assertThatThrownBy(() -> publisher.publish(messages.drop(200)))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageStartingWith("Kafka at " + broker.bootstrapServers() + " cannot be used now: ");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);

            broker.start();
            publishUntilTaken(publisher, messages.drop(200));
        }

        assertThat(arrived()).isEqualTo(Messages.newsByOrder(messages));
    }

    @Test
    void whatWasPublishedSurvivesKillsAtAnyMomentInItsOrder() throws Exception {
        Random random = new Random(20261122);
        AtomicReference<Vector<OutgoingMessage>> published = new AtomicReference<>(Vector.empty());
        CountDownLatch lastKill = new CountDownLatch(1);
        try (KafkaPublisher publisher = new KafkaPublisher(connection);
                ExecutorService relay = Executors.newSingleThreadExecutor()) {
            Future<?> publishing = relay.submit(() -> {
                while (lastKill.getCount() > 0) {
                    Vector<OutgoingMessage> page = Messages.ofOrders(10);
                    publishUntilTaken(publisher, page);
                    published.updateAndGet(earlier -> earlier.appendAll(page));
                }
            });
            for (int kill = 0; kill < KILLS; kill++) {
                int before = published.get().size();
                eventually().until(() -> published.get().size() > before);
                lastKill.await(random.nextInt(1_000), TimeUnit.MILLISECONDS);
                broker.kill();
                broker.start();
            }
            lastKill.countDown();
            publishing.get(60, TimeUnit.SECONDS);
        }

        assertThat(arrived()).isEqualTo(Messages.newsByOrder(published.get()));
    }

    /** The control: who takes a message for published that was only sent loses it. */
    @Test
    void whoDoesNotWaitForTheBrokerLosesMessages() throws Exception {
        Vector<OutgoingMessage> messages = Messages.ofOrders(20);
        new TopicSetup(connection).ensure();
        try (Producer<String, byte[]> producer =
                connect(HashMap.of("max.block.ms", "100")).producer()) {
            // It knows where to send to, however long that took it: it does not wait for that any more.
            eventually()
                    .ignoreExceptions()
                    .until(() -> !producer.partitionsFor(connection.topics().events())
                                    .isEmpty()
                            && producer.send(new ProducerRecord<>(
                                            connection.topics().reports(), null))
                                    .get()
                                    .hasOffset());
            for (Seq<OutgoingMessage> page : messages.grouped(100)) {
                page.forEach(message -> producer.send(KafkaMessageFactory.createWriter(
                                connection.topics().events(),
                                message.orderId().value().toString())
                        .writeBinary(MessageCodec.encode(message))));
                broker.kill();
            }
        }
        broker.start();

        assertThat(arrived()).isNotEqualTo(Messages.newsByOrder(messages));
    }

    @Test
    void readingGoesOnWhenTheBrokerIsBack() throws IOException {
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        Vector<OutgoingMessage> messages = Messages.ofOrders(20);
        String topic = connection.topics().events();
        try (KafkaPublisher publisher = new KafkaPublisher(connection)) {
            reader = Option.some(new GroupConsumer(
                    connection,
                    connection.group(),
                    HashSet.of(topic),
                    record -> taken.add(Topic.header(record, "ce_id"))));
            publishUntilTaken(publisher, messages.take(100));
            eventually().until(() -> !taken.isEmpty());
            broker.kill();
            broker.start();
            publishUntilTaken(publisher, messages.drop(100));

            eventually()
                    .untilAsserted(() -> assertThat(HashSet.ofAll(taken))
                            .isEqualTo(Messages.newsByOrder(messages)
                                    .values()
                                    .flatMap(ofOrder -> ofOrder)
                                    .toSet()));
        }
    }

    /** Kafka's client says nothing of it. */
    @Test
    void aReaderThatHearsNothingFindsOutWhetherAnybodyIsThere() throws IOException {
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        String group = connection.group() + ".listens";
        reader = Option.some(new GroupConsumer(
                connection,
                group,
                HashSet.of(connection.topics().events()),
                record -> taken.add(record.key()),
                Duration.ofSeconds(1)));
        try (KafkaPublisher publisher = new KafkaPublisher(connection)) {
            publishUntilTaken(publisher, Messages.ofOrders(1));
        }
        eventually().until(() -> !taken.isEmpty());
        assertThat(log.messages()).noneMatch(line -> line.contains(group));

        broker.kill();

        eventually()
                .until(() -> log.messages().stream()
                        .anyMatch(line -> line.contains(group) && line.contains("cannot be used now")));
    }

    /** As the relay's worker does. */
    private static void publishUntilTaken(KafkaPublisher publisher, Seq<OutgoingMessage> page) {
        eventually().ignoreException(StoreUnavailable.class).until(() -> {
            publisher.publish(page);
            return true;
        });
    }

    private KafkaConnection connect(Map<String, String> properties) {
        return TestCluster.connect(broker.bootstrapServers(), 3, (short) 1, properties);
    }

    private Map<String, Vector<String>> arrived() {
        return Messages.byOrder(Topic.read(connection, connection.topics().events()));
    }
}
