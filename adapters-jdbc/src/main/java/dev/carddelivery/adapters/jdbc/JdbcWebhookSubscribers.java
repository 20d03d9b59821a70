package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.webhook.MessageTypes;
import dev.carddelivery.application.webhook.SigningSecrets;
import dev.carddelivery.application.webhook.SigningSecrets.Retiring;
import dev.carddelivery.application.webhook.Subscriber;
import dev.carddelivery.application.webhook.WebhookSecret;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;

/** Subscribers in a table. */
public final class JdbcWebhookSubscribers implements WebhookSubscribers {

    private static final String ADD = """
            insert into webhook_subscribers
                (subscriber_id, url, types, secret, old_secret, old_until, created_at, disabled)
            values (:id, :url, :types, :secret, :oldSecret, :oldUntil, :createdAt, :disabled)
            """;

    private static final String CHANGE = """
            update webhook_subscribers
            set url = :url, types = :types, secret = :secret, old_secret = :oldSecret, old_until = :oldUntil,
                disabled = :disabled
            where subscriber_id = :id
            """;

    private final Sql sql;
    private final Sql background;

    /** What is kept here follows from nothing else, so it must be on disk when a method returns. */
    public JdbcWebhookSubscribers(Database database) {
        this.sql = new Sql(database.requests());
        this.background = new Sql(database.background());
    }

    @Override
    public void add(Subscriber subscriber) {
        sql.use(handle -> bind(handle.createUpdate(ADD), subscriber).execute());
    }

    @Override
    public Option<Subscriber> find(UUID id) {
        return sql.with(handle -> find(handle, id, ""));
    }

    @Override
    public Seq<Subscriber> enabled() {
        return background.list(handle -> handle.createQuery(
                        "select * from webhook_subscribers where disabled is null order by created_at, subscriber_id")
                .map((row, context) -> subscriber(row)));
    }

    @Override
    public Option<Subscriber> enabled(UUID id) {
        return background.with(handle -> find(handle, id, "and disabled is null"));
    }

    @Override
    public Slice<Subscriber> list(Option<String> cursor, int limit) {
        Option<Cursor> after = cursor.map(Cursor::parse);
        String query = """
                select * from webhook_subscribers
                %s
                order by created_at, subscriber_id
                limit :limit
                """.formatted(after.isDefined() ? "where (created_at, subscriber_id) > (:at, :id)" : "");
        Seq<Subscriber> found = sql.list(handle -> handle.createQuery(query)
                .configure(SqlStatements.class, statement -> statement.setUnusedBindingAllowed(true))
                .bind("at", after.map(Cursor::at).getOrNull())
                .bind("id", after.map(Cursor::uuid).getOrNull())
                .bind("limit", limit + 1)
                .map((row, context) -> subscriber(row)));
        return Cursor.slice(
                found, limit, last -> new Cursor(last.createdAt(), last.id().toString()));
    }

    @Override
    public Option<Subscriber> change(UUID id, UnaryOperator<Subscriber> change) {
        return sql.with(handle -> handle.inTransaction(locked -> {
            Option<Subscriber> changed = find(locked, id, "for update").map(change);
            changed.forEach(
                    subscriber -> bind(locked.createUpdate(CHANGE), subscriber).execute());
            return changed;
        }));
    }

    @Override
    public boolean remove(UUID id) {
        return sql.with(handle -> handle.execute("delete from webhook_subscribers where subscriber_id = ?", id) == 1);
    }

    private static Option<Subscriber> find(Handle handle, UUID id, String more) {
        Query query = handle.createQuery("select * from webhook_subscribers where subscriber_id = ? " + more);
        return Option.ofOptional(
                query.bind(0, id).map((row, context) -> subscriber(row)).findOne());
    }

    private static Update bind(Update statement, Subscriber subscriber) {
        Option<Retiring> old = subscriber.secrets().retiring();
        return statement
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("id", subscriber.id())
                .bind("url", subscriber.url())
                .bindArray("types", String.class, subscriber.types().names().toJavaList())
                .bind("secret", subscriber.secrets().current().key().toArray())
                .bind(
                        "oldSecret",
                        old.map(each -> each.secret().key().toArray()).getOrNull())
                .bind("oldUntil", old.map(Retiring::until).getOrNull())
                .bind("createdAt", subscriber.createdAt())
                .bind("disabled", subscriber.disabled().map(Words::of).getOrNull());
    }

    private static Subscriber subscriber(ResultSet row) throws SQLException {
        Option<Retiring> old = row.getObject("old_until") == null
                ? Option.none()
                : Option.some(
                        new Retiring(secret(row, "old_secret"), EventRow.instant(row, row.findColumn("old_until"))));
        return new Subscriber(
                row.getObject("subscriber_id", UUID.class),
                row.getString("url"),
                new MessageTypes(HashSet.of((String[]) row.getArray("types").getArray())),
                new SigningSecrets(secret(row, "secret"), old),
                EventRow.instant(row, row.findColumn("created_at")),
                Option.of(row.getString("disabled")).map(word -> Words.parse(Subscriber.DisabledReason.class, word)));
    }

    private static WebhookSecret secret(ResultSet row, String column) throws SQLException {
        return new WebhookSecret(Bytes.of(row.getBytes(column)));
    }
}
