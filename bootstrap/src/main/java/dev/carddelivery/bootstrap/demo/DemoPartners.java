package dev.carddelivery.bootstrap.demo;

import dev.carddelivery.adapters.jdbc.JdbcPartnerRequests;
import dev.carddelivery.adapters.jdbc.PendingRequest;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.Intent;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.process.SideBySide;
import dev.carddelivery.application.process.Turns;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Plays the identity service, the bureau and the courier. What they have been asked, and how far they have come with
 * it, is kept in the database, so that they go on where they were after a crash; a report they repeat then carries the
 * same id and is found in the order's history.
 */
public final class DemoPartners implements Worker.Step {

    private static final System.Logger LOG = System.getLogger(DemoPartners.class.getName());
    private static final int AT_ONCE = 64;

    private final JdbcPartnerRequests requests;
    private final OrderStore store;
    private final OrderHandler orders;
    private final InstantSource clock;
    private final DemoScript script;
    private final Duration pause;
    private final Turns<PendingRequest> turns = new Turns<>(AT_ONCE);

    /**
     * The partners.
     *
     * @param day how long a calendar day lasts for them
     * @param pause how long to wait between two looks at what is due
     */
    public DemoPartners(
            JdbcPartnerRequests requests,
            OrderStore store,
            OrderHandler orders,
            InstantSource clock,
            Duration day,
            Duration pause) {
        this.requests = requests;
        this.store = store;
        this.orders = orders;
        this.clock = clock;
        this.script = new DemoScript(day);
        this.pause = pause;
    }

    @Override
    public Duration run() {
        Instant now = clock.instant();
        SideBySide.forEach(turns.next(now, limit -> requests.due(now, limit)), this::tryWork);
        return pause;
    }

    private void tryWork(PendingRequest pending) {
        try {
            work(pending);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A demo partner will try again: " + pending.request(), e);
        }
    }

    /** Step 0 is taking note of the request; step n is the n-th report. */
    private void work(PendingRequest pending) {
        PartnerRequest request = pending.request();
        Instant now = clock.instant();
        OrderHistory history = store.load(request.orderId());
        List<DemoScript.Step> steps = history.at(request.version())
                .map(revision -> script.stepsFor(request, revision.order(), revision.since()))
                .getOrElse(List.empty());
        if (pending.step() == 0) {
            dropWhatIsCalledOff(request);
        } else {
            orders.report(
                    request.orderId(),
                    intent(pending),
                    steps.get(pending.step() - 1).report());
        }
        if (pending.step() < steps.size()) {
            requests.reschedule(
                    request.id(),
                    pending.step() + 1,
                    now.plus(steps.get(pending.step()).after()));
        } else {
            requests.finish(request.id());
        }
    }

    private void dropWhatIsCalledOff(PartnerRequest request) {
        if (request.kind() == Kind.CARD_STOP) {
            requests.withdraw(request.orderId(), HashSet.of(Kind.CARD_PRODUCE));
        }
        if (request.kind() == Kind.PARCEL_RECALL) {
            requests.withdraw(request.orderId(), HashSet.of(Kind.PARCEL_DISPATCH));
        }
    }

    private static Intent intent(PendingRequest pending) {
        String name = pending.request().id() + "/" + pending.step();
        return new Intent(
                new CommandId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                actor(pending.request().kind()));
    }

    private static Actor actor(Kind kind) {
        return switch (kind.partner()) {
            case IDENTITY -> new Actor(Actor.Role.IDENTITY, "demo-identity");
            case BUREAU -> new Actor(Actor.Role.BUREAU, "demo-bureau");
            case COURIER -> new Actor(Actor.Role.COURIER, "demo-courier");
            case NOTIFICATIONS -> throw new IllegalArgumentException("Nothing is reported for " + kind);
        };
    }
}
