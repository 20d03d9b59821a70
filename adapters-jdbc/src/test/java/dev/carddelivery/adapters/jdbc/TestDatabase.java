package dev.carddelivery.adapters.jdbc;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * An empty, migrated database of its own on the tests' server, dropped when it is closed.
 *
 * @param name the database's name
 * @param url its JDBC URL
 * @param user for {@link Database}
 * @param password for {@link Database}
 */
public record TestDatabase(String name, String url, Option<String> user, Option<String> password)
        implements AutoCloseable {

    /** Creates a database. */
    public static TestDatabase create() {
        return create("template " + Template.MIGRATED.name);
    }

    /** Creates a database without tables. */
    public static TestDatabase createEmpty() {
        return create("");
    }

    /** Migrated once and copied for each test, which is much faster. */
    private static final class Template {

        private static final TestDatabase MIGRATED = migrated();

        private static TestDatabase migrated() {
            TestDatabase template = createEmpty();
            try (Database database = template.open()) {
                database.migrate();
            }
            // Only a server that was given to the tests is still there by then.
            Runtime.getRuntime().addShutdownHook(new Thread(template::dropQuietly));
            return template;
        }
    }

    private static TestDatabase create(String options) {
        TestServer server = TestServer.shared();
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        TestDatabase created = new TestDatabase(
                name,
                server.url().replaceFirst("(//[^/]+/)[^?]*", "$1" + name),
                Option.of(server.user()).filter(text -> !text.isEmpty()),
                Option.of(server.password()).filter(text -> !text.isEmpty()));
        onServer("create database " + name + " " + options);
        return created;
    }

    /** Opens it the way the program does. */
    public Database open() {
        return new Database(url, user, password);
    }

    /** A connection of the test's own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user.getOrNull(), password.getOrNull());
    }

    /** Runs a statement for its effect. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a query for the only value it has, as text. */
    public String value(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Runs a query for its only column, as text. */
    public Vector<String> column(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            Vector<String> values = Vector.empty();
            while (result.next()) {
                values = values.append(result.getString(1));
            }
            return values;
        }
    }

    /** Drops the database, and whatever is still connected to it. */
    @Override
    public void close() {
        onServer("drop database if exists " + name + " with (force)");
    }

    private void dropQuietly() {
        try {
            close();
        } catch (IllegalStateException e) {
            // The server went first, and its databases with it.
        }
    }

    private static void onServer(String sql) {
        TestServer server = TestServer.shared();
        String user = server.user().isEmpty() ? null : server.user();
        String password = server.password().isEmpty() ? null : server.password();
        try (Connection connection = DriverManager.getConnection(server.url(), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
