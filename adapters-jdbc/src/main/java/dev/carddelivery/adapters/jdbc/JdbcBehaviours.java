package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** How those who play the partners were told to behave, for all orders and for single ones. */
public final class JdbcBehaviours {

    private final Sql sql;

    public JdbcBehaviours(Database database) {
        this.sql = new Sql(database.background());
    }

    /**
     * What a partner was told.
     *
     * @param orderId for which order; none for all that nothing else was said for
     * @param behaviour as JSON, which is the partner's own matter
     * @param silentUntil until when its requests lie in the {@link JdbcMailbox} untouched
     */
    public record Told(Option<OrderId> orderId, String behaviour, Option<Instant> silentUntil) {}

    /** Tells a partner something, in the place of what it was told before for the same. */
    public void tell(Partner partner, Told told) {
        sql.use(handle -> handle.createUpdate("""
                        insert into partner_behaviours (partner, order_id, behaviour, silent_until)
                        values (:partner, cast(:order as uuid), cast(:behaviour as json), cast(:until as timestamptz))
                        on conflict (partner, order_id) do update
                        set behaviour = excluded.behaviour, silent_until = excluded.silent_until
                        """)
                .bind("partner", Words.of(partner))
                .bindByType("order", told.orderId().map(OrderId::value).getOrNull(), UUID.class)
                .bind("behaviour", told.behaviour())
                .bindByType("until", told.silentUntil().getOrNull(), Instant.class)
                .execute());
    }

    /** Everything that a partner was told: first that for all orders, then that for single ones by their ids. */
    public Seq<Told> of(Partner partner) {
        return sql.list(handle -> handle.createQuery("""
                        select order_id, behaviour, silent_until from partner_behaviours
                        where partner = ?
                        order by order_id nulls first
                        """)
                .bind(0, Words.of(partner))
                .map((row, context) -> new Told(
                        Option.of(row.getObject(1, UUID.class)).map(OrderId::new),
                        row.getString(2),
                        Option.of(row.getObject(3, OffsetDateTime.class)).map(OffsetDateTime::toInstant))));
    }

    /** Takes back everything that a partner was told. */
    public void forget(Partner partner) {
        sql.use(handle -> handle.execute("delete from partner_behaviours where partner = ?", Words.of(partner)));
    }
}
