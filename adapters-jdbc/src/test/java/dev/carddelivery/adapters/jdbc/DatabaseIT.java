package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.port.AwaitedRequests.Awaited;
import dev.carddelivery.application.port.Checkpoints.Checkpoint;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class DatabaseIT {

    private static final String TABLES = """
            select string_agg(table_name, ' ' order by table_name)
            from information_schema.tables where table_schema = current_schema()
            """;

    @Test
    void migratingTwiceIsMigratingOnce() throws SQLException {
        try (TestDatabase test = TestDatabase.create();
                Database database = test.open()) {
            String tables = test.value(TABLES);

            database.migrate();

            assertThat(test.value(TABLES)).isEqualTo(tables);
            assertThat(tables.split(" "))
                    .contains("events", "log", "checkpoints", "orders", "users", "cards", "deliveries");
        }
    }

    @Test
    void whatWasAwaitedUnderAnIdIsStillAwaited() throws SQLException {
        try (TestDatabase test = TestDatabase.createEmpty();
                Database database = test.open()) {
            Flyway.configure()
                    .dataSource(
                            test.url(), test.user().getOrNull(), test.password().getOrNull())
                    .locations("classpath:db/card-delivery")
                    .table("card_delivery_migrations")
                    .target("5")
                    .load()
                    .migrate();
            OrderId order = Samples.newOrderId();
            Vector<Awaited> awaited = Vector.of(Kind.CARD_STOP, Kind.PARCEL_RECALL)
                    .zipWithIndex((kind, number) -> new Awaited(
                            new PartnerRequest(order, 7, kind), number, Samples.MORNING.plusSeconds(number)));
            for (Awaited each : awaited) {
                test.execute("insert into awaited_requests values ('%s', '%s', 7, '%s', %d, '%s')"
                        .formatted(
                                each.request().id(),
                                order.value(),
                                Words.of(each.request().kind()),
                                each.reminders(),
                                each.due()));
            }

            database.migrate();

            assertThat(new JdbcAwaitedRequests(database).dueBy(Samples.MORNING.plusSeconds(10), 10))
                    .containsExactlyElementsOf(awaited);
        }
    }

    @Test
    void optionsOfTheUrlAreKept() throws SQLException {
        try (TestDatabase test = TestDatabase.createEmpty()) {
            test.execute("create schema cards");
            String url = test.url() + (test.url().contains("?") ? "&" : "?") + "options=-c%20search_path=cards";
            try (Database database = new Database(url, test.user(), test.password())) {
                database.migrate();
            }

            assertThat(test.value("select count(*) from cards.events")).isEqualTo("0");
        }
    }

    @Test
    void onlyWorkThatCanBeRepeatedIsCommittedWithoutWaitingForTheDisk() throws SQLException {
        try (TestDatabase test = TestDatabase.create();
                Database database = test.open()) {
            assertThat(value(database.requests(), "show synchronous_commit")).isEqualTo("on");
            assertThat(value(database.dedicated("writer"), "show synchronous_commit"))
                    .isEqualTo("on");
            assertThat(value(database.background(), "show synchronous_commit")).isEqualTo("off");
        }
    }

    @Test
    void theServerGivesAStatementUpBeforeNobodyWaitsForItAnyMore() throws SQLException {
        try (TestDatabase test = TestDatabase.create();
                Database database = test.open()) {
            for (DataSource source : Vector.of(database.requests(), database.dedicated("writer"))) {
                assertThatThrownBy(() -> value(source, "select pg_sleep(60)"))
                        .isInstanceOfSatisfying(SQLException.class, e -> {
                            assertThat(e.getSQLState()).isEqualTo("57014");
                            assertThat(Outage.isOne(e)).isTrue();
                        });
            }
            assertThat(value(database.background(), "show statement_timeout")).isEqualTo("29750ms");
        }
    }

    private static String value(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void severalInstancesMayMigrateAtTheSameTime() throws Exception {
        try (TestDatabase test = TestDatabase.createEmpty()) {
            Simultaneously.run(3, number -> () -> {
                try (Database database = test.open()) {
                    database.migrate();
                    return number;
                }
            });

            assertThat(test.value("select count(*) from events")).isEqualTo("0");
        }
    }

    @Test
    void tablesOfAnEmbedderAreLeftAlone() throws SQLException {
        try (TestDatabase test = TestDatabase.createEmpty();
                Database database = test.open()) {
            test.execute("create table customers (name text); insert into customers values ('anna')");

            database.migrate();

            assertThat(test.value("select name from customers")).isEqualTo("anna");
            assertThat(test.value("select count(*) from events")).isEqualTo("0");
        }
    }

    @Test
    void aDatabaseThatIsNotThereCanBeOpenedAndIsNotReady() {
        try (Database database =
                new Database("jdbc:postgresql://127.0.0.1:1/nowhere", Option.some("nobody"), Option.none())) {
            assertThat(database.isReady()).isFalse();
            assertThatThrownBy(() -> new JdbcCheckpoints(database).load("projector"))
                    .isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void aMistakeIsNotTakenForAnOutage() throws SQLException {
        try (TestDatabase test = TestDatabase.create();
                Database database = test.open()) {
            test.execute("drop table checkpoints");

            assertThatThrownBy(() -> new JdbcCheckpoints(database).advance("projector", Checkpoint.START, 7))
                    .isInstanceOf(IllegalStateException.class)
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("projector"));
        }
    }

    @Test
    void everyConnectionSaysWhatItIsFor() throws SQLException {
        try (TestDatabase test = TestDatabase.create();
                Database database = test.open()) {
            assertThat(database.isReady()).isTrue();

            assertThat(test.value("""
                            select string_agg(distinct application_name, ',') from pg_stat_activity
                            where datname = current_database() and application_name like 'card-delivery%'
                            """)).contains("card-delivery requests");
        }
    }
}
