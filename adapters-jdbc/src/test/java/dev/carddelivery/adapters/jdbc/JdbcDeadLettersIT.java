package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.DeadLettersContract;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.DeadLetter.Act;
import dev.carddelivery.application.report.ReceivedMessage;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcDeadLettersIT extends DeadLettersContract {

    private static TestDatabase testDatabase;
    private static Database database;

    @BeforeAll
    static void openDatabase() {
        testDatabase = TestDatabase.create();
        database = testDatabase.open();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
        testDatabase.close();
    }

    @Override
    protected DeadLetters noLetters() throws Exception {
        testDatabase.execute("truncate dead_letters, dead_letter_acts");
        return new JdbcDeadLetters(database);
    }

    /** Such a text comes from a message, and a letter that cannot be kept would hold up all that come after it. */
    @Test
    void aTextWithNulIsKeptWithoutIt() throws Exception {
        DeadLetters letters = noLetters();
        UUID id = UUID.randomUUID();
        letters.add(new DeadLetter(
                id,
                Samples.MORNING,
                new ReceivedMessage("kafka", Option.none(), HashMap.empty(), Bytes.of("\0")),
                DeadLetter.Reason.MALFORMED,
                "odd: \0",
                Option.some("\0subject"),
                DeadLetter.State.OPEN,
                List.empty()));
        letters.act(id, new Act(Samples.MORNING, "ol\0ga", Act.What.REPLAY, "\0"), DeadLetter.State.OPEN);

        DeadLetter kept = letters.find(id).get();
        assertThat(kept.detail()).isEqualTo("odd: \uFFFD");
        assertThat(kept.subject()).containsExactly("\uFFFDsubject");
        assertThat(kept.acts()).containsExactly(new Act(Samples.MORNING, "ol\uFFFDga", Act.What.REPLAY, "\uFFFD"));
        assertThat(kept.message().body()).isEqualTo(Bytes.of("\0"));
    }

    @Test
    void aHeaderIsKeptHoweverLongItsNameIs() throws Exception {
        DeadLetters letters = noLetters();
        UUID id = UUID.randomUUID();
        HashMap<String, String> headers = HashMap.of("x".repeat(100_000), "y".repeat(1_000_000));
        letters.add(new DeadLetter(
                id,
                Samples.MORNING,
                new ReceivedMessage("kafka", Option.none(), headers, Bytes.of("")),
                DeadLetter.Reason.MALFORMED,
                "too long",
                Option.none(),
                DeadLetter.State.OPEN,
                List.empty()));

        assertThat(letters.find(id).get().message().headers()).isEqualTo(headers);
    }

    /** Otherwise a letter could be laid aside anew just when it is marked, and nobody would get the new copy. */
    @Test
    void whoHasCopiedALetterWaitsForThoseWhoActOnIt() throws Exception {
        DeadLetters letters = noLetters();
        DeadLetter seen = letter();
        letters.add(seen);
        try (Connection acting = testDatabase.connect()) {
            acting.setAutoCommit(false);
            execute(acting, "update dead_letters set state = 'replayed'");
            execute(
                    acting,
                    "insert into dead_letter_acts (letter_id, at, by_whom, what, note) values ('" + seen.id()
                            + "', now(), 'olga', 'replay', 'parked')");
            CompletableFuture<Void> copied = CompletableFuture.runAsync(() -> letters.copied(seen));
            await().until(() -> testDatabase
                    .value("select exists (select from pg_locks where not granted)")
                    .equals("t"));

            execute(acting, "update dead_letters set state = 'open', reason = 'refused'");
            acting.commit();
            copied.join();
        }

        assertThat(letters.uncopied(10)).containsExactly(letters.find(seen.id()).get());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DeadLetter letter() {
        return new DeadLetter(
                UUID.randomUUID(),
                Samples.MORNING,
                new ReceivedMessage("kafka", Option.none(), HashMap.empty(), Bytes.of("nonsense")),
                DeadLetter.Reason.MALFORMED,
                "no JSON",
                Option.none(),
                DeadLetter.State.OPEN,
                List.empty());
    }
}
