package dev.carddelivery.application.simulation;

import dev.carddelivery.application.memory.InMemoryAwaitedRequests;
import dev.carddelivery.application.memory.InMemoryCheckpoints;
import dev.carddelivery.application.memory.InMemoryDeadLetters;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.memory.InMemoryParkedReports;
import dev.carddelivery.application.memory.InMemoryReadModels;
import dev.carddelivery.application.port.AwaitedRequests;
import dev.carddelivery.application.port.Checkpoints;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.DeadlineSearch;
import dev.carddelivery.application.port.EventLog;
import dev.carddelivery.application.port.OrderSearch;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.application.port.ReadModels;

/**
 * All that outlives a crash of the program: empty adapters of the ports through which it keeps things. The log has to
 * show what was appended at once, and all of them have to answer equally each time, or no seed can be replayed.
 */
public record Stores(
        OrderStore orders,
        EventLog log,
        Checkpoints checkpoints,
        AwaitedRequests awaited,
        ParkedReports parked,
        DeadLetters deadLetters,
        ReadModels readModels,
        DeadlineSearch deadlines,
        OrderSearch search) {

    /** Those that come with the application. */
    public static Stores inMemory() {
        InMemoryLog log = new InMemoryLog();
        InMemoryReadModels readModels = new InMemoryReadModels();
        return new Stores(
                log,
                log,
                new InMemoryCheckpoints(),
                new InMemoryAwaitedRequests(),
                new InMemoryParkedReports(),
                new InMemoryDeadLetters(),
                readModels,
                readModels,
                readModels);
    }

    /** The same, with other histories. */
    Stores with(OrderStore other) {
        return new Stores(other, log, checkpoints, awaited, parked, deadLetters, readModels, deadlines, search);
    }

    /** The same, but nothing is parked. */
    Stores withoutParking() {
        ParkedReports none = new ForgetfulParking();
        return new Stores(orders, log, checkpoints, awaited, none, deadLetters, readModels, deadlines, search);
    }

    /** The same, with which the program may crash. */
    Stores deadlyBy(Perils perils) {
        return new Stores(
                perils.deadly(OrderStore.class, orders),
                perils.deadly(EventLog.class, log),
                perils.deadly(Checkpoints.class, checkpoints),
                perils.deadly(AwaitedRequests.class, awaited),
                perils.deadly(ParkedReports.class, parked),
                perils.deadly(DeadLetters.class, deadLetters),
                perils.deadly(ReadModels.class, readModels),
                perils.deadly(DeadlineSearch.class, deadlines),
                search);
    }

    /** The same, which may also fail. */
    Stores unreliableBy(Perils perils) {
        return new Stores(
                perils.unreliable(OrderStore.class, orders),
                perils.unreliable(EventLog.class, log),
                perils.unreliable(Checkpoints.class, checkpoints),
                perils.unreliable(AwaitedRequests.class, awaited),
                perils.unreliable(ParkedReports.class, parked),
                perils.unreliable(DeadLetters.class, deadLetters),
                perils.unreliable(ReadModels.class, readModels),
                perils.unreliable(DeadlineSearch.class, deadlines),
                search);
    }
}
