package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.port.ReadModels;
import io.vavr.collection.Seq;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;

/** The tables that are derived from the log, changed together in one transaction. */
public final class JdbcReadModels implements ReadModels {

    private final Database database;

    public JdbcReadModels(Database database) {
        this.database = database;
    }

    @Override
    public void show(Seq<OrderRevision> revisions) {
        inTransaction(connection -> {
            Set<UUID> moved = OrdersTable.show(connection, revisions);
            // The other tables follow where the orders table has moved, which also holds the lock on each order.
            Seq<OrderRevision> newer = revisions.filter(revision -> moved.contains(OrdersTable.id(revision)));
            if (newer.nonEmpty()) {
                UsersTable.show(connection, newer);
                CardsTable.show(connection, newer);
                DeliveriesTable.show(connection, newer);
            }
        });
    }

    @Override
    public void clear() {
        inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("truncate orders, users, cards, deliveries");
            }
        });
    }

    private void inTransaction(Transaction change) {
        change.on(database.background(), "The read models cannot be written");
    }
}
