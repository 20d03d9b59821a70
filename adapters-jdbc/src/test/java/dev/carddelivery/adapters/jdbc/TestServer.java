package dev.carddelivery.adapters.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL server that the tests of this JVM share, as the system property {@code database} says: embedded (the
 * default), testcontainers (with the image named by {@code postgres.image}), or the JDBC URL of a server whose user may
 * create databases.
 *
 * @param url of a database to start from
 * @param user absent where the URL names it
 * @param password absent where the URL has it
 */
record TestServer(String url, String user, String password) {

    private static final TestServer SHARED = start(System.getProperty("database", "embedded"));

    static TestServer shared() {
        return SHARED;
    }

    private static TestServer start(String kind) {
        return switch (kind) {
            case "embedded" -> embedded();
            case "testcontainers" -> container(System.getProperty("postgres.image", "postgres:18"));
            default -> new TestServer(kind, "", "");
        };
    }

    private static TestServer embedded() {
        try {
            // Off by default here, as in the container, which nobody who keeps orders may do.
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            return new TestServer(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("resource") // Lives as long as the JVM.
    private static TestServer container(String image) {
        PostgreSQLContainer server =
                new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
        // As many connections as the embedded one takes.
        server.setCommand("postgres", "-c", "fsync=on", "-c", "max_connections=300");
        server.start();
        return new TestServer(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }
}
