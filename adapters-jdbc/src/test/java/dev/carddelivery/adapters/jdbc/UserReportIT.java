package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.port.UserSearch.Direction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report "users who have a credit card, by registration date". */
class UserReportIT {

    private static TestDatabase testDatabase;

    @BeforeAll
    static void fill() throws SQLException {
        testDatabase = TestDatabase.create();
        testDatabase.execute("""
                insert into users (order_id, user_id, card_type, registered_at, current)
                select
                    gen_random_uuid(),
                    'user-' || number % 5000,
                    case when number % 3 = 0 then 'credit' else 'debit' end,
                    timestamptz '2026-01-01' + number % 5000 * interval '1 minute',
                    number % 7 > 0
                from generate_series(1, 20000) as number
                """);
        testDatabase.execute("analyze users");
    }

    @AfterAll
    static void drop() {
        testDatabase.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select distinct user_id from sketch where card_type = 'credit' order by created_at desc",
                "select distinct user_id from users where card_type = 'credit' and current order by registered_at"
            })
    void theNaiveQueryIsRefused(String query) throws SQLException {
        testDatabase.execute("""
                create table if not exists sketch (user_id text, card_type text, created_at timestamptz)
                """);

        assertThatThrownBy(() -> testDatabase.execute(query))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42P10"));
    }

    @ParameterizedTest
    @EnumSource
    void itIsOneWalkAlongOneIndex(Direction direction) throws SQLException {
        for (boolean goesOn : new boolean[] {false, true}) {
            String plan = plan(JdbcUserSearch.query(direction, goesOn)
                    .replace(":type", "'credit'")
                    .replace(":at", "timestamptz '2026-01-02'")
                    .replace(":id", "'user-7'")
                    .replace(":limit", "51"));

            assertThat(plan)
                    .contains("users_by_registration")
                    .doesNotContain("Sort")
                    .doesNotContain("Seq Scan");
        }
    }

    private static String plan(String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = testDatabase.connect();
                PreparedStatement statement = connection.prepareStatement("explain " + query);
                ResultSet lines = statement.executeQuery()) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
