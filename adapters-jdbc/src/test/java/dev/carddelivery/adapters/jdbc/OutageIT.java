package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The database falls silent or vanishes, and comes back. */
@Isolated("it measures how long answers take")
class OutageIT {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private final OrderId order = Samples.newOrderId();
    private TestDatabase testDatabase;
    private Proxy proxy;
    private TestStorage storage;

    @BeforeEach
    void open() throws IOException {
        testDatabase = TestDatabase.create();
        proxy = new Proxy(testDatabase.url());
        storage = new TestStorage(
                new Database(proxy.through(testDatabase.url()), testDatabase.user(), testDatabase.password()));
    }

    @AfterEach
    void close() throws IOException {
        proxy.thaw();
        storage.close();
        proxy.close();
        testDatabase.close();
    }

    @Test
    void aSilentDatabaseIsUnavailableInTimeAndWorksAgainAfterwards() throws Exception {
        assertWorks();

        proxy.freeze();
        assertUnavailable(() -> storage.store().load(order), () -> append(order));
        assertNotReady();
        proxy.thaw();

        awaitRecovery();
    }

    @Test
    void aDatabaseThatVanishesIsUnavailableInTimeAndWorksAgainAfterwards() throws Exception {
        assertWorks();

        proxy.cut();
        assertUnavailable(() -> storage.store().load(order), () -> append(order));
        assertNotReady();
        proxy.mend();

        awaitRecovery();
    }

    @Test
    void manyWhoWaitAreAllToldInTime() throws Exception {
        assertWorks();

        proxy.freeze();
        Vector<Duration> waited = Simultaneously.run(64, number -> () -> {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> {
                        if (number % 2 == 0) {
                            append(Samples.newOrderId());
                        } else {
                            storage.store().load(order);
                        }
                    })
                    .isInstanceOf(StoreUnavailable.class);
            return Duration.ofNanos(System.nanoTime() - begun);
        });

        assertThat(waited).allSatisfy(time -> assertThat(time).isLessThan(LIMIT));
    }

    @Test
    void whoeverWasToldNothingFindsOutAfterwards() throws Exception {
        assertWorks();
        proxy.freeze();
        assertUnavailable(() -> append(order));
        proxy.thaw();
        awaitRecovery();

        int known = storage.store().load(order).events().size();
        boolean appended = append(order);

        assertThat(known).isBetween(0, 1);
        assertThat(appended).isEqualTo(known == 0);
        assertThat(storage.store().load(order).events()).hasSize(1);
    }

    @Test
    void theLogAndItsReadersRecoverToo() throws Exception {
        assertWorks();
        proxy.cut();
        assertThatThrownBy(() -> storage.log().end()).isInstanceOf(StoreUnavailable.class);
        proxy.mend();
        awaitRecovery();
        long before = storage.log().end();

        append(order);

        await().atMost(RECOVERY).until(() -> storage.log().end() > before);
    }

    private boolean append(OrderId id) {
        return storage.store().append(id, 0, Appends.BY, List.of(SampleEvents.placed(id)));
    }

    private void assertWorks() {
        OrderId working = Samples.newOrderId();
        assertThat(append(working)).isTrue();
        assertThat(storage.store().load(working).events()).hasSize(1);
        assertThat(storage.database().isReady()).isTrue();
    }

    private void awaitRecovery() {
        await().atMost(RECOVERY).ignoreExceptions().untilAsserted(this::assertWorks);
    }

    private void assertNotReady() {
        long begun = System.nanoTime();
        assertThat(storage.database().isReady()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1_500));
    }

    /** Each of these, called at the same moment. */
    private static void assertUnavailable(ThrowingCallable... calls) throws Exception {
        Simultaneously.run(calls.length, number -> () -> {
            long begun = System.nanoTime();
            assertThatThrownBy(calls[number]).isInstanceOf(StoreUnavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT);
            return number;
        });
    }
}
