package dev.carddelivery.bootstrap.chaos;

import dev.carddelivery.adapters.jdbc.TestDatabase;
import dev.carddelivery.adapters.messaging.kafka.Topic;
import dev.carddelivery.bootstrap.system.EventsTopic;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what was promised with what there is once everything is quiet.
 *
 * @param orders the program's database
 * @param partners the partners' database
 * @param bootstrapServers the broker between them
 */
record Judge(TestDatabase orders, TestDatabase partners, String bootstrapServers) {

    private static final Pattern CARD = Pattern.compile("\"cardReference\":\"([^\"]*)\"");

    /** All that is wrong, given the orders that were acknowledged. */
    Vector<String> findings(Iterable<UUID> acknowledged) throws SQLException {
        return lostOrDoubled(acknowledged)
                .appendAll(unfinished())
                .appendAll(madeTwice())
                .appendAll(orders.column("select 'dead letter: ' || detail from dead_letters"))
                .appendAll(untold());
    }

    private Vector<String> lostOrDoubled(Iterable<UUID> acknowledged) throws SQLException {
        Vector<String> placed = orders.column("select order_id from events where name = 'order-placed'");
        Set<String> promised = HashSet.ofAll(acknowledged).map(UUID::toString);
        return promised.diff(placed.toSet())
                .toVector()
                .map("lost: "::concat)
                .appendAll(placed.groupBy(id -> id)
                        .filterValues(times -> times.size() > 1)
                        .keySet()
                        .map("placed twice: "::concat));
    }

    private Vector<String> unfinished() throws SQLException {
        return orders.column("""
                select 'unfinished: ' || order_id || ' is ' || status || coalesce(' and calls for a person: ' || attention, '')
                from orders
                where status not in ('delivered', 'cancelled', 'returned') or attention is not null""");
    }

    /** As the history, the bureau's inbox and the bureau's words have it. */
    private Vector<String> madeTwice() throws SQLException {
        Map<String, Set<String>> cards = Topic.read(bootstrapServers, "card-delivery.reports")
                .groupBy(report -> report.key())
                .mapValues(reports ->
                        reports.flatMap(report -> card(report.value())).toSet());
        return orders.column("""
                        select 'made twice, says the order: ' || order_id
                        from events where name = 'card-produced' group by order_id having count(*) > 1""")
                .appendAll(partners.column("""
                        select 'ordered twice at the bureau: ' || order_id
                        from partner_mailbox where kind = 'card_produce' group by order_id having count(*) > 1"""))
                .appendAll(cards.filterValues(made -> made.size() > 1)
                        .keySet()
                        .map("made twice, says the bureau: "::concat));
    }

    private static Vector<String> card(byte[] report) {
        Matcher found = CARD.matcher(new String(report, StandardCharsets.UTF_8));
        return found.results().map(match -> match.group(1)).collect(Vector.collector());
    }

    /** What counts as told has to be in the topic, the first time without gaps and in the order of the history. */
    Vector<String> untold() throws SQLException {
        Vector<String> due = orders.column("""
                select order_id || ' ' || max(version)
                from events join log using (batch_id)
                where place <= (select place from checkpoints where subscription = 'kafka')
                group by order_id""");
        Map<String, Vector<Integer>> told = EventsTopic.firstAppearances(EventsTopic.read(bootstrapServers));
        return due.map(row -> row.split(" "))
                .reject(row -> told.getOrElse(row[0], Vector.empty())
                        .startsWith(Vector.rangeClosed(1, Integer.parseInt(row[1]))))
                .map(row -> "not told whole and in order: " + row[0] + " to version " + row[1] + ", but "
                        + told.getOrElse(row[0], Vector.empty()).mkString(", "));
    }
}
