package dev.carddelivery.bootstrap;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the tests of the embedded database have in common. */
final class Databases {

    private Databases() {}

    /** A data folder after its first start, which is costly, so that it is done once; with a name to stumble over. */
    static Path folder(Path parent) throws IOException {
        var folder = parent.resolve("card delivery's data");
        try (var paths = Files.walk(Started.ONCE)) {
            for (var path : paths.toList()) {
                var twin = folder.resolve(Started.ONCE.relativize(path));
                if (path.startsWith(Started.ONCE.resolve("programs")) && !Files.isDirectory(path)) {
                    Files.createLink(twin, path);
                } else {
                    Files.copy(path, twin, COPY_ATTRIBUTES);
                }
            }
        }
        return folder;
    }

    private static final class Started {

        static final Path ONCE = start();

        private static Path start() {
            try {
                var folder = Files.createTempDirectory("embedded-database-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                EmbeddedDatabase.start(folder).close();
                return folder;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void delete(Path folder) {
            try {
                FileTree.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static PostgresProcesses processes(Path folder) throws IOException {
        return new PostgresProcesses(folder.toRealPath().resolve("programs"), folder);
    }

    static String log(Path folder) throws IOException {
        return Files.readString(folder.resolve("postgres.log"));
    }

    static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column, as text. */
    static List<String> query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password().reveal());
    }
}
