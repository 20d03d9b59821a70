package dev.carddelivery.bootstrap.benchmark;

import static org.awaitility.Awaitility.await;

import dev.carddelivery.bootstrap.DemoCustomer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How long after its commit an order's first event is in the hands of a consumer, under a steady load. */
final class RelayLatency implements AutoCloseable {

    private static final String TOPIC = "card-delivery.events";
    private static final Pace PACE = new Pace(16, 1_000);

    /** After 10,000 at this pace, the compiler still takes a quarter of two processors. */
    private static final int WARM_UP = 40_000;

    private static final int ORDERS = 20_000;

    private final Consumer<String, byte[]> consumer;
    private final Thread reader;

    /** When the first event of each order came, by the order's id. */
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();

    private final CountDownLatch unread = new CountDownLatch(WARM_UP + ORDERS);

    /** Listens to all events from now on, once their topic is there. */
    RelayLatency(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(this::partitions, made -> !made.isEmpty());
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader = Thread.ofPlatform().name("reader").start(this::read);
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(TOPIC).stream()
                .map(part -> new TopicPartition(TOPIC, part.partition()))
                .toList();
    }

    /** Places orders at an instance, and prints how long their events took. */
    void run(int port) throws Exception {
        try (DemoCustomer customer = new DemoCustomer(port)) {
            place(WARM_UP, port, customer.token());
            place(ORDERS, port, customer.token());
        }
    }

    private void place(int count, int port, String token) throws Exception {
        List<UUID> orders = Stream.generate(UUID::randomUUID).limit(count).toList();
        long[] sent = new long[count];
        long[] answered = new long[count];
        PACE.make(count, port, (connection, i) -> {
            byte[] order = DemoCustomer.order(orders.get(i)).getBytes(StandardCharsets.UTF_8);
            sent[i] = System.nanoTime();
            int status = connection.send("POST", "/api/v1/orders", token, order);
            answered[i] = System.nanoTime();
            if (status != 201) {
                throw new IOException("createOrder answered " + status);
            }
        });
        long left = unread.getCount();
        if (count == ORDERS) {
            if (!unread.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException(unread.getCount() + " events have not arrived");
            }
            System.out.println(PACE.perSecond() + " orders/s over HTTP for " + ORDERS / PACE.perSecond()
                    + " s, from commit to a consumer's hands (" + left + " events under way at the end)");
            System.out.println("  at most (since the request): " + summary(orders, sent));
            System.out.println("  at least (since the answer): " + summary(orders, answered));
        }
    }

    private String summary(List<UUID> orders, long[] since) {
        long[] sorted = IntStream.range(0, since.length)
                .mapToLong(i -> arrivals.get(orders.get(i).toString()) - since[i])
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, max %.1f ms",
                Load.at(sorted, 0.50),
                Load.at(sorted, 0.99),
                Load.at(sorted, 1));
    }

    private void read() {
        try {
            while (true) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
                    if (arrivals.putIfAbsent(event.key(), System.nanoTime()) == null) {
                        unread.countDown();
                    }
                }
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
