package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.OrderStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcOrderStoreIT extends OrderStoreContract {

    private static TestDatabase testDatabase;
    private static TestStorage storage;

    @BeforeAll
    static void openDatabase() {
        testDatabase = TestDatabase.create();
        storage = new TestStorage(testDatabase);
    }

    @AfterAll
    static void closeDatabase() {
        storage.close();
        testDatabase.close();
    }

    @Override
    protected OrderStore emptyStore() throws Exception {
        testDatabase.execute("truncate events, pending_batches, log");
        return storage.store();
    }
}
