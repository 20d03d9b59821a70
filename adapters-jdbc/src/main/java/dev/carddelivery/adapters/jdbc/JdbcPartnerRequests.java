package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** The embedded transport: a table that holds each request until whoever plays its partner has finished it. */
public final class JdbcPartnerRequests implements MessagePublisher {

    /** Numbered as they were sent, yet inserted by their ids: two who send the same must not wait in a circle. */
    private static final String SEND = """
            insert into partner_requests (request_id, order_id, version, kind, due, number)
            select *
            from (
                select request_id, order_id, version, kind, due, nextval('partner_request_numbers')
                from unnest(?, ?, ?, ?, ?) as given (request_id, order_id, version, kind, due)
            ) numbered
            order by request_id
            on conflict (request_id) do nothing
            """;

    private static final String DUE = """
            select order_id, version, kind, step, due
            from partner_requests
            where done_at is null and due <= ?
            order by due, number
            limit ?
            """;

    private final Database database;
    private final Sql sql;
    private final InstantSource clock;

    /**
     * The table's requests.
     *
     * @param clock says when a request was sent, which is when its first step is due
     */
    public JdbcPartnerRequests(Database database, InstantSource clock) {
        this.database = database;
        this.sql = new Sql(database.background());
        this.clock = clock;
    }

    @Override
    public void publish(Seq<OutgoingMessage> messages) {
        Seq<PartnerRequest> requests = messages.filter(OutgoingMessage.Request.class::isInstance)
                .map(message -> ((OutgoingMessage.Request) message).request());
        if (requests.nonEmpty()) {
            send(requests);
        }
    }

    /** Hands requests over. */
    public void send(Seq<PartnerRequest> requests) {
        Instant now = clock.instant();
        try (var connection = database.background().getConnection();
                PreparedStatement statement = connection.prepareStatement(SEND)) {
            Columns.of(statement, requests)
                    .uuid(PartnerRequest::id)
                    .uuid(request -> request.orderId().value())
                    .integer(PartnerRequest::version)
                    .word(PartnerRequest::kind)
                    .instant(request -> now);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Outage.translate("Requests to partners cannot be written", e);
        }
    }

    /** Requests whose next step is due by {@code now}, the longest overdue first. */
    public Seq<PendingRequest> due(Instant now, int limit) {
        return sql.list(
                handle -> handle.createQuery(DUE).bind(0, now).bind(1, limit).map((row, context) -> pending(row)));
    }

    /** Notes that {@code step} of a request is the next one, and when. A request that is finished stays so. */
    public void reschedule(UUID requestId, int step, Instant due) {
        sql.use(handle -> handle.execute(
                "update partner_requests set step = ?, due = ? where request_id = ? and done_at is null",
                step,
                due,
                requestId));
    }

    /** Notes that a request is finished. */
    public void finish(UUID requestId) {
        sql.use(handle -> handle.execute(
                "update partner_requests set done_at = ? where request_id = ? and done_at is null",
                clock.instant(),
                requestId));
    }

    /** Notes that the requests of these kinds for an order are wanted no more, as far as they are not finished. */
    public void withdraw(OrderId orderId, Set<PartnerRequest.Kind> kinds) {
        sql.use(handle -> handle.createUpdate("""
                        update partner_requests set done_at = :now
                        where order_id = :order and kind = any (:kinds) and done_at is null
                        """)
                .bind("now", clock.instant())
                .bind("order", orderId.value())
                .bindArray("kinds", String.class, kinds.map(Words::of).toJavaArray())
                .execute());
    }

    private static PendingRequest pending(ResultSet row) throws SQLException {
        PartnerRequest request = new PartnerRequest(
                new OrderId(row.getObject(1, UUID.class)),
                row.getInt(2),
                Words.parse(PartnerRequest.Kind.class, row.getString(3)));
        return new PendingRequest(request, row.getInt(4), EventRow.instant(row, 5));
    }
}
