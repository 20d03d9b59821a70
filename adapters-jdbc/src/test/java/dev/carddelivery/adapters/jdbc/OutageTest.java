package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.port.StoreMistake;
import dev.carddelivery.application.port.StoreUnavailable;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static RuntimeException translated(String state) {
        return Outage.translate("no use", new SQLException("said the server", state));
    }
}
