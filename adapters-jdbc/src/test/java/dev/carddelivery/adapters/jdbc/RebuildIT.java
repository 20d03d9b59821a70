package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.port.ParkedReports.Parked;
import dev.carddelivery.application.process.Projector;
import dev.carddelivery.application.process.RevisionTracker;
import dev.carddelivery.application.process.Subscription;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.DeadLetter.Act;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.person.UserId;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables filled step by step, and filled anew from the beginning of the log. */
class RebuildIT {

    private static final List<String> TABLES = List.of("orders", "users", "cards", "deliveries");

    /** What no log tells. */
    private static final List<String> KEPT = List.of("dead_letters", "dead_letter_acts", "parked_reports");

    private TestDatabase testDatabase;
    private TestStorage storage;
    private JdbcCheckpoints checkpoints;
    private JdbcReadModels readModels;

    @BeforeEach
    void open() {
        testDatabase = TestDatabase.create();
        storage = new TestStorage(testDatabase);
        checkpoints = new JdbcCheckpoints(storage.database());
        readModels = new JdbcReadModels(storage.database());
    }

    @AfterEach
    void close() {
        storage.close();
        testDatabase.close();
    }

    @Test
    void rebuiltTablesHoldExactlyTheSame() throws SQLException {
        List<OrderStory> stories = stories();
        int longest =
                stories.map(story -> story.history().events().size()).max().get();
        for (int version = 1; version <= longest; version++) {
            appendAll(stories, version);
            projection().catchUp();
        }
        layAsideAndPark();
        Map<String, String> grown = contents(TABLES);
        Map<String, String> told = contents(KEPT);

        readModels.clear();
        checkpoints.rewind("projector", 0);
        assertThat(contents(TABLES).values()).containsOnly("");
        projection().catchUp();

        assertThat(contents(TABLES)).isEqualTo(grown);
        assertThat(grown.values()).doesNotContain("");
        assertThat(contents(KEPT)).isEqualTo(told);
        assertThat(told.values()).doesNotContain("");
    }

    /** The last two of Anna's orders are recorded in another order than that of the clocks that placed them. */
    private static List<OrderStory> stories() {
        Instant morning = Samples.MORNING;
        OrderStory begun = placed("anna", morning.plus(Duration.ofHours(1)));
        return List.of(
                placed("boris", morning).delivered().activated(Samples.PROOF),
                placed("boris", morning.plusSeconds(1)).inProduction().cancelled(),
                placed("clara", morning).dispatched().attemptFailed(),
                placed("dora", morning).reported(new IdentityReport.Failed(IdentityReport.Reason.POLICY)),
                placed("emil", morning).inProduction().reported(new BureauReport.Rejected(BureauReport.Reason.OTHER)),
                placed("emil", morning.plusSeconds(2)).deadlinePassed(),
                begun.approved(),
                placed("anna", morning));
    }

    private static OrderStory placed(String user, Instant at) {
        return OrderStory.placed(at, new UserId(user), Samples.content(CardType.CREDIT));
    }

    /** Appends one event of each story that is so long, and waits until the log shows them. */
    private void appendAll(List<OrderStory> stories, int version) {
        List<OrderStory> longEnough =
                stories.filter(story -> story.history().events().size() >= version);
        long events = storage.events().size() + longEnough.size();
        longEnough.forEach(story -> {
            var event = story.history().events().get(version - 1);
            assertThat(storage.store().append(story.id(), version - 1, event.by(), List.of(event.event())))
                    .isTrue();
        });
        await().atMost(20, TimeUnit.SECONDS).until(() -> storage.events().size() == events);
    }

    private void layAsideAndPark() {
        ReceivedMessage message = new ReceivedMessage("kafka", Option.none(), HashMap.empty(), Bytes.of("{}"));
        DeadLetter letter = new DeadLetter(
                UUID.randomUUID(),
                Samples.MORNING,
                message,
                DeadLetter.Reason.INVALID,
                "not this way",
                Option.none(),
                DeadLetter.State.OPEN,
                List.empty());
        JdbcDeadLetters letters = new JdbcDeadLetters(storage.database());
        letters.add(letter);
        letters.act(letter.id(), new Act(Samples.MORNING, "olga", Act.What.REPLAY, "as before"), DeadLetter.State.OPEN);
        new JdbcParkedReports(storage.database())
                .park(new Parked(UUID.randomUUID(), Samples.newOrderId(), Samples.MORNING, message));
    }

    /** A new one each time, as after a restart. */
    private Subscription projection() {
        return new Subscription(
                "projector",
                storage.log(),
                checkpoints,
                new RevisionTracker(storage.store(), new Projector(readModels)));
    }

    private Map<String, String> contents(List<String> tables) throws SQLException {
        Map<String, String> contents = LinkedHashMap.empty();
        for (String table : tables) {
            String rows = testDatabase.value(
                    "select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from " + table + " t");
            contents = contents.put(table, rows);
        }
        return contents;
    }
}
