package dev.carddelivery.bootstrap.demo;

import dev.carddelivery.adapters.http.demo.Behaviour;
import dev.carddelivery.adapters.http.demo.PartnerBehaviours;
import dev.carddelivery.adapters.jdbc.JdbcBehaviours;
import dev.carddelivery.adapters.jdbc.JdbcBehaviours.Told;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Keeps how the demo partners were told to behave with their mailbox, so that all copies of the program know it. */
public record DemoBehaviours(JdbcBehaviours table) implements PartnerBehaviours {

    @Override
    public void tell(Partner partner, Option<OrderId> orderId, Behaviour behaviour) {
        table.tell(partner, new Told(orderId, written(behaviour), behaviour.silentUntil()));
    }

    @Override
    public Map<Option<OrderId>, Behaviour> of(Partner partner) {
        return LinkedHashMap.ofEntries(table.of(partner)
                .map(told -> new Tuple2<>(told.orderId(), read(told.behaviour()).silentUntil(told.silentUntil()))));
    }

    @Override
    public void reset(Partner partner) {
        table.forget(partner);
    }

    private static String written(Behaviour behaviour) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("rejected", behaviour.rejected())
                .put("lost", behaviour.lost())
                .put("repeated", behaviour.repeated())
                .put("reordered", behaviour.reordered())
                .put("contradictory", behaviour.contradictory())
                .put("delayDays", behaviour.delayDays())
                .toString();
    }

    /** The behaviour without its silence, which is not in the text. */
    static Behaviour read(String text) {
        JsonNode json = JsonMapper.shared().readTree(text);
        return new Behaviour(
                json.path("rejected").doubleValue(),
                json.path("lost").doubleValue(),
                json.path("repeated").doubleValue(),
                json.path("reordered").doubleValue(),
                json.path("contradictory").doubleValue(),
                json.path("delayDays").doubleValue(),
                Option.none());
    }
}
