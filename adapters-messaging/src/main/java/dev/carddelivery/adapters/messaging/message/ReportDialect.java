package dev.carddelivery.adapters.messaging.message;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.PartnerReport;
import tools.jackson.databind.JsonNode;

/**
 * How a partner says in its own words what the contract has a report for: a new courier brings one of these and a
 * schema. Its messages are CloudEvents as all are, with the order's id as their subject; the type and the data are its
 * own.
 *
 * <p>The program finds dialects as services, by {@code META-INF/services} in a jar on its class path.
 */
public interface ReportDialect {

    /** Whose words these are; only this partner's signature fits them. */
    Partner partner();

    /** The {@code type} of its CloudEvents. */
    String type();

    /** The JSON Schema (draft 2020-12) that its data must match to the letter; it stands alone. */
    String schema();

    /**
     * What it says.
     *
     * @param data which match the schema
     * @throws IllegalArgumentException when they break a rule that the schema cannot tell
     * @throws java.time.DateTimeException likewise
     */
    PartnerReport read(JsonNode data);
}
