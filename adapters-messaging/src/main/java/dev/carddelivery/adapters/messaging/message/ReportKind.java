package dev.carddelivery.adapters.messaging.message;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.PartnerReport;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A kind of report that can be read.
 *
 * @param name by which it is told from all others
 * @param partner whose report it is
 * @param violations what is wrong with data of this kind, each with its place
 * @param reader reads data with which nothing is wrong
 */
record ReportKind(
        String name,
        Partner partner,
        Function<JsonNode, List<String>> violations,
        Function<JsonNode, PartnerReport> reader) {

    /** Finds the contract's kinds and these dialects by the type of a CloudEvent. */
    static Function<String, Option<ReportKind>> among(Seq<ReportDialect> dialects) {
        MessageSchemas schemas = new MessageSchemas();
        Map<String, ReportKind> foreign = dialects.toMap(ReportDialect::type, dialect -> of(dialect, schemas));
        return type -> MessageType.named(type)
                .flatMap(named -> ReportData.reader(named).map(reader -> of(named, reader, schemas)))
                .orElse(() -> foreign.get(type));
    }

    private static ReportKind of(MessageType type, Function<JsonNode, PartnerReport> reader, MessageSchemas schemas) {
        String partner = type.name().substring(0, type.name().indexOf('.'));
        return new ReportKind(
                type.name(),
                Partner.valueOf(partner.toUpperCase(Locale.ROOT)),
                data -> schemas.violations(type, data),
                reader);
    }

    private static ReportKind of(ReportDialect dialect, MessageSchemas schemas) {
        if (dialect.partner() == Partner.NOTIFICATIONS) {
            throw new IllegalArgumentException("The dialect " + dialect.type()
                    + " is of those who tell the customers; they are asked and report nothing");
        }
        return new ReportKind(dialect.type(), dialect.partner(), schemas.violationsOf(dialect.schema()), dialect::read);
    }
}
