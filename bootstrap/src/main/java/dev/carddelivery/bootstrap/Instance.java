package dev.carddelivery.bootstrap;

import dev.carddelivery.adapters.http.HttpServer;
import dev.carddelivery.adapters.http.Services;
import dev.carddelivery.adapters.http.security.Origins;
import dev.carddelivery.adapters.http.security.PartnerSecrets;
import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcAwaitedRequests;
import dev.carddelivery.adapters.jdbc.JdbcBehaviours;
import dev.carddelivery.adapters.jdbc.JdbcCheckpoints;
import dev.carddelivery.adapters.jdbc.JdbcDeadLetters;
import dev.carddelivery.adapters.jdbc.JdbcDeadlineSearch;
import dev.carddelivery.adapters.jdbc.JdbcEventLog;
import dev.carddelivery.adapters.jdbc.JdbcLeadership;
import dev.carddelivery.adapters.jdbc.JdbcMailbox;
import dev.carddelivery.adapters.jdbc.JdbcOrderSearch;
import dev.carddelivery.adapters.jdbc.JdbcOrderStore;
import dev.carddelivery.adapters.jdbc.JdbcParkedReports;
import dev.carddelivery.adapters.jdbc.JdbcReadModels;
import dev.carddelivery.adapters.jdbc.JdbcUserSearch;
import dev.carddelivery.adapters.jdbc.Sequencer;
import dev.carddelivery.adapters.messaging.kafka.DeadLetterTopic;
import dev.carddelivery.adapters.messaging.kafka.KafkaPublisher;
import dev.carddelivery.adapters.messaging.kafka.KafkaReportConsumer;
import dev.carddelivery.adapters.messaging.message.CloudEventReportReader;
import dev.carddelivery.adapters.messaging.message.MessageContract;
import dev.carddelivery.adapters.messaging.message.ReportDialect;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.port.AwaitedRequests;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.process.AnswersAwaited;
import dev.carddelivery.application.process.DeadLetterCopies;
import dev.carddelivery.application.process.DeadlineWatch;
import dev.carddelivery.application.process.ParkedReportsRelease;
import dev.carddelivery.application.process.ParkedReportsWatch;
import dev.carddelivery.application.process.Projector;
import dev.carddelivery.application.process.Relay;
import dev.carddelivery.application.process.ReminderSchedule;
import dev.carddelivery.application.process.Reminders;
import dev.carddelivery.application.process.RevisionTracker;
import dev.carddelivery.application.process.Transition;
import dev.carddelivery.application.report.DeadLetterDesk;
import dev.carddelivery.application.report.ReportIntake;
import dev.carddelivery.application.report.ReportReader;
import dev.carddelivery.bootstrap.demo.DemoBehaviours;
import dev.carddelivery.bootstrap.demo.DemoPartners;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.ServiceTerms;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One running copy of the program on one database: every object it is made of, put together by plain {@code new}. Any
 * number of copies may run on the same database.
 */
public final class Instance implements AutoCloseable {

    /** The names under which the subscriptions' places in the log are kept. */
    static final String READ_MODELS = "read-models";

    static final String KAFKA = "kafka";

    /** Milliseconds are what people and the database can tell apart. */
    static final InstantSource CLOCK = Clock.tickMillis(ZoneOffset.UTC);

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
        Workers workers = new Workers(parts, leader, log, new JdbcCheckpoints(database));

        OrderDecider decider = new OrderDecider(new ServiceTerms(settings.day()));
        OrderHandler orders = new OrderHandler(store, decider, CLOCK);
        OrderStore unhurried = store.unhurried();
        OrderHandler unhurriedOrders = new OrderHandler(unhurried, decider, CLOCK);
        LiveOrders live = new LiveOrders(log, store);
        Duration pause = shortOf(settings.day());

        workers.everywhere("live-orders", live);
        workers.subscribe(READ_MODELS, new RevisionTracker(store, new Projector(new JdbcReadModels(database))));
        workers.inOneCopy(
                "deadlines", new DeadlineWatch(new JdbcDeadlineSearch(database), unhurriedOrders, CLOCK, pause));

        JdbcDeadLetters deadLetters = new JdbcDeadLetters(database);
        JdbcParkedReports parkedReports = new JdbcParkedReports(database);
        ReportIntake intake = new ReportIntake(reader(), orders, parkedReports, deadLetters, CLOCK);
        // A backlog of reports must not take the connections on which customers wait.
        ReportIntake unhurriedIntake = new ReportIntake(reader(), unhurriedOrders, parkedReports, deadLetters, CLOCK);
        workers.subscribe("parked-reports", new ParkedReportsRelease(unhurriedIntake));
        workers.inOneCopy(
                "parked-reports-watch", new ParkedReportsWatch(unhurriedIntake, CLOCK, longOf(settings.day()), pause));

