package dev.carddelivery.adapters.http.answer;

import dev.carddelivery.adapters.http.demo.Behaviour;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a demo partner behaves, as JSON. */
public final class BehaviourView {

    private BehaviourView() {}

    /** What was said to a partner; where nothing was said for all orders, it behaves normally for them. */
    public static byte[] bytes(Partner partner, Map<Option<OrderId>, Behaviour> told) {
        ObjectNode view = Json.object().put("partner", Json.word(partner));
        fill(view.putObject("allOrders"), told.getOrElse(Option.none(), Behaviour.NORMAL));
        ArrayNode singleOrders = view.putArray("singleOrders");
        told.forEach((order, behaviour) -> order.forEach(
                id -> fill(singleOrders.addObject().put("orderId", id.value().toString()), behaviour)));
        return Json.bytes(view);
    }

    private static void fill(ObjectNode json, Behaviour behaviour) {
        json.put("rejected", behaviour.rejected())
                .put("lost", behaviour.lost())
                .put("repeated", behaviour.repeated())
                .put("reordered", behaviour.reordered())
                .put("contradictory", behaviour.contradictory())
                .put("delayDays", behaviour.delayDays());
        behaviour.silentUntil().forEach(until -> json.put("silentUntil", until.toString()));
    }
}
