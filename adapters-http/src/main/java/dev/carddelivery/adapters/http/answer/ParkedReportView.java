package dev.carddelivery.adapters.http.answer;

import dev.carddelivery.application.port.ParkedReports.Parked;
import io.vavr.collection.Seq;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What waits for an order, as operators see it. */
public final class ParkedReportView {

    private ParkedReportView() {}

    /** All that waits. */
    public static Reply reply(Seq<Parked> reports) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        reports.map(ParkedReportView::item).forEach(items::add);
        return Reply.json(200, Json.bytes(json)).with("Cache-Control", "no-store");
    }

    private static ObjectNode item(Parked report) {
        ObjectNode json = Json.object()
                .put("id", report.id().toString())
                .put("orderId", report.orderId().value().toString())
                .put("receivedAt", report.at().toString());
        MessageView.putOrigin(json, report.message().channel(), report.message().sender());
        return MessageView.putContent(json, report.message());
    }
}
