package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.adapters.jdbc.PendingMail.Progress;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** The mailbox of those who play the partners: a table that holds each request until its partner has finished it. */
public final class JdbcMailbox {

    /**
     * Numbered as they came, yet inserted by their ids: two who bring the same must not wait in a circle. What was done
     * begins anew, so that its reports are repeated; what is being worked on goes on.
     */
    private static final String PUT = """
            insert into partner_mailbox (request_id, order_id, partner, kind, message, due, number)
            select request_id, order_id, partner, kind, message::json, due, number
            from (
                select given.*, nextval('partner_mail_numbers') as number
                from unnest(?, ?, ?, ?, ?, ?) as given (request_id, order_id, partner, kind, message, due)
            ) numbered
            order by request_id
            on conflict (request_id) do update
            set asked = partner_mailbox.asked + 1, step = 0, held_back = null, due = excluded.due, done_at = null
            where partner_mailbox.done_at is not null and not partner_mailbox.withdrawn
            """;

    /** Who is silent is not due. What was said for the order itself goes before what was said for all. */
    private static final String DUE = """
            select request_id, mail.order_id, kind, message, asked, step, rejected, held_back, due, behaviour
            from partner_mailbox mail
            left join lateral (
                select behaviour, silent_until
                from partner_behaviours
                where partner = mail.partner and (order_id = mail.order_id or order_id is null)
                order by order_id nulls last
                limit 1
            ) told on true
            where done_at is null and due <= :now and coalesce(silent_until <= :now, true)
            order by due, number
            limit :limit
            """;

    private final Database database;
    private final Sql sql;
    private final InstantSource clock;

    /**
     * The mailbox.
     *
     * @param clock says when a request came, which is when its first step is due
     */
    public JdbcMailbox(Database database, InstantSource clock) {
        this.database = database;
        this.sql = new Sql(database.background());
        this.clock = clock;
    }

    /**
     * Takes in requests. When this returns they are durable. One that is known already begins anew if it was done, and
     * goes on as it is if it is being worked on or was withdrawn.
     */
    public void put(Seq<Mail> mails) {
        if (mails.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        try (var connection = database.background().getConnection();
                Statement durably = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(PUT)) {
            connection.setAutoCommit(false);
            durably.execute("set local synchronous_commit = on");
            Columns.of(statement, mails.distinctBy(Mail::id))
                    .uuid(Mail::id)
                    .uuid(mail -> mail.orderId().value())
                    .word(mail -> mail.kind().partner())
                    .word(Mail::kind)
                    .text(Mail::message)
                    .instant(mail -> now);
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw Outage.translate("Requests to partners cannot be taken in", e);
        }
    }

    /** Requests whose next step is due by {@code now} for a partner who is not silent, the longest overdue first. */
    public Seq<PendingMail> due(Instant now, int limit) {
        return sql.list(handle ->
                handle.createQuery(DUE).bind("now", now).bind("limit", limit).map((row, context) -> pending(row)));
    }

    /** Notes how far a request is, and when its next step is due. A request that is done stays so. */
    public void advance(UUID requestId, Progress progress, Instant due) {
        sql.use(handle -> handle.createUpdate("""
                        update partner_mailbox
                        set step = :step, rejected = :rejected, held_back = cast(:heldBack as integer), due = :due
                        where request_id = :id and done_at is null
                        """)
                .bind("step", progress.step())
                .bind("rejected", progress.rejected())
                .bind("heldBack", progress.heldBack().getOrNull())
                .bind("due", due)
                .bind("id", requestId)
                .execute());
    }

    /** Notes that a request is done. */
    public void finish(UUID requestId) {
        sql.use(handle -> handle.execute(
                "update partner_mailbox set done_at = ? where request_id = ? and done_at is null",
                clock.instant(),
                requestId));
    }

    /** Notes that requests of this kind for an order are wanted no more, as far as they are not done. */
    public void withdraw(OrderId orderId, Kind kind) {
        sql.use(handle -> handle.execute("""
                update partner_mailbox set done_at = ?, withdrawn = true
                where order_id = ? and kind = ? and done_at is null
                """, clock.instant(), orderId.value(), Words.of(kind)));
    }

    /** Whether a request of this kind for an order was once done as it was asked for. */
    public boolean isFulfilled(OrderId orderId, Kind kind) {
        return sql.with(handle -> handle.createQuery("""
                        select exists (
                            select from partner_mailbox
                            where order_id = :order and kind = :kind and not rejected
                            and (asked > 1 or (done_at is not null and not withdrawn))
                        )
                        """)
                .bind("order", orderId.value())
                .bind("kind", Words.of(kind))
                .mapTo(Boolean.class)
                .one());
    }

    private static PendingMail pending(ResultSet row) throws SQLException {
        Mail mail = new Mail(
                row.getObject(1, UUID.class),
                new OrderId(row.getObject(2, UUID.class)),
                Words.parse(Kind.class, row.getString(3)),
                row.getString(4));
        Progress progress = new Progress(row.getInt(6), row.getBoolean(7), Option.of(row.getObject(8, Integer.class)));
        return new PendingMail(mail, row.getInt(5), progress, EventRow.instant(row, 9), Option.of(row.getString(10)));
    }
}
