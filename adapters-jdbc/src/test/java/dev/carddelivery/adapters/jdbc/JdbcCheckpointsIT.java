package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.Checkpoints;
import dev.carddelivery.application.port.CheckpointsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcCheckpointsIT extends CheckpointsContract {

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
    protected Checkpoints noCheckpoints() throws Exception {
        testDatabase.execute("truncate checkpoints");
        return new JdbcCheckpoints(database);
    }
}
