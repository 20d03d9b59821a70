package dev.carddelivery.bootstrap.benchmark;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.application.process.ReminderSchedule;
import dev.carddelivery.bootstrap.DemoCustomer;
import dev.carddelivery.bootstrap.EmbeddedDatabase;
import dev.carddelivery.bootstrap.Instance;
import dev.carddelivery.bootstrap.Settings;
import dev.carddelivery.bootstrap.TemporaryFolder;
import dev.carddelivery.bootstrap.TokenKeys;
import dev.carddelivery.bootstrap.WebhookSettings;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How many orders a second one instance takes over HTTP, and how that compares with the floor: as many connections,
 * each committing one bare row after the other by plain JDBC, on the same server in the same run. There are two floors:
 * rows that hold what was ordered, as whoever stores orders has to write, and rows of nothing but an id, the least that
 * a commit can be about. All take short turns, since the speed of a shared machine changes within a minute, and each
 * turn of the orders ends only when all that follows from them has been done, such as the read models. The clients, the
 * instance with all its reactions and the database share this machine. Started by {@code mvn -Pbenchmark}.
 */
public final class CreateOrderBenchmark {

    private static final int CONNECTIONS = 64;
    private static final int CUSTOMERS = 5_000;
    private static final Duration FLOOR_WARM_UP = Duration.ofSeconds(10);

    /** Until then the compiler takes a good part of two processors for itself. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final int TURNS = 5;
    private static final Duration TURN = Duration.ofSeconds(4);

    private static final String NO_ID = new UUID(0, 0).toString();
    private static final byte[] TEMPLATE = DemoCustomer.order(new UUID(0, 0)).getBytes(StandardCharsets.UTF_8);

    /** What comes before is ASCII, so this is the same in characters and bytes. */
    private static final int ID_AT = DemoCustomer.order(new UUID(0, 0)).indexOf(NO_ID);

    private final String url;
    private final Properties login = new Properties();

    private CreateOrderBenchmark(EmbeddedDatabase server) {
        url = server.jdbcUrl();
        login.setProperty("user", server.user());
        login.setProperty("password", server.password().reveal());
    }

    /** Prints orders a second, latencies and the ratio to the floor. */
    public static void main(String[] arguments) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("card-delivery-benchmark")) {
            run(folder.path());
        }
    }

    private static void run(Path folder) throws Exception {
        // As in real life: the partners work elsewhere, and deadlines are days away.
        Duration day = Duration.ofDays(1);
        Settings settings = new Settings(
                "127.0.0.1",
                0,
                Option.none(),
                folder,
                new TokenKeys.Own(),
                false,
                day,
                Option.none(),
                WebhookSettings.NONE,
                new ReminderSchedule(io.vavr.collection.List.of(day)));
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder);
                Database database = new Database(
                        server.jdbcUrl(),
                        Option.some(server.user()),
                        Option.some(server.password().reveal()))) {
            database.migrate();
            try (Instance instance = Instance.start(settings, database)) {
                new CreateOrderBenchmark(server).run(instance.port());
            }
        }
    }

    private void run(int port) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema floor");
            statement.execute("create table floor.ids (id uuid primary key)");
            statement.execute("""
                    create table floor.orders (
                        id uuid, version int, name text, data jsonb, at timestamptz, primary key (id, version))
                    """);
        }
        List<String> tokens = tokens(port);
        try (Clients ids = Clients.connect(CONNECTIONS, () -> BareRow.ofId(connect()));
                Clients orders = Clients.connect(CONNECTIONS, () -> new Customers(new HttpConnection(port), tokens))) {
            Clients rows = ids.map(client -> ((BareRow) client).ofOrder());
            ids.work(FLOOR_WARM_UP);
            rows.work(FLOOR_WARM_UP);
            orders.work(WARM_UP);
            awaitReactions();
            checkpoint();
            Load ofIds = Load.NONE;
            Load ofOrders = Load.NONE;
            Load placed = Load.NONE;
            for (int turn = 0; turn < TURNS; turn++) {
                ofIds = ofIds.and(ids.work(TURN));
                ofOrders = ofOrders.and(rows.work(TURN));
                Load turnOfOrders = orders.work(TURN);
                placed = placed.and(turnOfOrders.longer(awaitReactions()));
            }
            System.out.println(CONNECTIONS + " connections, for "
                    + TURN.multipliedBy(TURNS).toSeconds() + " s each:");
            System.out.println("  floor, a row with what was ordered per commit: " + ofOrders);
            System.out.println("  floor, a row with an id per commit: " + ofIds);
            System.out.println("  createOrder over HTTP: " + placed);
            System.out.printf(
                    Locale.ROOT,
                    "Ratio to the floor of ids: %.2f (to that of what was ordered: %.2f)%n",
                    placed.perSecond() / ofIds.perSecond(),
                    placed.perSecond() / ofOrders.perSecond());
        }
    }

    /** So that the server is past its first files, which it has to make before it can write to them. */
    private void checkpoint() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login);
    }

    /** Returns how long it took until all that follows from the orders had been done. */
    private Duration awaitReactions() throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = connect();
                PreparedStatement done = connection.prepareStatement("""
                        select not exists (select from pending_batches)
                            and (select max(place) from log) = (select min(place) from checkpoints)
                        """)) {
            for (boolean isDone = false; !isDone; ) {
                try (ResultSet result = done.executeQuery()) {
                    result.next();
                    isDone = result.getBoolean(1);
                }
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static List<String> tokens(int port) throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int number = 1; number <= CUSTOMERS; number++) {
            try (DemoCustomer customer = new DemoCustomer(port, "customer-" + number)) {
                tokens.add(customer.token());
            }
        }
        return tokens;
    }

    /** A UUID of version 7: time first, so that keys made one after the other lie side by side in an index. */
    private static UUID newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    /** createOrder's body, made at little cost: the load generator shares the processors with what is measured. */
    private static byte[] order(UUID id) {
        byte[] order = TEMPLATE.clone();
        System.arraycopy(id.toString().getBytes(StandardCharsets.US_ASCII), 0, order, ID_AT, NO_ID.length());
        return order;
    }

    private record BareRow(Connection connection, PreparedStatement insert, boolean holdsOrder)
            implements Clients.Client {

        static BareRow ofId(Connection connection) throws SQLException {
            return new BareRow(connection, connection.prepareStatement("insert into floor.ids values (?)"), false);
        }

        /** The other kind of row, over the same connection. */
        BareRow ofOrder() throws SQLException {
            return new BareRow(
                    connection,
                    connection.prepareStatement(
                            "insert into floor.orders values (?, 1, 'order-placed', ?::jsonb, current_timestamp)"),
                    true);
        }

        @Override
        public void once() throws SQLException {
            UUID id = newId();
            insert.setObject(1, id);
            if (holdsOrder) {
                insert.setString(2, new String(order(id), StandardCharsets.UTF_8));
            }
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** One connection over which many customers call, as from a bank's front end. */
    private record Customers(HttpConnection connection, List<String> tokens) implements Clients.Client {

        @Override
        public void once() throws IOException {
            String token = tokens.get(ThreadLocalRandom.current().nextInt(tokens.size()));
            int status = connection.send("POST", "/api/v1/orders", token, order(newId()));
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
