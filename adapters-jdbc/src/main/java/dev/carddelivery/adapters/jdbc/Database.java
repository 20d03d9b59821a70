package dev.carddelivery.adapters.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.carddelivery.application.port.StoreUnavailable;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL database with everything this program has open to it. Opening does not need the server to be there;
 * what needs it then fails in time and works again when it is back.
 */
public final class Database implements AutoCloseable {

    /** Somebody waits for an answer meanwhile. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(2);

    private static final Duration BACKGROUND_TIMEOUT = Duration.ofSeconds(30);

    /** Before nobody listens any more, so that the server does not work on for nothing. */
    private static final Duration SERVER_GIVES_UP = Duration.ofMillis(250);

    private static final int REQUEST_CONNECTIONS = 8;
    private static final int BACKGROUND_CONNECTIONS = 6;

    private final String url;
    private final Option<String> user;
    private final Option<String> password;
    private final HikariDataSource requests;
    private final HikariDataSource background;
    private final Executor checks =
            task -> Thread.ofVirtual().name("database-check").start(task);

    /**
     * Opens a database.
     *
     * @param url a JDBC URL, {@code jdbc:postgresql:…}
     * @param user absent where the URL names it
     * @param password absent where the URL has it or none is needed
     */
    public Database(String url, Option<String> user, Option<String> password) {
        this.url = url;
        this.user = user;
        this.password = password;
        // All of them are kept open: a burst of requests must not wait while they are made one by one.
        this.requests = pool(
                source("requests", REQUEST_TIMEOUT), REQUEST_CONNECTIONS, REQUEST_CONNECTIONS, Duration.ofMillis(750));
        this.background = pool(
                asynchronous(source("background", BACKGROUND_TIMEOUT)),
                1,
                BACKGROUND_CONNECTIONS,
                Duration.ofSeconds(2));
    }

    /** Brings the tables to this version of the program. Several instances may do so at the same time. */
    public void migrate() {
        PGSimpleDataSource connections = source("migration");
        // The first connection that a program makes takes long on a busy machine.
        connections.setLoginTimeout((int) BACKGROUND_TIMEOUT.toSeconds());
        // Flyway has a lock of its own, but makes its first table before it takes it.
        try (Connection connection = connections.getConnection()) {
            AdvisoryLock.take(connection, "migration");
            Flyway.configure()
                    .dataSource(connections)
                    .locations("classpath:db/card-delivery")
                    .table("card_delivery_migrations")
                    // The schema may be that of an embedder, with tables of its own.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw Outage.translate("The database cannot be brought up to date", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("Interrupted while another instance brings the database up to date", e);
        }
    }

    /** Refuses a server that may forget what it has acknowledged. */
    public void requireDurability() {
        try (Connection connection = requests.getConnection()) {
            Durability.require(connection);
        } catch (SQLException e) {
            throw Outage.translate("The database could not be asked how durable it is", e);
        }
    }

    /** Whether the database answers at once and can be written to. Takes a second at most. */
    public boolean isReady() {
        return CompletableFuture.supplyAsync(this::isWritable, checks)
                .completeOnTimeout(false, 900, TimeUnit.MILLISECONDS)
                .join();
    }

    private boolean isWritable() {
        try (Connection connection = requests.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select not pg_is_in_recovery()")) {
            return result.next() && result.getBoolean(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Connections for what somebody waits for: they give up in less than three seconds. */
    DataSource requests() {
        return requests;
    }

    /**
     * Connections for work nobody waits for, so that it never takes those of {@link #requests()}. Their commits are
     * asynchronous, so they are only for what follows from the log and is done again where it got lost.
     */
    DataSource background() {
        return background;
    }

    /** Connections that are not pooled, for a thread that keeps one to itself. */
    DataSource dedicated(String purpose) {
        return source(purpose, REQUEST_TIMEOUT);
    }

    @Override
    public void close() {
        requests.close();
        background.close();
    }

    private static HikariDataSource pool(PGSimpleDataSource source, int open, int size, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(source.getApplicationName());
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(open);
        config.setConnectionTimeout(patience.toMillis());
        // Leaves time for another connection where this one is dead; on a busy machine a good one takes its time.
        config.setValidationTimeout(patience.toMillis() * 2 / 3);
        config.setInitializationFailTimeout(-1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    /**
     * Commits do not wait for the disk. They get there in the order they were made in, so that after a crash of the
     * server a subscription's checkpoint is never ahead of its work, and what is missing is done again. The log itself
     * must not be written like this: places that somebody has seen must not be given to others after a crash.
     */
    private static PGSimpleDataSource asynchronous(PGSimpleDataSource source) {
        return withOption(source, "synchronous_commit=off");
    }

    /** Beside those that the URL has. */
    private static PGSimpleDataSource withOption(PGSimpleDataSource source, String option) {
        String present = source.getOptions();
        source.setOptions((present == null ? "" : present + " ") + "-c " + option);
        return source;
    }

    /**
     * Connections over which nobody waits longer for an answer. Then the server has given the statement up already, but
     * not a commit: its clock is stopped by then, and waiting for a standby must not be cut short.
     */
    private PGSimpleDataSource source(String purpose, Duration answer) {
        PGSimpleDataSource source = source(purpose);
        source.setSocketTimeout((int) answer.toSeconds());
        return withOption(
                source, "statement_timeout=" + answer.minus(SERVER_GIVES_UP).toMillis());
    }

    private PGSimpleDataSource source(String purpose) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        user.forEach(source::setUser);
        password.forEach(source::setPassword);
        source.setApplicationName("card-delivery " + purpose);
        source.setConnectTimeout(2);
        source.setLoginTimeout(2);
        source.setTcpKeepAlive(true);
        // The detail of an error may quote a row, and a row may hold personal data.
        source.setLogServerErrorDetail(false);
        // No statement here has a better plan for some values than for others, so each is planned once a connection.
        return withOption(source, "plan_cache_mode=force_generic_plan");
    }
}
