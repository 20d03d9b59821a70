package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.application.port.StoreUnavailable;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Sends records to Kafka and waits until its brokers have them. Records of one key and topic arrive in their order,
 * also over failures: once a record has failed, none after it is sent, so whoever begins again from the first one
 * leaves no gap, but repeats.
 *
 * <p>A cluster that has failed twice is left alone for a moment, and whoever wants to send meanwhile learns it at once.
 */
public final class RecordSender implements AutoCloseable {

    /** A producer that the cluster has given no id yet lets nothing expire by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration LEFT_ALONE = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final KafkaConnection connection;
    private final TopicSetup topics;
    private final CircuitBreaker breaker;

    /** One call at a time, since the failure of one ends the producer for all. */
    private final ReentrantLock turn = new ReentrantLock();

    private Option<Producer<String, byte[]>> producer = Option.none();

    public RecordSender(KafkaConnection connection) {
        this.connection = connection;
        this.topics = new TopicSetup(connection);
        this.breaker = CircuitBreaker.of(
                connection.toString(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(2)
                        .minimumNumberOfCalls(2)
                        .failureRateThreshold(100)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(LEFT_ALONE)
                        .ignoreException(e -> e instanceof InterruptException
                                || e.getCause() instanceof RecordTooLargeException) // which is no outage
                        .writableStackTraceEnabled(false)
                        .build());
    }

    /**
     * Sends records. When this returns, as many brokers have them as their topic demands. Makes the topics that are
     * missing, where it has not sent before.
     *
     * @throws StoreUnavailable when some may not have been taken, within some seconds; all have to be sent again
     */
    public void send(Seq<ProducerRecord<String, byte[]>> records) {
        turn.lock();
        try {
            breaker.executeRunnable(() -> sendAll(records));
        } catch (CallNotPermittedException e) {
            throw connection.unavailable(e);
        } finally {
            turn.unlock();
        }
    }

    /** Stops sending; what nobody waits for any more is dropped. */
    @Override
    public void close() {
        turn.lock();
        try {
            producer.forEach(open -> open.close(FAREWELL));
            producer = Option.none();
        } finally {
            turn.unlock();
        }
    }

    private void sendAll(Seq<ProducerRecord<String, byte[]>> records) {
        if (producer.isEmpty()) {
            topics.ensure();
            producer = Option.some(connection.producer());
        }
        AtomicReference<Exception> failure = new AtomicReference<>();
        try {
            sendAll(records, producer.get(), failure);
        } catch (KafkaException | IllegalStateException e) {
            failure.compareAndSet(null, e);
        }
        if (failure.get() != null) {
            abandon();
            throw failure.get() instanceof InterruptException e ? e : connection.unavailable(failure.get());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback tells what the future would.
    private static void sendAll(
            Seq<ProducerRecord<String, byte[]>> records,
            Producer<String, byte[]> producer,
            AtomicReference<Exception> failure) {
        CountDownLatch unanswered = new CountDownLatch(records.size());
        records.forEach(record -> producer.send(record, (place, cause) -> {
            if (cause != null && failure.compareAndSet(null, cause)) {
                // Within its callback nothing else can be sent meanwhile, and afterwards nothing will.
                producer.close(Duration.ZERO);
            }
            unanswered.countDown();
        }));
        try {
            if (!unanswered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                failure.compareAndSet(null, new TimeoutException("no answer within " + PATIENCE));
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void abandon() {
        try {
            producer.forEach(failed -> failed.close(Duration.ZERO));
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        } finally {
            producer = Option.none();
        }
    }
}
