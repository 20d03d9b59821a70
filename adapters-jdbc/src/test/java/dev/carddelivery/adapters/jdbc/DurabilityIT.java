package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.control.Option;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DurabilityIT {

    @Test
    void aServerThatDoesNotWaitForItsDiskIsRefusedByTheNameOfTheSetting() throws SQLException {
        try (TestDatabase test = TestDatabase.create()) {
            assertSafe(test);

            test.execute("alter database " + test.name() + " set synchronous_commit = off");

            try (Database database = test.open()) {
                assertThatThrownBy(database::requireDurability)
                        .isInstanceOf(UnsafeDatabase.class)
                        .hasMessageContaining("synchronous_commit=off");
            }
            test.execute("alter database " + test.name() + " set synchronous_commit = local");
            assertSafe(test);
        }
    }

    @Test
    void aServerThatNeverWaitsForItsDiskIsRefused() throws IOException {
        try (EmbeddedPostgres careless = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Database database = new Database(
                        careless.getJdbcUrl("postgres", "postgres"), Option.some("postgres"), Option.none())) {
            assertThatThrownBy(database::requireDurability)
                    .isInstanceOf(UnsafeDatabase.class)
                    .hasMessageContaining("fsync=off");
        }
    }

    private static void assertSafe(TestDatabase test) {
        try (Database database = test.open()) {
            assertThatCode(database::requireDurability).doesNotThrowAnyException();
        }
    }
}
