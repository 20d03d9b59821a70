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

/** One row for each parcel the courier was given: how it travels, and where it was last seen. */
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

    private record Parcel(OrderRevision revision, Shipment shipment) {

        Dossier dossier() {
            return revision.order().dossier();
        }

        Option<FailedAttempt> lastAttempt() {
            return shipment.lastAttempt();
        }
    }

    static void show(Connection connection, Seq<OrderRevision> revisions) throws SQLException {
        Seq<Parcel> parcels = revisions.flatMap(
                revision -> revision.order().parcel().map(shipment -> new Parcel(revision, shipment)));
        if (parcels.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SHOW)) {
            Columns.of(statement, parcels)
                    .uuid(parcel -> OrdersTable.id(parcel.revision()))
                    .word(parcel -> parcel.dossier().content().delivery().method())
                    .instant(parcel -> parcel.dossier().eta().from())
                    .instant(parcel -> parcel.dossier().eta().to())
                    .text(parcel -> parcel.shipment().trackingNumber().value())
                    .word(parcel -> parcel.shipment().leg())
                    .integerOption(parcel -> parcel.lastAttempt().map(FailedAttempt::number))
                    .integerOption(parcel -> parcel.lastAttempt().map(FailedAttempt::of))
                    .wordOption(parcel -> parcel.lastAttempt().map(FailedAttempt::reason))
                    .instant(parcel -> parcel.shipment().seenAt());
            statement.executeUpdate();
        }
    }
}
