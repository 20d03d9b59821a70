package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.ComparedOrders;
import dev.carddelivery.application.order.OrderHandlingContract;
import dev.carddelivery.application.port.OrderStore;
import java.sql.SQLException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.ActionChain;

class JdbcOrderHandlingProperties extends OrderHandlingContract {

    private static TestDatabase testDatabase;
    private static TestStorage storage;

    @BeforeContainer
    static void openDatabase() {
        testDatabase = TestDatabase.create();
        storage = new TestStorage(testDatabase);
    }

    @AfterContainer
    static void closeDatabase() {
        storage.close();
        testDatabase.close();
    }

    @Override
    protected OrderStore emptyStore() {
        try {
            testDatabase.execute("delete from events; delete from pending_batches; delete from log");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return storage.store();
    }

    @Property(tries = 10)
    void theHandlerKeepsToTheModel(@ForAll("wishes") ActionChain<ComparedOrders> chain) {
        keepsToTheModel(chain);
    }
}