        Option<Way> way = way(settings, database, unhurriedIntake, deadLetters, workers, pause);
        Webhooks webhooks = new Webhooks(database, settings.webhooks(), CLOCK);
        workers.subscribe("webhooks", webhooks.relay(store));
        workers.inOneCopy("webhook-dispatcher", parts.add(webhooks.dispatcher()));
        workers.inOneCopy("webhook-cleaning", webhooks.cleaning());
        MessagePublisher reminded = messages -> {
            way.forEach(it -> it.publisher().publish(messages));
            webhooks.reminders().publish(messages);
        };
        AwaitedRequests awaited = new JdbcAwaitedRequests(database);
        ReminderSchedule reminders = settings.reminders();
        Consumer<Seq<Transition>> awaiting = new AnswersAwaited(awaited, reminders);
        // Nobody is reminded of what they have not been asked: a reminder must not overtake what came before it.
        way.forEach(it ->
                workers.subscribe(it.name(), new RevisionTracker(store, new Relay(it.publisher()).andThen(awaiting))));
        if (way.isEmpty()) {
            workers.subscribe("answers-awaited", new RevisionTracker(store, awaiting));
        }
        workers.inOneCopy(
                "reminders", new Reminders(awaited, unhurried, unhurriedOrders, reminded, reminders, CLOCK, pause));

        Tokens tokens = Tokens.of(settings, CLOCK);
        HttpServer server = parts.add(new HttpServer(new Services(
                orders,
                store,
                live,
                new JdbcOrderSearch(database),
                new JdbcUserSearch(database),
                deadLetters,
                new DeadLetterDesk(deadLetters, intake, CLOCK),
                parkedReports,
                new Services.PartnerReports(
                        new PartnerSecrets(settings.webhooks().secrets()), intake),
                webhooks.desk(),
                MessageContract::file,
                tokens.authenticator(),
                new Origins(settings.publicOrigin()),
                tokens.demo(),
                Option.when(settings.hasDemoPartners(), () -> new DemoBehaviours(new JdbcBehaviours(database))),
                () -> missing(database),
                CLOCK)));
        return listening(() -> server.start(settings.host(), settings.port()), settings.address());
    }

    /**
     * A way to the other domains.
     *
     * @param name under which its place in the log is kept
     */
    private record Way(String name, MessagePublisher publisher) {}

    /** The way that the settings name; none where there is nobody to be asked. */
    private Option<Way> way(
            Settings settings,
            Database database,
            ReportIntake intake,
            DeadLetters deadLetters,
            Workers workers,
            Duration pause) {
        if (settings.hasDemoPartners()) {
            JdbcMailbox mailbox = new JdbcMailbox(database, CLOCK);
            EmbeddedTransport transport = new EmbeddedTransport(mailbox, intake);
            workers.inOneCopy("demo-partners", new DemoPartners(mailbox, transport, CLOCK, settings.day(), pause));
            return Option.some(new Way("demo-partners", transport));
        }
        return settings.kafka().map(KafkaSettings::connection).map(connection -> {
            parts.add(new KafkaReportConsumer(connection, intake));
            DeadLetterTopic topic = parts.add(new DeadLetterTopic(connection));
            workers.inOneCopy("dead-letter-copies", new DeadLetterCopies(deadLetters, topic, pause));
            return new Way(KAFKA, parts.add(new KafkaPublisher(connection)));
        });
    }

    /** Reads the contract's reports, and those in the dialects on the class path. */
    private static ReportReader reader() {
        return new CloudEventReportReader(Vector.ofAll(ServiceLoader.load(ReportDialect.class)));
    }

    /** What comes of starting to listen there. */
    static <T> T listening(Supplier<T> start, Address at) {
        try {
            return start.get();
        } catch (RuntimeException e) {
            throw StartupException.innermost(SocketException.class, e)
                    .<RuntimeException>map(at::refused)
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

    /** So short that it hardly matters beside a day, and not so short that it keeps the database busy. */
    static Duration shortOf(Duration day) {
        Duration fiftieth = day.dividedBy(50);
        return fiftieth.compareTo(LONGEST_PAUSE) < 0 ? fiftieth : LONGEST_PAUSE;
    }

    /** How long a report may wait for its order before a person should look. */
    private static Duration longOf(Duration day) {
        return day.multipliedBy(3);
    }

    private static Seq<String> missing(Database database) {
        return database.isReady() ? List.empty() : List.of("database");
    }
}
