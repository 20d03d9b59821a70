package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.ReadModelsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcReadModelsIT extends ReadModelsContract {

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
    protected Tables emptyTables() throws Exception {
        testDatabase.execute("truncate orders, users, cards, deliveries");
        return new Tables(
                new JdbcReadModels(database),
                new JdbcOrderSearch(database),
                new JdbcUserSearch(database),
                new JdbcDeadlineSearch(database));
    }
}
