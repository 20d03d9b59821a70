package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.ParkedReportView;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.request.PageQuery;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.port.ParkedReports;

/** listParkedReports: what waits for an order, as far as an answer should be long. */
public record ListParkedReports(ParkedReports reports) implements Operation {

    @Override
    public Reply handle(Request request) {
        return ParkedReportView.reply(reports.of(request.requiredOrderId()).take(PageQuery.LARGEST));
    }
}
