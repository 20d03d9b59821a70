package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.application.port.ParkedReportsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcParkedReportsIT extends ParkedReportsContract {

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
    protected ParkedReports nothingParked() throws Exception {
        testDatabase.execute("truncate parked_reports");
        return new JdbcParkedReports(database);
    }
}
