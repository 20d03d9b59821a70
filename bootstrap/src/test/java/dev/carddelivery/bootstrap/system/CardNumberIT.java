package dev.carddelivery.bootstrap.system;

import static dev.carddelivery.bootstrap.system.Customer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Sample;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What looks like a card number is refused wherever it stands, and leaves no trace. */
@Timeout(60)
@Isolated("it reads all that is logged")
class CardNumberIT {

    private static final String NUMBER = "4111111111111111";
    private static final String GROUPED = "4111 1111 1111 1111";
    private static final String DESIGN = "seven-seas";

    /** A table's name and whether any of its rows, written as text, holds the word. */
    private static final String TABLES_HOLDING = """
            select coalesce(string_agg(table_name, ','), '')
            from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and (xpath('/row/found/text()', query_to_xml(
                format('select exists (select from %%I.%%I row where row::text like %%L) as found',
                    table_schema, table_name, '%%%s%%'), false, true, '')))[1]::text = 'true'
            """;

    private static Logged logged;
    private static Installation installation;
    private static Customer anna;

    @BeforeAll
    static void start() {
        logged = Logged.everything();
        installation = Installation.withDaysOf(Installation.LONG_DAY);
        anna = installation.start().customer("anna");
    }

    @AfterAll
    static void stop() throws IOException {
        installation.close();
        logged.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/cardInfo, embossingName",
        "/cardInfo, design",
        "/userInfo, firstName",
        "/userInfo, phone",
        "/userInfo, email",
        "/legalInfo/document, number",
        "/legalInfo/document, issuedBy",
        "/deliveryInfo/address, street",
        "/deliveryInfo/address, apartment",
        "/deliveryInfo, comment",
        "/deliveryInfo, noSuchField",
        "'', timestamp",
    })
    void inAnyFieldOfAnOrder(String object, String field) throws Exception {
        for (String number : new String[] {NUMBER, GROUPED, "my card " + NUMBER + ", thanks"}) {
            ObjectNode wish = Customer.wish(UUID.randomUUID());
            Sample.at(wish, object).put(field, number);
            assertIsRefused(anna.order(wish));
        }
        assertNoTrace();
    }

    @Test
    void asABareNumber() throws Exception {
        ObjectNode wish = Customer.wish(UUID.randomUUID());
        Sample.at(wish, "/deliveryInfo").put("comment", Long.parseLong(NUMBER));
        assertIsRefused(anna.order(wish));
        assertNoTrace();
    }

    @Test
    void inABodyThatIsCutOff() throws Exception {
        for (String body : new String[] {"{\"comment\":\"" + NUMBER, "{\"comment\":" + NUMBER, "{" + NUMBER + "}"}) {
            HttpResponse<String> answer = anna.api()
                    .send("POST", "/api/v1/orders", BodyPublishers.ofString(body), "Content-Type", "application/json");
            assertThat(answer.statusCode()).isIn(400, 422);
            assertThat(answer.body()).doesNotContain(NUMBER);
        }
        assertNoTrace();
    }

    @Test
    void inAChange() throws Exception {
        UUID id = anna.order();
        ObjectNode patch = Sample.json("{'deliveryInfo':{}}");
        Sample.at(patch, "/deliveryInfo").put("comment", GROUPED);
        assertIsRefused(anna.api().patch(Customer.path(id), patch));
        assertThat(Customer.etag(anna.look(id))).isEqualTo("\"1\"");
        assertNoTrace();
    }

    private static void assertIsRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem(answer)).isEqualTo("card-number-not-accepted");
        assertThat(answer.body()).doesNotContain(NUMBER, GROUPED);
    }

    /** The same search finds what may be there, so that it would have found the number. */
    private static void assertNoTrace() throws SQLException {
        ObjectNode wish = Customer.wish(UUID.randomUUID());
        Sample.at(wish, "/cardInfo").put("design", DESIGN);
        assertThat(anna.order(wish).statusCode()).isEqualTo(201);
        assertThat(tablesHolding(DESIGN)).contains("events");
        assertThat(tablesHolding(NUMBER)).isEmpty();
        assertThat(tablesHolding(GROUPED)).isEmpty();

        assertThat(logged.text()).contains("a line that is logged at TRACE");
        assertThat(logged.text()).doesNotContain(NUMBER, GROUPED);
    }

    private static String tablesHolding(String word) throws SQLException {
        return installation.database().value(TABLES_HOLDING.formatted(word));
    }
}
