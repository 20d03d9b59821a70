package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.AwaitedRequests;
import dev.carddelivery.application.port.AwaitedRequestsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcAwaitedRequestsIT extends AwaitedRequestsContract {

    private static TestDatabase testDatabase;
    private static Database database;

    @BeforeAll
    static void openDatabase() {
        testDatabase = TestDatabase.create();
        database = testDatabase.open();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
        testDatabase.close();
    }

    @Override
    protected AwaitedRequests nothingAwaited() throws Exception {
        testDatabase.execute("truncate awaited_requests");
        return new JdbcAwaitedRequests(database);
    }
}
