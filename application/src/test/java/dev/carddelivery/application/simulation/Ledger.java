package dev.carddelivery.application.simulation;

import dev.carddelivery.application.message.OutgoingMessage.OrderNews;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.report.IncomingReport;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.UUID;

/** What the others were answered, told and asked by the program: it must stand by that, whatever befalls it. */
final class Ledger {

    private Map<CommandId, Promise> promises = LinkedHashMap.empty();
    private Map<OrderId, Vector<OrderRevision>> told = HashMap.empty();
    private Map<PartnerRequest, Integer> asked = LinkedHashMap.empty();
    private Map<CommandId, IncomingReport> taken = LinkedHashMap.empty();
    private Map<CommandId, Instant> parked = HashMap.empty();
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
        Vector<OrderRevision> before = told(news.orderId());
        int version = news.cause().version();
        Violation.unless(
                version <= before.size() + 1,
                () -> "after version " + before.size() + " version " + version + " was told");
        Violation.unless(
                version > before.size() || before.get(version - 1).equals(news.after()),
                () -> "of version " + version + " different things were told");
        told = version > before.size() ? told.put(news.orderId(), before.append(news.after())) : told;
    }

    /** A request went out. */
    void asked(PartnerRequest request) {
        asked = asked.put(request, timesAsked(request) + 1);
    }

    /** The sender of a report was told that it was taken. */
    void taken(IncomingReport report) {
        taken = taken.put(report.id(), report);
    }

    /** The sender of a message was told that it lies among the dead letters. */
    void laidAside(UUID letter) {
        laidAside = laidAside.add(letter);
    }

    /** The sender of a report was told that it waits for its order; what counts is the first time. */
    void parked(IncomingReport report, Instant now) {
        parked = parked.containsKey(report.id()) ? parked : parked.put(report.id(), now);
    }

    Map<CommandId, Promise> promises() {
        return promises;
    }

    Map<CommandId, IncomingReport> taken() {
        return taken;
    }

    /** Since when a report has waited for its order, if it has. */
    Option<Instant> parkedSince(CommandId report) {
        return parked.get(report);
    }

    Set<UUID> laidAside() {
        return laidAside;
    }

    /** What everybody was told about an order: how it was after each of its events. */
    Vector<OrderRevision> told(OrderId orderId) {
        return told.getOrElse(orderId, Vector.empty());
    }

    /** What partners were asked about an order. */
    Seq<PartnerRequest> asked(OrderId orderId) {
        return asked.keySet()
                .filter(request -> request.orderId().equals(orderId))
                .toVector();
    }

    /** How often a request went out. */
    int timesAsked(PartnerRequest request) {
        return asked.getOrElse(request, 0);
    }
}
