package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.Vector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A row of {@code events} as an event. */
final class EventRow {

    /** What {@link #read} expects, in this order. */
    static final String COLUMNS = """
            order_id, version, name, schema_version, data, \
            command_id, command_fingerprint, actor_role, actor_id, happened_at, recorded_at""";

    private EventRow() {}

    static Vector<RecordedEvent> readAll(ResultSet rows) throws SQLException {
        List<RecordedEvent> events = new ArrayList<>();
        while (rows.next()) {
            events.add(read(rows));
        }
        return Vector.ofAll(events);
    }

    static RecordedEvent read(ResultSet row) throws SQLException {
        StoredEvent stored = new StoredEvent(row.getString(3), row.getInt(4), row.getString(5));
        CommandId commandId = new CommandId(row.getObject(6, UUID.class), row.getString(7));
        Actor actor = new Actor(Words.parse(Actor.Role.class, row.getString(8)), row.getString(9));
        return new RecordedEvent(
                new OrderId(row.getObject(1, UUID.class)),
                row.getInt(2),
                EventCodec.CURRENT.decode(stored),
                new Provenance(commandId, actor, instant(row, 10), instant(row, 11)));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
