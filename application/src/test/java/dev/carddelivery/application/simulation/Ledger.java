package dev.carddelivery.application.simulation;

import dev.carddelivery.application.message.OutgoingMessage.OrderNews;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.report.IncomingReport;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.UUID;

/** What the others were answered, told and asked by the program: it must stand by that, whatever befalls it. */
final class Ledger {

    private Map<CommandId, Promise> promises = LinkedHashMap.empty();
    private Map<OrderId, Integer> told = HashMap.empty();
    private Set<UUID> asked = HashSet.empty();
    private Map<CommandId, OrderId> taken = LinkedHashMap.empty();
    private Set<UUID> laidAside = HashSet.empty();

    /**
     * A wish that was fulfilled.
     *
     * @param orderId of which order
     * @param answer what the customer was answered
     */
    record Promise(OrderId orderId, Answer answer) {}

    /** A customer's wish was fulfilled; the same wish has to be answered equally for ever. */
    void fulfilled(CommandId wish, OrderId orderId, Answer answer) {
        Option<Promise> before = promises.get(wish);
        Violation.unless(
                before.map(Promise::answer)
                        .forAll(first -> first.revision().equals(answer.revision())
                                && first.caused().equals(answer.caused())),
                () -> "the same wish was answered first " + before + " and then " + answer);
        promises = before.isDefined() ? promises : promises.put(wish, new Promise(orderId, answer));
    }

    /** News went out; those of one order in the order of its history, but for repetitions. */
    void told(OrderNews news) {
        int latest = told.getOrElse(news.orderId(), 0);
        int version = news.cause().version();
        Violation.unless(version <= latest + 1, () -> "after version " + latest + " version " + version + " was told");
        told = told.put(news.orderId(), Math.max(latest, version));
    }

    /** A request went out. */
    void asked(PartnerRequest request) {
        asked = asked.add(request.id());
    }

    /** The sender of a report was told that it was taken. */
    void taken(IncomingReport report) {
        taken = taken.put(report.id(), report.orderId());
    }

    /** The sender of a message was told that it lies among the dead letters. */
    void laidAside(UUID letter) {
        laidAside = laidAside.add(letter);
    }

    Map<CommandId, Promise> promises() {
        return promises;
    }

    Map<CommandId, OrderId> taken() {
        return taken;
    }

    Set<UUID> laidAside() {
        return laidAside;
    }

    /** The version up to which everybody was told about an order. */
    int toldOf(OrderId orderId) {
        return told.getOrElse(orderId, 0);
    }

    boolean wasAsked(PartnerRequest request) {
        return asked.contains(request.id());
    }
}
