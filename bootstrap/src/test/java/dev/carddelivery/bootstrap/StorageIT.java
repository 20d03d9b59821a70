package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carddelivery.adapters.jdbc.TestDatabase;
import io.vavr.control.Option;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that somebody else runs. */
class StorageIT {

    private static final String TABLES = "select count(*) from pg_tables where tablename = 'orders'";

    @TempDir
    private Path temp;

    @Test
    void itsSchemaIsBroughtUpToDate() throws Exception {
        try (TestDatabase empty = TestDatabase.createEmpty()) {
            Storage.open(settings(empty, false)).close();

            assertThat(empty.value(TABLES)).isEqualTo("1");
        }
    }

    @Test
    void oneThatMayForgetOrdersIsRefusedAndNotTouchedUnlessItIsAllowedByName() throws Exception {
        try (TestDatabase careless = TestDatabase.createEmpty()) {
            careless.execute("alter database " + careless.name() + " set synchronous_commit = off");

            assertRefused(settings(careless, false))
                    .contains("synchronous_commit=off")
                    .contains("ALLOW_UNSAFE_DURABILITY=true");
            assertThat(careless.value(TABLES)).isEqualTo("0");

            Storage.open(settings(careless, true)).close();
            assertThat(careless.value(TABLES)).isEqualTo("1");
        }
    }

    @Test
    void soIsOneThatNeverWaitsForItsDisk() throws Exception {
        try (EmbeddedPostgres careless = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            String url = careless.getJdbcUrl("postgres", "postgres");

            assertRefused(settings(url, Option.none(), Option.none(), false)).contains("fsync=off");
            Storage.open(settings(url, Option.none(), Option.none(), true)).close();
        }
    }

    @Test
    void aWrongPasswordIsCalledThatAndNotRepeated() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(Databases.folder(temp))) {
            for (boolean unsafeAllowed : new boolean[] {true, false}) {
                assertRefused(settings(
                                server.jdbcUrl(), Option.some(server.user()), Option.some("s3cret"), unsafeAllowed))
                        .contains("password authentication failed")
                        .doesNotContain("s3cret");
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertRefused(settings("jdbc:postgresql://127.0.0.1:1/cards", Option.none(), Option.none(), false))
                .contains("127.0.0.1:1")
                .contains("refused");
    }

    private static AbstractStringAssert<?> assertRefused(StorageSettings settings) {
        return assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> Storage.open(settings))
                .actual()
                .getMessage()
                .transform(message -> assertThat(message));
    }

    private static StorageSettings settings(TestDatabase database, boolean unsafeAllowed) {
        return settings(database.url(), database.user(), database.password(), unsafeAllowed);
    }

    private static StorageSettings settings(
            String url, Option<String> user, Option<String> password, boolean unsafeAllowed) {
        return new StorageSettings(
                Path.of("no files of its own"),
                new DatabaseSettings.External(url, user, password.map(Secret::new), unsafeAllowed));
    }
}
