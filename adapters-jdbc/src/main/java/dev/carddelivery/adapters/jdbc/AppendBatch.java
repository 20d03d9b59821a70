package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.adapters.jdbc.PendingAppend.Row;
import io.vavr.collection.Seq;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Appends to many histories in one statement, so that one round trip and one commit serve all who wait. */
final class AppendBatch {

    private static final String COLUMNS = """
            order_id, version, batch_id, name, schema_version, data,
            command_id, command_fingerprint, actor_role, actor_id, happened_at, recorded_at
            """;

    private static final String VALUES = COLUMNS.replace("batch_id", "batch.id").replace("data", "data::json");

    /**
     * The first event of an append decides for all of them: its key must be free, and the version before it must be
     * there. Where nothing was inserted no batch is announced.
     */
    private static final String APPEND = """
            with batch as materialized (
                select nextval('batch_ids') as id
            ), wanted as (
                select *
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as event (
                    order_id, version, is_first, name, schema_version, data,
                    command_id, command_fingerprint, actor_role, actor_id, happened_at, recorded_at)
            ), begun as (
                insert into events (%1$s)
                select %2$s
                from wanted, batch
                where is_first and (version = 1 or exists (
                    select from events before
                    where before.order_id = wanted.order_id and before.version = wanted.version - 1))
                on conflict (order_id, version) do nothing
                returning order_id
            ), %3$s announced as (
                insert into pending_batches (batch_id)
                select id from batch where exists (select from begun)
            )
            select order_id, id from begun, batch
            """;

    private static final String CONTINUED = """
            continued as (
                insert into events (%1$s)
                select %2$s
                from wanted join begun using (order_id), batch
                where not is_first
            ),
            """.formatted(COLUMNS, VALUES);

    /** Most appends are of one event, and then the statement costs a quarter less. */
    private static final String APPEND_ONE_EACH = APPEND.formatted(COLUMNS, VALUES, "");

    private static final String APPEND_SEVERAL = APPEND.formatted(COLUMNS, VALUES, CONTINUED);

    private AppendBatch() {}

    /**
     * What is in the table now.
     *
     * @param batchId the batch's id; no batch has it where nothing was inserted
     * @param orders those whose events were inserted
     */
    record Inserted(long batchId, Set<UUID> orders) {

        boolean has(PendingAppend append) {
            return orders.contains(append.orderId());
        }

        /** Those of {@code appends} that were inserted, in the order in which a reader finds them. */
        Seq<PendingAppend> of(Seq<PendingAppend> appends) {
            return appends.filter(this::has).sorted(BY_ID);
        }
    }

    /** The order in which the database sorts ids, and a reader finds the events of a batch. */
    private static final Comparator<PendingAppend> BY_ID =
            Comparator.comparing(PendingAppend::orderId, (one, other) -> {
                int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
                return high != 0
                        ? high
                        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
            });

    /**
     * Inserts the events of those appends that still fit their history.
     *
     * @param appends at most one of each order
     * @return what was inserted
     */
    static Inserted insert(Connection connection, Seq<PendingAppend> appends) throws SQLException {
        // So that two batches wait for each other in one direction only.
        Seq<Row> rows = appends.sorted(BY_ID).flatMap(PendingAppend::rows);
        String append = rows.forAll(Row::isFirst) ? APPEND_ONE_EACH : APPEND_SEVERAL;
        try (PreparedStatement statement = connection.prepareStatement(append)) {
            Columns.of(statement, rows)
                    .uuid(Row::orderId)
                    .integer(Row::version)
                    .bool(Row::isFirst)
                    .text(row -> row.event().name())
                    .integer(row -> row.event().version())
                    .text(row -> row.event().data())
                    .uuid(row -> row.by().commandId().value())
                    .text(row -> row.by().commandId().fingerprint())
                    .word(row -> row.by().actor().role())
                    .text(row -> row.by().actor().id())
                    .instant(row -> row.by().happenedAt())
                    .instant(row -> row.by().now());
            try (ResultSet inserted = statement.executeQuery()) {
                Set<UUID> orders = new HashSet<>();
                long batchId = 0;
                while (inserted.next()) {
                    orders.add(inserted.getObject(1, UUID.class));
                    batchId = inserted.getLong(2);
                }
                return new Inserted(batchId, orders);
            }
        }
    }
}
