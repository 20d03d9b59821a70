package dev.carddelivery.bootstrap;

import dev.carddelivery.adapters.http.PartnersServer;
import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcBehaviours;
import dev.carddelivery.adapters.jdbc.JdbcLeadership;
import dev.carddelivery.adapters.jdbc.JdbcMailbox;
import dev.carddelivery.adapters.jdbc.Mail;
import dev.carddelivery.adapters.messaging.kafka.KafkaConnection;
import dev.carddelivery.adapters.messaging.kafka.KafkaReportSender;
import dev.carddelivery.adapters.messaging.kafka.KafkaRequestConsumer;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.bootstrap.demo.DemoBehaviours;
import dev.carddelivery.bootstrap.demo.DemoPartners;
import dev.carddelivery.bootstrap.demo.DemoRequest;
import io.cloudevents.CloudEvent;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.InstantSource;
import java.util.Locale;

/**
 * The demo partners on their own: a program that shares nothing with the one that takes orders but the topics of a
 * Kafka cluster. What they were asked lies in a database of theirs before it counts as read, and a step counts as done
 * when its report is with the brokers, so a crash makes them repeat themselves and nothing worse.
 */
public final class PartnersInstance implements AutoCloseable {

    private static final InstantSource CLOCK = Instance.CLOCK;
    private static final List<Partner> PLAYED = List.of(Partner.IDENTITY, Partner.BUREAU, Partner.COURIER);

    private final OpenParts parts = new OpenParts();
    private final PartnersServer server;

    private PartnersInstance(PartnersSettings settings, Database database) {
        try {
            server = open(settings, database);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Starts them. The database has been migrated; the cluster need not be there yet. */
    public static PartnersInstance start(PartnersSettings settings, Database database) {
        return new PartnersInstance(settings, database);
    }

    private PartnersServer open(PartnersSettings settings, Database database) {
        KafkaConnection connection = settings.kafka().connection();
        JdbcMailbox mailbox = new JdbcMailbox(database, CLOCK);
        JdbcLeadership leader = parts.add(new JdbcLeadership(database, "partners"));
        KafkaReportSender reports = parts.add(new KafkaReportSender(connection));
        DemoPartners partners = new DemoPartners(
                mailbox, (from, told) -> reports.send(told), CLOCK, settings.day(), Instance.shortOf(settings.day()));
        parts.add(Worker.start("demo-partners", leader, partners));
        PLAYED.forEach(partner -> parts.add(
                new KafkaRequestConsumer(connection, partner, group(partner), asked -> mailbox.put(mails(asked)))));
        PartnersServer told = parts.add(new PartnersServer(new DemoBehaviours(new JdbcBehaviours(database)), CLOCK));
        return Instance.listening(() -> told.start(settings.host(), settings.port()), settings.host(), settings.port());
    }

    private static String group(Partner partner) {
        return "card-delivery-demo-" + partner.name().toLowerCase(Locale.ROOT);
    }

    private static Seq<Mail> mails(Seq<CloudEvent> asked) {
        return asked.flatMap(DemoRequest::mail);
    }

    /** Where they are told how to behave. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        parts.close();
    }
}
