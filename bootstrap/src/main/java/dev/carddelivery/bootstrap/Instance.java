package dev.carddelivery.bootstrap;

import dev.carddelivery.adapters.http.HttpServer;
import dev.carddelivery.adapters.http.Services;
import dev.carddelivery.adapters.http.security.Origins;
import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcCheckpoints;
import dev.carddelivery.adapters.jdbc.JdbcDeadlineSearch;
import dev.carddelivery.adapters.jdbc.JdbcEventLog;
import dev.carddelivery.adapters.jdbc.JdbcLeadership;
import dev.carddelivery.adapters.jdbc.JdbcOrderSearch;
import dev.carddelivery.adapters.jdbc.JdbcOrderStore;
import dev.carddelivery.adapters.jdbc.JdbcPartnerRequests;
import dev.carddelivery.adapters.jdbc.JdbcReadModels;
import dev.carddelivery.adapters.jdbc.JdbcUserSearch;
import dev.carddelivery.adapters.jdbc.Sequencer;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.Checkpoints;
import dev.carddelivery.application.port.EventLog;
import dev.carddelivery.application.port.Leadership;
import dev.carddelivery.application.process.DeadlineWatch;
import dev.carddelivery.application.process.PartnerProcess;
import dev.carddelivery.application.process.Projector;
import dev.carddelivery.application.process.Subscription;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.bootstrap.demo.DemoPartners;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.ServiceTerms;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * One running copy of the program on one database: every object it is made of, put together by plain {@code new}. Any
 * number of copies may run on the same database.
 */
public final class Instance implements AutoCloseable {

    /** The names under which the subscriptions' places in the log are kept. */
    static final String READ_MODELS = "read-models";

    private static final String PARTNER_PROCESS = "partner-process";

    /** Milliseconds are what people and the database can tell apart. */
    private static final InstantSource CLOCK = Clock.tickMillis(ZoneOffset.UTC);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final OpenParts parts = new OpenParts();
    private final HttpServer http;

    private Instance(Settings settings, Database database) {
        try {
            http = open(settings, database);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private HttpServer open(Settings settings, Database database) {
        JdbcEventLog log = parts.add(new JdbcEventLog(database));
        Sequencer sequencer = parts.add(new Sequencer(database, log));
        JdbcOrderStore store = parts.add(new JdbcOrderStore(database, sequencer::committed));
        JdbcLeadership leader = parts.add(new JdbcLeadership(database));
        Leadership everyInstance = () -> true;

        OrderHandler orders = new OrderHandler(store, new OrderDecider(new ServiceTerms(settings.day())), CLOCK);
        JdbcCheckpoints checkpoints = new JdbcCheckpoints(database);
        JdbcPartnerRequests requests = new JdbcPartnerRequests(database, CLOCK);
        LiveOrders live = new LiveOrders(log, store);
        Duration pause = shortOf(settings.day());

        work("live-orders", everyInstance, live);
        subscribe(READ_MODELS, leader, log, checkpoints, new Projector(store, new JdbcReadModels(database)));
        work("deadlines", leader, new DeadlineWatch(new JdbcDeadlineSearch(database), orders, CLOCK, pause));
        if (settings.demo()) {
            subscribe(PARTNER_PROCESS, leader, log, checkpoints, new PartnerProcess(store, requests));
            work("demo-partners", leader, new DemoPartners(requests, store, orders, CLOCK, settings.day(), pause));
        }

        Tokens tokens = Tokens.of(settings, CLOCK);
        HttpServer server = parts.add(new HttpServer(new Services(
                orders,
                store,
                live,
                new JdbcOrderSearch(database),
                new JdbcUserSearch(database),
                tokens.authenticator(),
                new Origins(settings.publicOrigin()),
                tokens.demo(),
                () -> missing(database),
                CLOCK)));
        return listen(server, settings);
    }

    private static HttpServer listen(HttpServer server, Settings settings) {
        try {
            return server.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            throw StartupException.innermost(SocketException.class, e)
                    .<RuntimeException>map(settings.address()::refused)
                    .getOrElse(e);
        }
    }

    /** Starts a copy. The database has been migrated. */
    public static Instance start(Settings settings, Database database) {
        return new Instance(settings, database);
    }

    /** Where its API is. */
    public int port() {
        return http.port();
    }

    /** Stops to take requests, finishes those that are running, then everything else in the reverse order. */
    @Override
    public void close() {
        parts.close();
    }

    private void subscribe(
            String name,
            Leadership leadership,
            EventLog log,
            Checkpoints checkpoints,
            Consumer<Seq<RecordedEvent>> work) {
        work(name, leadership, new Subscription(name, log, checkpoints, work));
    }

    private void work(String name, Leadership leadership, Worker.Step step) {
        parts.add(Worker.start(name, leadership, step));
    }

    /** So short that it hardly matters beside a day, and not so short that it keeps the database busy. */
    private static Duration shortOf(Duration day) {
        Duration fiftieth = day.dividedBy(50);
        return fiftieth.compareTo(LONGEST_PAUSE) < 0 ? fiftieth : LONGEST_PAUSE;
    }

    private static Seq<String> missing(Database database) {
        return database.isReady() ? List.empty() : List.of("database");
    }
}
