package dev.carddelivery.bootstrap;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.UnsafeDatabase;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.sql.SQLException;

/** The database with its schema up to date, and the server under it where that is our own. */
final class Storage implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    private final OpenParts parts = new OpenParts();
    private final Database database;

    private Storage(StorageSettings settings) throws InterruptedException {
        try {
            database = switch (settings.database()) {
                case DatabaseSettings.Embedded embedded ->
                    embedded(parts.add(EmbeddedDatabase.start(settings.dataDir())));
                case DatabaseSettings.External external -> external(external);
            };
        } catch (RuntimeException | InterruptedException e) {
            parts.close();
            throw e;
        }
    }

    /**
     * Opens it.
     *
     * @throws StartupException when it cannot be reached, or may lose orders and was not allowed to by name
     */
    static Storage open(StorageSettings settings) throws InterruptedException {
        return new Storage(settings);
    }

    /**
     * Opens one that has been used before: an embedded one is not made.
     *
     * @throws StartupException also when there is no embedded one yet
     */
    static Storage openExisting(StorageSettings settings) throws InterruptedException {
        boolean embedded = settings.database() instanceof DatabaseSettings.Embedded;
        if (embedded && !Files.exists(PostgresServer.dataIn(settings.dataDir()))) {
            throw new StartupException("There is no embedded PostgreSQL in "
                    + settings.dataDir().toAbsolutePath()
                    + ", so there is nothing to work on. Set DATA_DIR to the folder"
                    + " of the one that is meant, or DATABASE_URL to a PostgreSQL of your own.");
        }
        return open(settings);
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        parts.close();
    }

    private Database embedded(EmbeddedDatabase server) {
        String password = server.password().reveal();
        return migrated(parts.add(new Database(server.jdbcUrl(), Option.some(server.user()), Option.some(password))));
    }

    private Database external(DatabaseSettings.External external) {
        Database opened = parts.add(new Database(
                external.url(), external.user(), external.password().map(Secret::reveal)));
        if (!external.unsafeDurabilityAllowed()) {
            requireDurability(opened);
        }
        return migrated(opened);
    }

    private static Database migrated(Database database) {
        try {
            database.migrate();
            return database;
        } catch (RuntimeException e) {
            throw new StartupException("The database could not be brought up to date: " + reason(e), e);
        }
    }

    /**
     * Before anything is written to it. The first connection to a server far away may take longer than a request may.
     */
    private static void requireDurability(Database database) {
        for (int attempt = 1; ; attempt++) {
            try {
                database.requireDurability();
                return;
            } catch (UnsafeDatabase e) {
                throw new StartupException(
                        e.getMessage() + ". Turn it on, or set ALLOW_UNSAFE_DURABILITY=true to accept that.", e);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    throw new StartupException("The database cannot be used: " + reason(e), e);
                }
            }
        }
    }

    /** What the server or the driver says; neither repeats a password. */
    private static String reason(RuntimeException e) {
        return StartupException.innermost(SQLException.class, e)
                .map(Throwable::getMessage)
                .getOrElse(e.getMessage());
    }
}
