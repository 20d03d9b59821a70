package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.adapters.jdbc.Sequencing.Sequenced;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log, as the {@link Sequencer} has ordered it. Readers are woken by its notifications, or by a look now and then.
 */
public final class JdbcEventLog implements EventLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcEventLog.class);

    /** How late a reader wakes up when a notification got lost. */
    private static final int POLL_MILLIS = 200;

    /** The inner limit keeps the plan from reading what the outer one would throw away: no batch is empty. */
    private static final String READ = """
            select %s, place
            from (
                select place, events.*
                from (select place, batch_id from log where place > ? order by place limit ?) batch
                join events using (batch_id)
                order by place
                fetch first ? rows with ties
            ) page
            order by place, order_id, version
            """.formatted(EventRow.COLUMNS);

    private static final String FIRST_SINCE = """
            select min(place) from log join events using (batch_id)
            where place > ? and place <= ? and recorded_at >= ?
            """;

    /** So many places at a time, however long the log is. */
    private static final long STRETCH = 50_000;

    private final Database database;
    private final RecentEvents recent = new RecentEvents();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition growth = lock.newCondition();
    private final ConnectedThread listener;
    private long known;

    public JdbcEventLog(Database database) {
        this.database = database;
        this.listener = ConnectedThread.start("log-listener", database.dedicated("listener"), this::listen);
    }

    @Override
    public Page readAfter(long afterPlace, int limit) {
        Page remembered = recent.after(afterPlace, limit);
        return remembered.place() > afterPlace ? remembered : fetch(afterPlace, limit);
    }

    private Page fetch(long afterPlace, int limit) {
        try (Connection connection = database.background().getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, afterPlace);
            statement.setInt(2, limit);
            statement.setInt(3, limit);
            try (ResultSet rows = statement.executeQuery()) {
                return page(rows, afterPlace);
            }
        } catch (SQLException e) {
            throw Outage.translate("The log cannot be read", e);
        }
    }

    private Page page(ResultSet rows, long afterPlace) throws SQLException {
        List<RecordedEvent> events = new ArrayList<>();
        NavigableMap<Long, List<RecordedEvent>> byPlace = new TreeMap<>();
        while (rows.next()) {
            RecordedEvent event = EventRow.read(rows);
            events.add(event);
            byPlace.computeIfAbsent(rows.getLong(12), place -> new ArrayList<>())
                    .add(event);
        }
        byPlace.forEach((place, atPlace) -> recent.read(place, Vector.ofAll(atPlace)));
        return new Page(Vector.ofAll(events), byPlace.isEmpty() ? afterPlace : byPlace.lastKey());
    }

    @Override
    public long end() {
        try (Connection connection = database.background().getConnection()) {
            return end(connection);
        } catch (SQLException e) {
            throw Outage.translate("The log cannot be read", e);
        }
    }

    /**
     * The place after which everything is that was recorded at {@code moment} or later. Reads the log from its
     * beginning, so it may take its time.
     */
    public long placeBefore(Instant moment) {
        try (Connection connection = database.background().getConnection();
                PreparedStatement statement = connection.prepareStatement(FIRST_SINCE)) {
            long end = end(connection);
            for (long from = 0; from < end; from += STRETCH) {
                statement.setLong(1, from);
                statement.setLong(2, from + STRETCH);
                statement.setObject(3, moment.atOffset(ZoneOffset.UTC));
                try (ResultSet first = statement.executeQuery()) {
                    first.next();
                    if (first.getLong(1) > 0) {
                        return first.getLong(1) - 1;
                    }
                }
            }
            return end;
        } catch (SQLException e) {
            throw Outage.translate("The log cannot be read", e);
        }
    }

    @Override
    public void awaitAfter(long afterPlace, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (known <= afterPlace && left > 0) {
                left = growth.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says what this instance has committed, so that it need not be read when it has its place. */
    void committed(long batchId, Seq<RecordedEvent> events) {
        recent.committed(batchId, events);
    }

    /** Says what this instance has added to the log. */
    void grown(Seq<Sequenced> placed) {
        recent.placed(placed);
        reached(placed.last().place());
    }

    /** The log goes up to {@code place} by now. */
    private void reached(long place) {
        lock.lock();
        try {
            if (place > known) {
                known = place;
                growth.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        listener.close();
    }

    private void listen(Connection connection) throws SQLException {
        try {
            Sequencing.listen(connection);
            startAnew(connection);
            while (!Thread.interrupted()) {
                PGNotification[] news = connection.unwrap(PGConnection.class).getNotifications(POLL_MILLIS);
                reached(news.length == 0 ? end(connection) : Long.parseLong(news[news.length - 1].getParameter()));
            }
        } finally {
            recent.forget();
        }
    }

    /**
     * The server may be another one than before, which has not heard of the last events of the old one: nothing of what
     * was known counts any more. Nobody tells of news meanwhile, so what is found is not less than what is told.
     */
    private void startAnew(Connection connection) throws SQLException {
        recent.forget();
        lock.lock();
        try {
            long end = end(connection);
            if (end < known) {
                LOG.error(
                        "The log ends at place {} and went to {} before: the server has lost what was acknowledged last."
                                + " Restart all instances",
                        end,
                        known);
            }
            known = end;
            growth.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static long end(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select coalesce(max(place), 0) from log");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }
}
