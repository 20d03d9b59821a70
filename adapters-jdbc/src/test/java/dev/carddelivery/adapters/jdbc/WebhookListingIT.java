package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators list a subscriber's deliveries, most of which have arrived. */
class WebhookListingIT {

    private static final String SUBSCRIBER = "00000000-0000-7000-8000-000000000001";

    private static TestDatabase testDatabase;

    @BeforeAll
    static void fill() throws SQLException {
        testDatabase = TestDatabase.create();
        testDatabase.execute("""
                insert into webhook_deliveries
                select
                    gen_random_uuid(), number, '%s', gen_random_uuid(), 'type', gen_random_uuid(), '',
                    timestamptz '2026-01-01' + number * interval '1 minute',
                    case when number %% 100 = 0 then 'failed' else 'delivered' end,
                    1, 1, null
                from generate_series(1, 20000) as number
                """.formatted(SUBSCRIBER));
        testDatabase.execute("analyze webhook_deliveries");
    }

    @AfterAll
    static void drop() {
        testDatabase.close();
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, webhook_deliveries_by_state",
        "true, true, webhook_deliveries_by_state",
        "false, false, webhook_deliveries_by_time",
        "false, true, webhook_deliveries_by_time"
    })
    void itIsOneWalkAlongOneIndex(boolean ofOneState, boolean goesOn, String index) throws SQLException {
        assertThat(plan(JdbcWebhookDeliveries.query(ofOneState, goesOn)))
                .contains(index)
                .doesNotContain("Sort")
                .doesNotContain("Filter")
                .doesNotContain("Seq Scan");
    }

    /** As the program's connections plan it: once, whatever the state. */
    private static String plan(String query) throws SQLException {
        String listing = query.replace(":subscriber", "$1")
                .replace(":state", "$2")
                .replace(":at", "$3")
                .replace(":id", "$4")
                .replace(":limit", "$5");
        StringBuilder plan = new StringBuilder();
        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare listing (uuid, text, timestamptz, uuid, integer) as " + listing);
            try (ResultSet lines = statement.executeQuery(
                    "explain execute listing ('%1$s', 'failed', now(), '%1$s', 51)".formatted(SUBSCRIBER))) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }
}
