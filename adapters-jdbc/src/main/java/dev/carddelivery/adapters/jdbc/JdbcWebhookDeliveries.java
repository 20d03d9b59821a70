package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.port.WebhookDeliveries;
import dev.carddelivery.application.webhook.WebhookAttempt;
import dev.carddelivery.application.webhook.WebhookAttempt.Answered;
import dev.carddelivery.application.webhook.WebhookAttempt.Unanswered;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookDelivery.State;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Deliveries and attempts in two tables. What the program does by itself follows from the log or does no harm when it
 * happens twice, so its commits need not wait for the disk; an operator's replay does.
 */
public final class JdbcWebhookDeliveries implements WebhookDeliveries {

    /** Numbered as they were given, yet inserted by their ids: two who add the same must not wait in a circle. */
    private static final String ADD = """
            insert into webhook_deliveries
                (delivery_id, subscriber_id, message_id, type, order_id, body, created_at, state, attempts, tries, due,
                number)
            select *
            from (
                select *, nextval('webhook_delivery_numbers')
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ) numbered
            order by 1
            on conflict (delivery_id)
            """;

    private static final String UNLESS_KEPT = "do nothing";
    private static final String EVEN_IF_KEPT = """
            do update set state = excluded.state, tries = excluded.tries, due = excluded.due
            where webhook_deliveries.state <> 'pending'
            """;

    private static final String AWAITED = """
            select subscriber_id
            from webhook_subscribers s
            where exists (select from webhook_deliveries d where d.subscriber_id = s.subscriber_id and d.due <= ?)
            """;

    private static final String ATTEMPTED = """
            with delivery as (
                update webhook_deliveries
                set attempts = attempts + 1,
                    state = case state when 'pending' then :state else state end,
                    tries = case state when 'pending' then tries + 1 else tries end,
                    due = case state when 'pending' then cast(:due as timestamptz) else due end
                where delivery_id = :id
                returning delivery_id
            )
            insert into webhook_attempts (delivery_id, at, took_millis, status, fault)
            select delivery_id, :at, :took, cast(:status as integer), cast(:fault as text) from delivery
            """;

    private static final String REPLAY = """
            update webhook_deliveries
            set state = 'pending', tries = 0, due = ?
            where delivery_id = ?
            returning *
            """;

    /** From one to the next along an index: there are few of them, and millions of deliveries. */
    private static final String SUBSCRIBERS = """
            with recursive known as (
                (select subscriber_id from webhook_deliveries order by subscriber_id limit 1)
                union all
                select (
                    select d.subscriber_id from webhook_deliveries d
                    where d.subscriber_id > known.subscriber_id
                    order by d.subscriber_id
                    limit 1)
                from known
                where known.subscriber_id is not null
            )
            select subscriber_id from known where subscriber_id is not null
            """;

    private static final String FORGET_ALL_OF = """
            delete from webhook_deliveries
            where delivery_id in (select delivery_id from webhook_deliveries where subscriber_id = ? limit ?)
            """;

    private static final String FORGET = """
            delete from webhook_deliveries
            where delivery_id in (
                select delivery_id from webhook_deliveries where due is null and created_at < ? limit ?)
            """;

    private final Database database;
    private final Sql sql;
    private final Sql operators;

    public JdbcWebhookDeliveries(Database database) {
        this.database = database;
        this.sql = new Sql(database.background());
        this.operators = new Sql(database.requests());
    }

    @Override
    public void add(Seq<WebhookDelivery> deliveries) {
        insert(deliveries, UNLESS_KEPT);
    }

    @Override
    public void addAgain(Seq<WebhookDelivery> deliveries) {
        insert(deliveries.distinctBy(WebhookDelivery::id), EVEN_IF_KEPT);
    }

