package dev.carddelivery.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.port.AwaitedRequests;
import dev.carddelivery.application.port.AwaitedRequestsContract;
import dev.carddelivery.application.port.Checkpoints;
import dev.carddelivery.application.port.Checkpoints.Checkpoint;
import dev.carddelivery.application.port.CheckpointsContract;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.DeadLettersContract;
import dev.carddelivery.application.port.EventLog;
import dev.carddelivery.application.port.EventLogContract;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.MessagePublisherContract;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.OrderStoreContract;
import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.application.port.ParkedReportsContract;
import dev.carddelivery.application.port.ReadModels;
import dev.carddelivery.application.port.ReadModelsContract;
import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.port.WebhookDeliveriesContract;
import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.port.WebhookSubscribersContract;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Tests the contracts: an adapter that does nothing keeps none of their promises. */
class ContractsTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                IdleStore.class,
                BoastfulStore.class,
                IdleLog.class,
                BoastfulLog.class,
                IdleCheckpoints.class,
                IdleReadModels.class,
                IdlePublisher.class,
                IdleDeadLetters.class,
                IdleParkedReports.class,
                IdleAwaitedRequests.class,
                IdleWebhookSubscribers.class,
                IdleWebhookDeliveries.class
            })
    void anAdapterThatDoesNothingFailsEveryTest(Class<?> idle) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(idle))
                .execute()
                .testEvents();

        assertThat(tests.started().count()).isGreaterThan(5);
        assertThat(tests.succeeded().map(event -> event.getTestDescriptor().getDisplayName()))
                .as("tests that pass although nothing was done")
                .isEmpty();
        assertThat(tests.failed().count()).isEqualTo(tests.started().count());
    }

    @Test
    void everyContractIsTestedLikeThat() throws Exception {
        List<String> tested = List.of(ContractsTest.class.getDeclaredClasses())
                .map(idle -> idle.getSuperclass().getSimpleName());

        try (Stream<Path> files =
                Files.list(Path.of(OrderStoreContract.class.getResource(".").toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Contract.class"))
                            .map(name -> name.replace(".class", "")))
                    .isNotEmpty()
                    .isSubsetOf(tested);
        }
    }

    static class IdleStore extends OrderStoreContract {

        @Override
        protected OrderStore emptyStore() {
            return new Nothing(false);
        }
    }

    /** Claims to have appended what it has not. */
    static class BoastfulStore extends OrderStoreContract {

        @Override
        protected OrderStore emptyStore() {
            return new Nothing(true);
        }
    }

    static class IdleLog extends EventLogContract {

        @Override
        protected Storage emptyStorage() {
            return new Storage(new Nothing(false), new Nothing(false));
        }

        @Override
        protected Duration patience() {
            return Duration.ofMillis(50);
        }
    }

    /** Stands beside a store that claims to have appended what it has not. */
    static class BoastfulLog extends EventLogContract {

        @Override
        protected Storage emptyStorage() {
            return new Storage(new Nothing(true), new Nothing(true));
        }

        @Override
        protected Duration patience() {
            return Duration.ofMillis(50);
        }
    }

    static class IdleCheckpoints extends CheckpointsContract {

        @Override
        protected Checkpoints noCheckpoints() {
            return new Nothing(false);
        }
    }

    static class IdleReadModels extends ReadModelsContract {

        @Override
        protected Tables emptyTables() {
            return new Tables(
                    new Nothing(false),
                    (filter, cursor, limit) -> new Slice<>(List.empty(), Option.none()),
                    (type, direction, cursor, limit) -> new Slice<>(List.empty(), Option.none()),
                    (now, limit) -> List.empty());
        }
    }

    static class IdlePublisher extends MessagePublisherContract {

        @Override
        protected MessagePublisher nothingPublished() {
            return requests -> {};
        }

        @Override
        protected Seq<PartnerRequest> handedOver() {
            return List.empty();
        }
    }

    static class IdleDeadLetters extends DeadLettersContract {

        @Override
        protected DeadLetters noLetters() {
            return new NobodyWaits();
        }
    }

    static class IdleParkedReports extends ParkedReportsContract {

        @Override
        protected ParkedReports nothingParked() {
            return new NobodyWaits();
        }
    }

    static class IdleAwaitedRequests extends AwaitedRequestsContract {

        @Override
        protected AwaitedRequests nothingAwaited() {
            return new NobodyWaits();
        }
    }

    /** Keeps nothing that waits for something. */
    private record NobodyWaits() implements DeadLetters, ParkedReports, AwaitedRequests {

        @Override
        public void add(DeadLetter letter) {}

        @Override
        public Option<DeadLetter> find(UUID id) {
            return Option.none();
        }

        @Override
        public Slice<DeadLetter.Summary> list(DeadLetter.State state, Option<String> cursor, int limit) {
            return new Slice<>(List.empty(), Option.none());
        }

        @Override
        public boolean act(UUID id, DeadLetter.Act act, DeadLetter.State then) {
            return true;
        }

        @Override
        public void conclude(UUID id, DeadLetter.Act act, String note, DeadLetter.State then) {}

        @Override
        public Seq<DeadLetter> uncopied(int limit) {
            return List.empty();
        }

        @Override
        public void copied(DeadLetter seen) {}

        @Override
        public void park(Parked report) {}

        @Override
        public int othersWaiting(Parked report) {
            return -1;
        }

        @Override
        public Set<OrderId> awaitedAmong(Set<OrderId> orders) {
            return orders;
        }

        @Override
        public Seq<Parked> of(OrderId order) {
            return List.empty();
        }

        @Override
        public Seq<Parked> since(Instant moment, int limit) {
            return List.empty();
        }

        @Override
        public void remove(Parked seen) {}

        @Override
        public void update(Seq<Awaited> asked, Map<OrderId, Open> open) {}

        @Override
        public Seq<Awaited> dueBy(Instant now, int limit) {
            return List.empty();
        }

        @Override
        public void reminded(Awaited next) {}

        @Override
        public void forget(PartnerRequest request) {}
    }

    static class IdleWebhookSubscribers extends WebhookSubscribersContract {

        @Override
        protected WebhookSubscribers nobody() {
            return new IdleWebhooks.NobodyIsTold();
        }
    }

    static class IdleWebhookDeliveries extends WebhookDeliveriesContract {

        @Override
        protected Storage emptyStorage() {
            return new Storage(new IdleWebhooks.NobodyIsTold(), new IdleWebhooks.NothingIsSent());
        }
    }

    /** All that can be left undone. */
    private record Nothing(boolean answer) implements OrderStore, EventLog, Checkpoints, ReadModels {

        @Override
        public OrderHistory load(OrderId orderId) {
            return OrderHistory.NONE;
        }

        @Override
        public boolean append(OrderId orderId, int expectedVersion, Provenance by, List<OrderEvent> events) {
            return answer;
        }

        @Override
        public Page readAfter(long afterPlace, int limit) {
            return new Page(List.empty(), afterPlace);
        }

        @Override
        public long end() {
            return 0;
        }

        @Override
        public void awaitAfter(long afterPlace, Duration atMost) {}

        @Override
        public Checkpoint load(String subscription) {
            return Checkpoint.START;
        }

        @Override
        public void advance(String subscription, Checkpoint from, long to) {}

        @Override
        public void rewind(String subscription, long to) {}

        @Override
        public void show(Seq<OrderRevision> revisions) {}

        @Override
        public void clear() {}
    }
}
