package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.port.WebhookSubscribersContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcWebhookSubscribersIT extends WebhookSubscribersContract {

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
    protected WebhookSubscribers nobody() throws Exception {
        testDatabase.execute("truncate webhook_subscribers");
        return new JdbcWebhookSubscribers(database);
    }
}
