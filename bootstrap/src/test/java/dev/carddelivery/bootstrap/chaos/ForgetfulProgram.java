package dev.carddelivery.bootstrap.chaos;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcCheckpoints;
import dev.carddelivery.adapters.jdbc.JdbcDeadLetters;
import dev.carddelivery.adapters.jdbc.JdbcEventLog;
import dev.carddelivery.adapters.jdbc.JdbcLeadership;
import dev.carddelivery.adapters.jdbc.JdbcOrderStore;
import dev.carddelivery.adapters.jdbc.JdbcParkedReports;
import dev.carddelivery.adapters.messaging.kafka.KafkaConnection;
import dev.carddelivery.adapters.messaging.kafka.KafkaPublisher;
import dev.carddelivery.adapters.messaging.kafka.KafkaReportConsumer;
import dev.carddelivery.adapters.messaging.message.CloudEventReportReader;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.port.Checkpoints;
import dev.carddelivery.application.port.EventLog;
import dev.carddelivery.application.process.Relay;
import dev.carddelivery.application.process.RevisionTracker;
import dev.carddelivery.application.process.Subscription;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.application.report.ReportIntake;
import dev.carddelivery.bootstrap.Instance;
import dev.carddelivery.bootstrap.Settings;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.ServiceTerms;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;

/** The program over Kafka with one flaw: what it is about to tell the other domains counts as told already. */
final class ForgetfulProgram {

    private static final String RELAY = "kafka";

    private ForgetfulProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> variables = HashMap.ofAll(System.getenv());
        Settings settings = Settings.from(variables.toJavaMap()).get();
        KafkaConnection connection =
                Landscape.connection(variables.get("KAFKA_BOOTSTRAP_SERVERS").get());
        Database database = new Database(
                variables.get("DATABASE_URL").get(),
                variables.get("DATABASE_USER"),
                variables.get("DATABASE_PASSWORD"));
        // Does everything but what goes over Kafka, and has no partners of its own.
        Instance.start(withoutKafka(variables), database);

        JdbcEventLog log = new JdbcEventLog(database);
        JdbcOrderStore store = new JdbcOrderStore(database, (batch, events) -> {});
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        OrderHandler orders = new OrderHandler(store, new OrderDecider(new ServiceTerms(settings.day())), clock);
        new KafkaReportConsumer(
                connection,
                new ReportIntake(
                        new CloudEventReportReader(),
                        orders,
                        new JdbcParkedReports(database),
                        new JdbcDeadLetters(database),
                        clock));
        JdbcCheckpoints checkpoints = new JdbcCheckpoints(database);
        RevisionTracker relay = new RevisionTracker(store, new Relay(new KafkaPublisher(connection)));
        Worker.start(
                RELAY,
                new JdbcLeadership(database, RELAY),
                new Subscription(RELAY, new Hasty(log, checkpoints), checkpoints, relay));
        System.out.println("takes orders at " + settings.port());
        new CountDownLatch(1).await();
    }

    private static Settings withoutKafka(Map<String, String> variables) {
        return Settings.from(variables
                        .filterKeys(name -> !name.startsWith("KAFKA_"))
                        .put("WEBHOOK_SECRETS_IDENTITY", "whsec_" + "A".repeat(43) + "=")
                        .toJavaMap())
                .get();
    }

    /** Moves the checkpoint when a page is read, which is before anything is done about it. */
    private record Hasty(EventLog log, Checkpoints checkpoints) implements EventLog {

        @Override
        public Page readAfter(long afterPlace, int limit) {
            Page page = log.readAfter(afterPlace, limit);
            checkpoints.advance(RELAY, checkpoints.load(RELAY), page.place());
            return page;
        }

        @Override
        public long end() {
            return log.end();
        }

        @Override
        public void awaitAfter(long afterPlace, Duration atMost) throws InterruptedException {
            log.awaitAfter(afterPlace, atMost);
        }
    }
}
