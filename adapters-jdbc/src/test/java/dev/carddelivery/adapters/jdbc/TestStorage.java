package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog.Page;
import io.vavr.collection.Vector;

/** A store with its log and sequencer, as one instance of the program has them. */
final class TestStorage implements AutoCloseable {

    private final Database database;
    private final JdbcEventLog log;
    private final Sequencer sequencer;
    private final JdbcOrderStore store;

    TestStorage(TestDatabase testDatabase) {
        this(testDatabase.open());
    }

    /** Closes the database, too, when it is closed. */
    TestStorage(Database database) {
        this.database = database;
        this.log = new JdbcEventLog(database);
        this.sequencer = new Sequencer(database, log);
        this.store = new JdbcOrderStore(database, sequencer::committed);
    }

    Database database() {
        return database;
    }

    JdbcOrderStore store() {
        return store;
    }

    JdbcEventLog log() {
        return log;
    }

    /** The whole log as it is now. */
    Vector<RecordedEvent> events() {
        Vector<RecordedEvent> events = Vector.empty();
        Page page = log.readAfter(0, 1_000);
        while (page.events().nonEmpty()) {
            events = events.appendAll(page.events());
            page = log.readAfter(page.place(), 1_000);
        }
        return events;
    }

    @Override
    public void close() {
        store.close();
        sequencer.close();
        log.close();
        database.close();
    }
}
