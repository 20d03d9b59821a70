package dev.carddelivery.bootstrap.system;

import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.PartnerClient;
import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcMailbox;
import dev.carddelivery.adapters.jdbc.TestDatabase;
import dev.carddelivery.adapters.messaging.message.MessageType;
import dev.carddelivery.adapters.messaging.message.StructuredFormat;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.application.webhook.WebhookSecret;
import dev.carddelivery.bootstrap.demo.DemoPartners;
import dev.carddelivery.bootstrap.demo.DemoRequest;
import io.cloudevents.CloudEvent;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** The demo partners with a database of theirs, each behind a web server: they are asked and answer by webhook only. */
final class WebhookPartners implements AutoCloseable {

    private static final StructuredFormat FORMAT = new StructuredFormat();
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Map<Partner, WebhookSecret> secrets = HashMap.of(
            Partner.IDENTITY, WebhookSamples.newSecret(),
            Partner.BUREAU, WebhookSamples.newSecret(),
            Partner.COURIER, WebhookSamples.newSecret());
    private final java.util.List<WebhookReceiver> receivers = new ArrayList<>();
    private final TestDatabase database = TestDatabase.create();
    private final Database opened = database.open();
    private final JdbcMailbox mailbox = new JdbcMailbox(opened, Clock.systemUTC());
    private Worker worker;

    /** The settings by which the program knows them. */
    java.util.Map<String, String> settings() {
        return secrets.toMap(each -> "WEBHOOK_SECRETS_" + each._1, each -> each._2.reveal())
                .put("WEBHOOK_ALLOW_PRIVATE", "true")
                .toJavaMap();
    }

    /** Begins to play, subscribed to what is asked of them at the program whose API this is. */
    void start(ApiClient anybody, ApiClient operator, Duration day) throws Exception {
        for (Partner partner : secrets.keySet()) {
            WebhookReceiver receiver =
                    new WebhookReceiver(received -> mailbox.put(List.ofAll(DemoRequest.mail(received.event()))));
            receivers.add(receiver);
            receiver.subscribe(
                    operator,
                    List.of(Kind.values())
                            .filter(kind -> kind.partner() == partner)
                            .map(kind -> MessageType.of(kind).attribute()));
        }
        DemoPartners partners = new DemoPartners(
                mailbox, (from, reports) -> send(client(anybody, from), reports), Clock.systemUTC(), day, PAUSE);
        worker = Worker.start("webhook-partners", () -> true, partners);
    }

    /** How a partner reports by hand. */
    PartnerClient client(ApiClient anybody, Partner partner) {
        return new PartnerClient(anybody, secrets.get(partner).get());
    }

    private static void send(PartnerClient client, Seq<CloudEvent> reports) {
        reports.map(report -> new String(FORMAT.serialize(report), StandardCharsets.UTF_8))
                .forEach(report -> {
                    HttpResponse<String> answer = client.report(report, Instant.now());
                    if (answer.statusCode() != 202) {
                        throw new IllegalStateException("Not taken: " + answer);
                    }
                });
    }

    @Override
    public void close() {
        worker.close();
        receivers.forEach(WebhookReceiver::close);
        opened.close();
        database.close();
    }
}
