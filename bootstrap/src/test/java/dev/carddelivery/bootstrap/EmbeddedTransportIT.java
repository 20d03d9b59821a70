package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcMailbox;
import dev.carddelivery.adapters.jdbc.Mail;
import dev.carddelivery.adapters.jdbc.PendingMail;
import dev.carddelivery.adapters.jdbc.TestDatabase;
import dev.carddelivery.adapters.messaging.message.CloudEventReportReader;
import dev.carddelivery.adapters.messaging.message.ReportCodec;
import dev.carddelivery.adapters.messaging.message.ReportCodec.Report;
import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.memory.InMemoryDeadLetters;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.memory.InMemoryParkedReports;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.MessagePublisherContract;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.ReportIntake;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.testing.Examples;
import io.cloudevents.CloudEvent;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedTransportIT extends MessagePublisherContract {

    private static TestDatabase testDatabase;
    private static Database database;

    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final InMemoryLog log = new InMemoryLog();
    private final OrderHandler orders = new OrderHandler(log, new OrderDecider(ServiceTerms.REAL), clock);
    private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
    private final ReportIntake intake =
            new ReportIntake(new CloudEventReportReader(), orders, new InMemoryParkedReports(), deadLetters, clock);
    private EmbeddedTransport transport;

    @BeforeAll
    static void openDatabase() {
        testDatabase = TestDatabase.create();
        database = testDatabase.open();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
        testDatabase.close();
    }

    @Override
    protected MessagePublisher nothingPublished() throws Exception {
        testDatabase.execute("truncate partner_mailbox");
        transport = new EmbeddedTransport(new JdbcMailbox(database, clock), intake);
        return transport;
    }

    @Override
    protected boolean carries(Kind kind) {
        return kind != Kind.CUSTOMER_NOTIFY;
    }

    @Override
    protected Seq<PartnerRequest> handedOver() {
        return transport
                .mailbox()
                .due(clock.instant(), 100)
                .map(PendingMail::mail)
                .map(EmbeddedTransportIT::request);
    }

    /** The contract asks for versions up to ten. */
    private static PartnerRequest request(Mail mail) {
        return List.rangeClosed(1, 10)
                .map(version -> new PartnerRequest(mail.orderId(), version, mail.kind()))
                .find(request -> request.id().equals(mail.id()))
                .get();
    }

    @Test
    void newsAreNotForPartners() {
        OrderStory story = OrderStory.placed();

        transport.publish(
                List.of(new OutgoingMessage.OrderNews(story.history().events().head(), story.latest())));

        assertThat(handedOver()).isEmpty();
    }

    @Test
    void reportsComeStraightBackFromWhomTheyAreProvenToComeFrom() {
        OrderId order = Samples.newOrderId();
        orders.place(order, Samples.ANNA, Examples.CONTENT);

        transport.send(Partner.BUREAU, List.of(passed(order, "1")));
        assertThat(deadLetters
                        .list(DeadLetter.State.OPEN, Option.none(), 10)
                        .items()
                        .map(letter -> letter.reason()))
                .containsExactly(DeadLetter.Reason.WRONG_SENDER);
        assertThat(log.load(order).latest().get().status()).isEqualTo(Status.VERIFYING);

        transport.send(Partner.IDENTITY, List.of(passed(order, "2")));
        assertThat(log.load(order).latest().get().status()).isEqualTo(Status.APPROVED);
    }

    private static CloudEvent passed(OrderId order, String id) {
        return ReportCodec.encode(new Report(
                id, URI.create("demo-identity"), order, Option.none(), Samples.MORNING, new IdentityReport.Passed()));
    }
}
