package dev.carddelivery.bootstrap.benchmark;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.bootstrap.DatabaseSettings;
import dev.carddelivery.bootstrap.DemoCustomer;
import dev.carddelivery.bootstrap.EmbeddedDatabase;
import dev.carddelivery.bootstrap.Instance;
import dev.carddelivery.bootstrap.Settings;
import dev.carddelivery.bootstrap.TokenKeys;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/**
 * How many orders a second one instance takes over HTTP, and how that compares with the floor: as many connections,
 * each committing one bare row after the other by plain JDBC, on the same server in the same run. The clients, the
 * instance with all its reactions and the database share this machine. Started by {@code mvn -Pbenchmark}.
 */
public final class CreateOrderBenchmark {

    private static final int CONNECTIONS = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private CreateOrderBenchmark() {}

    /** Prints orders a second, latencies and the ratio to the floor. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("card-delivery-benchmark");
        // As in real life: the partners work elsewhere, and deadlines are days away.
        Settings settings = new Settings(
                "127.0.0.1",
                0,
                folder,
                new DatabaseSettings.Embedded(),
                new TokenKeys.Own(),
                false,
                Duration.ofDays(1));
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder)) {
            String password = server.password().reveal();
            Load floor = floor(server.jdbcUrl(), server.user(), password);
            System.out.println("Floor, one bare row per commit, " + CONNECTIONS + " connections: " + floor);
            try (Database database =
                    new Database(server.jdbcUrl(), Option.some(server.user()), Option.some(password))) {
                database.migrate();
                try (Instance instance = Instance.start(settings, database)) {
                    orders(instance.port(), WARM_UP);
                    Load orders = orders(instance.port(), MEASURED);
                    System.out.println("createOrder over HTTP, " + CONNECTIONS + " connections: " + orders);
                    System.out.printf(
                            Locale.ROOT, "Ratio to the floor: %.2f%n", orders.perSecond() / floor.perSecond());
                }
            }
        }
    }

    private static Load floor(String url, String user, String password) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema floor");
            statement.execute("create table floor.rows (id uuid primary key)");
        }
        Load.Connect connect = number -> new BareInsert(DriverManager.getConnection(url, user, password));
        Load.of(CONNECTIONS, WARM_UP, connect);
        return Load.of(CONNECTIONS, MEASURED, connect);
    }

    private static Load orders(int port, Duration time) throws Exception {
        try (DemoCustomer customer = new DemoCustomer(port)) {
            String token = customer.token();
            return Load.of(CONNECTIONS, time, number -> new Customer(new HttpConnection(port), token));
        }
    }

    private record BareInsert(Connection connection, PreparedStatement insert) implements Load.Client {

        BareInsert(Connection connection) throws Exception {
            this(connection, connection.prepareStatement("insert into floor.rows (id) values (?)"));
        }

        @Override
        public void once() throws Exception {
            insert.setObject(1, UUID.randomUUID());
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private record Customer(HttpConnection connection, String token) implements Load.Client {

        @Override
        public void once() throws Exception {
            int status = connection.send("POST", "/api/v1/orders", token, DemoCustomer.order(UUID.randomUUID()));
            if (status != 201) {
                throw new IllegalStateException("createOrder answered " + status);
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