    private void insert(Seq<WebhookDelivery> deliveries, String onConflict) {
        try (var connection = database.background().getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD + onConflict)) {
            Columns.of(statement, deliveries)
                    .uuid(WebhookDelivery::id)
                    .uuid(WebhookDelivery::subscriber)
                    .uuid(each -> each.message().id())
                    .text(each -> each.message().type())
                    .uuid(each -> each.message().orderId().value())
                    .bytes(each -> each.message().body().toArray())
                    .instant(WebhookDelivery::createdAt)
                    .word(WebhookDelivery::state)
                    .integer(WebhookDelivery::attempts)
                    .integer(WebhookDelivery::tries)
                    .instantOption(WebhookDelivery::due);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Outage.translate("Deliveries to webhooks cannot be written", e);
        }
    }

    @Override
    public Set<UUID> awaited(Instant now) {
        return sql.list(handle -> handle.createQuery(AWAITED).bind(0, now).mapTo(UUID.class))
                .toSet();
    }

    @Override
    public Seq<WebhookDelivery> due(UUID subscriber, Instant now, int limit) {
        return sql.list(handle -> handle.createQuery("""
                        select * from webhook_deliveries
                        where subscriber_id = ? and due <= ?
                        order by due, number
                        limit ?
                        """)
                .bind(0, subscriber)
                .bind(1, now)
                .bind(2, limit)
                .map((row, context) -> WebhookRows.delivery(row)));
    }

    @Override
    public void attempted(UUID id, WebhookAttempt attempt, WebhookDelivery.Next next) {
        sql.use(handle -> handle.createUpdate(ATTEMPTED)
                .bind("id", id)
                .bind("state", Words.of(next.state()))
                .bind("due", next.due().getOrNull())
                .bind("at", attempt.at())
                .bind("took", attempt.took().toMillis())
                .bind("status", attempt.result() instanceof Answered(int status) ? status : null)
                .bind("fault", attempt.result() instanceof Unanswered(var fault) ? Words.of(fault) : null)
                .execute());
    }

    @Override
    public Option<WebhookDelivery> find(UUID id) {
        return operators.with(
                handle -> Option.ofOptional(handle.createQuery("select * from webhook_deliveries where delivery_id = ?")
                        .bind(0, id)
                        .map((row, context) -> WebhookRows.delivery(row))
                        .findOne()));
    }

    @Override
    public Slice<WebhookDelivery> list(UUID subscriber, Option<State> state, Option<String> cursor, int limit) {
        Option<Cursor> after = cursor.map(Cursor::parse);
        Seq<WebhookDelivery> found =
                operators.list(handle -> handle.createQuery(query(state.isDefined(), after.isDefined()))
                        .configure(SqlStatements.class, statement -> statement.setUnusedBindingAllowed(true))
                        .bind("subscriber", subscriber)
                        .bind("state", state.map(Words::of).getOrNull())
                        .bind("at", after.map(Cursor::at).getOrNull())
                        .bind("id", after.map(Cursor::uuid).getOrNull())
                        .bind("limit", limit + 1)
                        .map((row, context) -> WebhookRows.delivery(row)));
        return Cursor.slice(
                found, limit, last -> new Cursor(last.createdAt(), last.id().toString()));
    }

    /** The order is that of an index, with a state and without one. */
    static String query(boolean ofOneState, boolean goesOn) {
        return """
                select * from webhook_deliveries
                where subscriber_id = :subscriber %s %s
                order by created_at desc, delivery_id desc
                limit :limit
                """.formatted(
                ofOneState ? "and state = :state" : "", goesOn ? "and (created_at, delivery_id) < (:at, :id)" : "");
    }

    @Override
    public Seq<WebhookAttempt> attempts(UUID id, int limit) {
        return operators
                .list(handle -> handle.createQuery("""
                                select at, took_millis, status, fault from webhook_attempts
                                where delivery_id = ?
                                order by number desc
                                limit ?
                                """)
                        .bind(0, id)
                        .bind(1, limit)
                        .map((row, context) -> WebhookRows.attempt(row)))
                .reverse();
    }

    @Override
    public Option<WebhookDelivery> replay(UUID id, Instant now) {
        return operators.with(handle -> Option.ofOptional(handle.createQuery(REPLAY)
                .bind(0, now)
                .bind(1, id)
                .map((row, context) -> WebhookRows.delivery(row))
                .findOne()));
    }

    @Override
    public Set<UUID> subscribers() {
        return sql.list(handle -> handle.createQuery(SUBSCRIBERS).mapTo(UUID.class))
                .toSet();
    }

    @Override
    public int forgetAllOf(UUID subscriber, int limit) {
        return sql.with(handle -> handle.execute(FORGET_ALL_OF, subscriber, limit));
    }

    @Override
    public int forgetBefore(Instant moment, int limit) {
        return sql.with(handle -> handle.execute(FORGET, moment, limit));
    }
}
