package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.UUID;
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
}
