package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.ContentView;
import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.answer.StatusView;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.OrderRevision;
import io.vavr.control.Option;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** getOrder: the whole order, now or at any moment of its past. */
public record ReadOrder(VisibleOrders orders) implements Operation {

    @Override
    public Reply handle(Request request) {
        OrderRevision revision = asked(request, orders.history(request))
                .getOrElseThrow(() -> ProblemType.ORDER_NOT_FOUND.problem().exception());
        return Replies.read(request, revision.version(), Replies.NOT_KEPT, () -> json(revision));
    }

    private static byte[] json(OrderRevision revision) {
        ObjectNode json = Json.object();
        json.set("status", StatusView.json(revision));
        json.setAll(ContentView.masked(revision.order().dossier().content()));
        return Json.bytes(json);
    }

    private static Option<OrderRevision> asked(Request request, OrderHistory history) {
        Option<Integer> version = request.query("version").map(ReadOrder::version);
        Option<Instant> asOf = request.query("asOf").map(ReadOrder::instant);
        if (version.isDefined() && asOf.isDefined()) {
            throw ProblemType.BAD_REQUEST.because("version-and-as-of").exception();
        }
        return version.map(history::at).getOrElse(() -> asOf.map(history::asOf).getOrElse(history::latest));
    }

    private static int version(String text) {
        return Request.positive(text, Integer.MAX_VALUE)
                .getOrElseThrow(() -> ProblemType.BAD_REQUEST.because("version").exception());
    }

    private static Instant instant(String text) {
        return Request.instant(text)
                .getOrElseThrow(() -> ProblemType.BAD_REQUEST.because("as-of").exception());
    }
}
