package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.EventLogContract;
import org.junit.jupiter.api.AfterEach;

class JdbcEventLogIT extends EventLogContract {

    private TestDatabase testDatabase;
    private TestStorage storage;

    @Override
    protected Storage emptyStorage() {
        testDatabase = TestDatabase.create();
        storage = new TestStorage(testDatabase);
        return new Storage(storage.store(), storage.log());
    }

    @AfterEach
    void close() {
        storage.close();
        testDatabase.close();
    }
}
