package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.port.StoreMistake;
import dev.carddelivery.application.port.StoreUnavailable;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** Who has to come again, who is to blame, and what a person must mend. */
class OutageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "28P01", "40P01", "40001", "53100", "53300", "57014", "57P03", "58030", "25006", "25P03",
                "25P04", "55P03"
            })
    void whatPassesIsAnOutage(String state) {
        assertThat(translated(state)).isInstanceOf(StoreUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P05", "23505", "23514"})
    void whatTheDatabaseDoesNotTakeIsTheFaultOfWhoBroughtIt(String state) {
        assertThat(translated(state)).isExactlyInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "42501", "42601", "XX000", "25P02"})
    void whatFailsForEverybodyIsAMistake(String state) {
        assertThat(translated(state)).isInstanceOf(StoreMistake.class).hasMessage("no use");
    }

    @Test
    void whatHasNoStateIsAnOutage() {
        assertThat(Outage.translate("no use", new SQLException("the driver gave up")))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void anOutageSaysWhatTheServerSaidWithoutTheDetailThatMayQuoteARow() {
        PSQLException full = new PSQLException(new ServerErrorMessage(
                "SERROR\0C53100\0Mcould not extend file: No space left on device\0DRow of Anna\0WIn her order"));

        assertThat(Outage.translate("The log cannot be read", full))
                .hasMessage("The log cannot be read (53100: could not extend file: No space left on device)");
    }

    @Test
    void anOutageSaysWhatTheDriverAndThePoolSaid() {
        PSQLException crowded = new PSQLException("Connection refused", PSQLState.CONNECTION_UNABLE_TO_CONNECT);
        SQLException exhausted =
                new SQLTransientConnectionException("No connection after 750ms (total=8, active=8)", null, crowded);

        assertThat(Outage.translate("The log cannot be read", exhausted))
                .hasMessage("The log cannot be read"
                        + " (No connection after 750ms (total=8, active=8); 08001: Connection refused)");
    }

    @Test
    void nobodyElseIsQuoted() {
        SQLException batch = new BatchUpdateException("Batch entry 0 insert ... ('Anna')", "57014", new int[0]);

        assertThat(Outage.translate("The log cannot be read", batch)).hasMessage("The log cannot be read (57014)");
        assertThat(Outage.translate("The log cannot be read", new SQLException("of Anna")))
                .hasMessage("The log cannot be read");
    }

    private static RuntimeException translated(String state) {
        return Outage.translate("no use", new SQLException("said the server", state));
    }
}
