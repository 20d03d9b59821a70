package dev.carddelivery.application.simulation;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.domain.card.CardReference;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Locale;
import java.util.function.Consumer;

/** Makes a card for each request that it has not seen yet, unless that order was stopped before. */
final class Bureau implements Consumer<PartnerRequest> {

    private static final Duration USUAL_WORK = Duration.ofDays(3);
    private static final YearMonth THIS_MONTH = YearMonth.of(2026, 11);

    private final Nature nature;
    private final Correspondence correspondence;
    private final Consumer<PartnerRequest> made;
    private final boolean looksAtIds;
    private Consumer<OrderId> courier = order -> {};
    private Map<OrderId, Plastic> shelf = HashMap.empty();
    private Set<OrderId> gone = HashSet.empty();
    private Set<OrderId> stopped = HashSet.empty();
    private int cards;

    /**
     * A bureau.
     *
     * @param made hears of each card, by the request for which it was made
     * @param looksAtIds whether it knows a request again
     */
    Bureau(Nature nature, Correspondence correspondence, Consumer<PartnerRequest> made, boolean looksAtIds) {
        this.nature = nature;
        this.correspondence = correspondence;
        this.made = made;
        this.looksAtIds = looksAtIds;
    }

    /** From now on some finished cards are handed to {@code next} without being asked for. */
    void handsOverTo(Consumer<OrderId> next) {
        courier = next;
    }

    @Override
    public void accept(PartnerRequest request) {
        boolean isNew = correspondence.isNew(request);
        switch (request.kind()) {
            case CARD_PRODUCE -> {
                if (isNew || !looksAtIds) {
                    consider(request);
                }
            }
            case CARD_STOP -> {
                if (isNew) {
                    stop(request.orderId());
                }
            }
            default -> {}
        }
    }

    /** Hands over the card of an order, if it is there. */
    Option<Plastic> collect(OrderId orderId) {
        Option<Plastic> card = shelf.get(orderId);
        shelf = shelf.remove(orderId);
        gone = card.isDefined() ? gone.add(orderId) : gone;
        return card;
    }

    private void consider(PartnerRequest request) {
        OrderId orderId = request.orderId();
        if (stopped.contains(orderId) || nature.chance().of(0.1)) {
            correspondence.say(orderId, new BureauReport.Rejected(BureauReport.Reason.OUT_OF_STOCK));
            return;
        }
        correspondence.say(orderId, new BureauReport.Accepted());
        nature.later(nature.chance().about(USUAL_WORK), () -> make(request));
    }

    private void make(PartnerRequest request) {
        OrderId orderId = request.orderId();
        if (stopped.contains(orderId)) {
            return;
        }
        made.accept(request);
        Plastic card = plastic();
        shelf = shelf.put(orderId, card);
        nature.note("the bureau has made a card for " + nature.trace().nameOf(orderId));
        correspondence.say(orderId, new BureauReport.Produced(card));
        if (nature.chance().of(nature.weather().contradiction())) {
            correspondence.say(orderId, new BureauReport.Stopped());
        }
        if (nature.chance().of(0.3)) {
            courier.accept(orderId);
        }
    }

    /** What has left the house cannot be stopped here, and nothing can be said of it. */
    private void stop(OrderId orderId) {
        stopped = stopped.add(orderId);
        if (shelf.containsKey(orderId)) {
            shelf = shelf.remove(orderId);
            correspondence.say(orderId, new BureauReport.Destroyed());
        } else if (!gone.contains(orderId)) {
            correspondence.say(orderId, new BureauReport.Stopped());
        }
    }

    private Plastic plastic() {
        Chance chance = nature.chance();
        return new Plastic(
                new CardReference("card-" + cards++),
                new Last4(String.format(Locale.ROOT, "%04d", chance.between(0, 9999))),
                THIS_MONTH.plusMonths(chance.of(0.2) ? chance.between(1, 3) : 36));
    }
}
