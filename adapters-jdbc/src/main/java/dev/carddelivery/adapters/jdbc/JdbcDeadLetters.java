package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.DeadLetter.Act;
import dev.carddelivery.application.report.DeadLetter.Reason;
import dev.carddelivery.application.report.DeadLetter.State;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Dead letters in a table, with what was done about them in another. */
public final class JdbcDeadLetters implements DeadLetters {

    private static final String ADD = """
            insert into dead_letters as kept (letter_id, received_at, reason, detail, subject, state, %s)
            values (:id, :receivedAt, :reason, :detail, :subject, :state, %s)
            on conflict (letter_id) do update set
                reason = excluded.reason,
                detail = excluded.detail,
                subject = excluded.subject,
                state = excluded.state,
                channel = excluded.channel,
                sender = excluded.sender,
                headers = excluded.headers,
                body = excluded.body,
                copied = false
            where kept.state = 'replayed'
            """.formatted(MessageColumns.NAMES, MessageColumns.VALUES);

    /** The update locks the letter, so of two who act at once the second sees what the first has done. */
    private static final String ACT = """
            with letter as (
                update dead_letters set state = :then where letter_id = :id and state = 'open' returning letter_id
            )
            insert into dead_letter_acts (letter_id, at, by_whom, what, note)
            select letter_id, :at, :by, :what, :note from letter
            """;

    /** Acts that are equal are of equal worth, so the newest stands for them. */
    private static final String CONCLUDE = """
            with letter as (
                update dead_letters set state = :then where letter_id = :id and state = 'open'
            )
            update dead_letter_acts set note = :outcome
            where letter_id = :id and number = (
                select max(number) from dead_letter_acts
                where letter_id = :id and at = :at and by_whom = :by and what = :what and note = :note
            )
            """;

    private final Sql sql;

    /** For what nobody waits for, and does no harm when it happens twice. */
    private final Sql copying;

    /** What is kept here follows from nothing else, so it must be on disk when a method returns. */
    public JdbcDeadLetters(Database database) {
        this.sql = new Sql(database.requests());
        this.copying = new Sql(database.background());
    }

    @Override
    public void add(DeadLetter letter) {
        sql.use(handle -> MessageColumns.bind(handle.createUpdate(ADD), letter.message())
                .bind("id", letter.id())
                .bind("receivedAt", letter.receivedAt())
                .bind("reason", Words.of(letter.reason()))
                .bind("detail", storable(letter.detail()))
                .bind("subject", letter.subject().map(JdbcDeadLetters::storable).getOrNull())
                .bind("state", Words.of(letter.state()))
                .execute());
    }

    @Override
    public Option<DeadLetter> find(UUID id) {
        return sql.with(handle -> handle.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                snapshot -> Option.ofOptional(snapshot.createQuery("select * from dead_letters where letter_id = ?")
                        .bind(0, id)
                        .map((row, context) -> letter(row, acts(snapshot, id)))
                        .findOne())));
    }

    @Override
    public Slice<DeadLetter.Summary> list(State state, Option<String> cursor, int limit) {
        Option<Cursor> after = cursor.map(Cursor::parse);
        String query = """
                select letter_id, received_at, channel, sender, reason, detail, subject, state
                from dead_letters
                where state = :state %s
                order by received_at, letter_id
                limit :limit
                """.formatted(after.isDefined() ? "and (received_at, letter_id) > (:at, :id)" : "");
        Seq<DeadLetter.Summary> found = sql.list(handle -> handle.createQuery(query)
                .configure(SqlStatements.class, statement -> statement.setUnusedBindingAllowed(true))
                .bind("state", Words.of(state))
                .bind("at", after.map(Cursor::at).getOrNull())
                .bind("id", after.map(Cursor::uuid).getOrNull())
                .bind("limit", limit + 1)
                .map((row, context) -> summary(row)));
        return Cursor.slice(
                found, limit, last -> new Cursor(last.receivedAt(), last.id().toString()));
    }

    @Override
    public boolean act(UUID id, Act act, State then) {
        return sql.with(handle -> bind(handle.createUpdate(ACT), id, act, then).execute() == 1);
    }

    @Override
    public void conclude(UUID id, Act act, String note, State then) {
        sql.use(handle -> bind(handle.createUpdate(CONCLUDE), id, act, then)
                .bind("outcome", storable(note))
                .execute());
    }

    private static Update bind(Update statement, UUID id, Act act, State then) {
        return statement
                .bind("id", id)
                .bind("then", Words.of(then))
                .bind("at", act.at())
                .bind("by", storable(act.by()))
                .bind("what", Words.of(act.what()))
                .bind("note", storable(act.note()));
    }

    @Override
    public Seq<DeadLetter> uncopied(int limit) {
        return copying.with(handle -> handle.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                snapshot -> Vector.ofAll(snapshot.createQuery("""
                                select * from dead_letters
                                where state = 'open' and not copied
                                order by received_at, letter_id
                                limit ?
                                """)
                        .bind(0, limit)
                        .map((row, context) -> letter(row, acts(snapshot, row.getObject("letter_id", UUID.class))))
                        .list())));
    }

    @Override
    public void copied(DeadLetter seen) {
        copying.use(handle -> handle.useTransaction(locked -> {
            // Whoever acts changes the letter's row, so from here on its acts stay as they are.
            Option<State> state = Option.ofOptional(
                    locked.createQuery("select state from dead_letters where letter_id = ? for update")
                            .bind(0, seen.id())
                            .map((row, context) -> Words.parse(State.class, row.getString(1)))
                            .findOne());
            if (state.contains(seen.state()) && acts(locked, seen.id()).equals(seen.acts())) {
                locked.execute("update dead_letters set copied = true where letter_id = ?", seen.id());
            }
        }));
    }

    private static Seq<Act> acts(Handle handle, UUID id) {
        return List.ofAll(handle.createQuery(
                        "select at, by_whom, what, note from dead_letter_acts where letter_id = ? order by number")
                .bind(0, id)
                .map((row, context) -> new Act(
                        EventRow.instant(row, 1),
                        row.getString(2),
                        Words.parse(Act.What.class, row.getString(3)),
                        row.getString(4)))
                .list());
    }

    private static DeadLetter letter(ResultSet row, Seq<Act> acts) throws SQLException {
        DeadLetter.Summary summary = summary(row);
        return new DeadLetter(
                summary.id(),
                summary.receivedAt(),
                MessageColumns.read(row),
                summary.reason(),
                summary.detail(),
                summary.subject(),
                summary.state(),
                acts);
    }

    private static DeadLetter.Summary summary(ResultSet row) throws SQLException {
        return new DeadLetter.Summary(
                row.getObject("letter_id", UUID.class),
                EventRow.instant(row, row.findColumn("received_at")),
                row.getString("channel"),
                MessageColumns.sender(row),
                Words.parse(Reason.class, row.getString("reason")),
                row.getString("detail"),
                Option.of(row.getString("subject")),
                Words.parse(State.class, row.getString("state")));
    }

    /** PostgreSQL knows no NUL in a text; where one comes from a message, the letter must be kept all the same. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
