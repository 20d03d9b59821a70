package dev.carddelivery.application.simulation;

import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.application.report.ReportReader;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.Function;

/** The program as the others see it: one instance after another on the same stores, and sometimes none. */
final class OrderDomain {

    private static final Duration USUAL_LAG = Duration.ofHours(1);
    private static final Duration USUAL_DOWNTIME = Duration.ofHours(1);
    private static final Duration LEAST_REST = Duration.ofHours(1);
    private static final Duration MOST_REST = Duration.ofHours(8);

    private final Nature nature;
    private final Stores stores;
    private final MessagePublisher post;
    private final ReportReader reader;
    private final Perils perils;
    private final Flaw flaw;
    private Option<Instance> running = Option.none();
    private Set<String> readingSoon = HashSet.empty();
    private long readTo;

    OrderDomain(Nature nature, Stores stores, MessagePublisher post, ReportReader reader, Perils perils, Flaw flaw) {
        this.nature = nature;
        this.stores = stores;
        this.post = post;
        this.reader = reader;
        this.perils = perils;
        this.flaw = flaw;
    }

    /** Starts the program on what the one before it has left. */
    void start() {
        nature.note("The program starts");
        Stores found = flaw == Flaw.ACKNOWLEDGED_BEFORE_DURABLE ? stores.with(new HastyStore(stores.orders())) : stores;
        Instance started = new Instance(
                found.unreliableBy(perils).deadlyBy(perils),
                found.deadlyBy(perils),
                post,
                reader,
                nature.clock(),
                flaw);
        running = Option.some(started);
        readingSoon = HashSet.empty();
        readSoon(started);
        started.watches().forEach((name, watch) -> look(started, name, watch));
    }

    /**
     * What the program answers; none when it is not there, fails, or crashes before it has answered.
     *
     * @param what it is asked, in a word
     */
    <T> Option<T> ask(String what, Function<Instance, T> question) {
        Option<Instance> asked = running;
        try {
            return asked.map(question);
        } catch (SimulatedCrash crash) {
            nature.note(what + ": CRASH " + crash.getMessage());
            running = Option.none();
            nature.later(nature.chance().about(USUAL_DOWNTIME), this::start);
            return Option.none();
        } catch (StoreUnavailable e) {
            nature.note(what + ": " + e.getMessage());
            return Option.none();
        } finally {
            running.filter(instance -> stores.log().end() > readTo).forEach(this::readSoon);
        }
    }

    private void readSoon(Instance instance) {
        readTo = stores.log().end();
        instance.subscriptions().keySet().forEach(name -> readSoon(instance, name));
    }

    private void readSoon(Instance instance, String name) {
        if (readingSoon.contains(name)) {
            return;
        }
        readingSoon = readingSoon.add(name);
        nature.later(nature.chance().about(USUAL_LAG), () -> {
            if (isRunning(instance)) {
                readingSoon = readingSoon.remove(name);
                read(instance, name);
            }
        });
    }

    private void read(Instance instance, String name) {
        Runnable subscription = instance.subscriptions().get(name).get();
        if (ask(name, asked -> done(subscription)).isEmpty() && isRunning(instance)) {
            readSoon(instance, name);
        }
    }

    private void look(Instance instance, String name, Runnable watch) {
        nature.agenda().aside(nature.chance().between(LEAST_REST, MOST_REST), () -> {
            if (isRunning(instance)) {
                ask(name, asked -> done(watch));
                look(instance, name, watch);
            }
        });
    }

    private boolean isRunning(Instance instance) {
        return running.exists(present -> present == instance);
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }
}
