package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.order.Dossier;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One row for each order: how its card travels, and where the courier last saw it. */
final class DeliveriesTable {

    private static final String SHOW = """
            insert into deliveries (
                order_id, method, eta_from, eta_to,
                tracking_number, leg, attempt, attempt_of, attempt_reason, seen_at)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as shown (order_id)
            order by order_id
            on conflict (order_id) do update set
                method = excluded.method,
                eta_from = excluded.eta_from,
                eta_to = excluded.eta_to,
                tracking_number = excluded.tracking_number,
                leg = excluded.leg,
                attempt = excluded.attempt,
                attempt_of = excluded.attempt_of,
                attempt_reason = excluded.attempt_reason,
                seen_at = excluded.seen_at
            """;

    private DeliveriesTable() {}

    static void show(Connection connection, Seq<OrderRevision> revisions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SHOW)) {
            Columns.of(statement, revisions)
                    .uuid(OrdersTable::id)
                    .word(revision -> dossier(revision).content().delivery().method())
                    .instant(revision -> dossier(revision).eta().from())
                    .instant(revision -> dossier(revision).eta().to())
                    .textOption(revision -> parcel(revision)
                            .map(parcel -> parcel.trackingNumber().value()))
                    .wordOption(revision -> parcel(revision).map(Shipment::leg))
                    .integerOption(revision -> attempt(revision).map(FailedAttempt::number))
                    .integerOption(revision -> attempt(revision).map(FailedAttempt::of))
                    .wordOption(revision -> attempt(revision).map(FailedAttempt::reason))
                    .instantOption(revision -> parcel(revision).map(Shipment::seenAt));
            statement.executeUpdate();
        }
    }

    private static Dossier dossier(OrderRevision revision) {
        return revision.order().dossier();
    }

    private static Option<Shipment> parcel(OrderRevision revision) {
        return revision.order().parcel();
    }

    private static Option<FailedAttempt> attempt(OrderRevision revision) {
        return parcel(revision).flatMap(Shipment::lastAttempt);
    }
}
