package dev.carddelivery.adapters.http.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.carddelivery.adapters.http.HttpServer;
import dev.carddelivery.adapters.http.Services;
import dev.carddelivery.adapters.http.request.WebhookRules;
import dev.carddelivery.adapters.http.security.DemoTokens;
import dev.carddelivery.adapters.http.security.Origins;
import dev.carddelivery.adapters.http.security.PartnerSecrets;
import dev.carddelivery.adapters.http.security.Role;
import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.memory.InMemoryDeadLetters;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.memory.InMemoryParkedReports;
import dev.carddelivery.application.memory.InMemoryReadModels;
import dev.carddelivery.application.memory.InMemoryWebhookDeliveries;
import dev.carddelivery.application.memory.InMemoryWebhookSubscribers;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.order.Intent;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.application.report.DeadLetterDesk;
import dev.carddelivery.application.report.PlainReports;
import dev.carddelivery.application.report.ReportIntake;
import dev.carddelivery.application.report.ReportReader;
import dev.carddelivery.application.webhook.UrlFault;
import dev.carddelivery.application.webhook.WebhookDesk;
import dev.carddelivery.application.webhook.WebhookSecret;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.person.UserId;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.UUID;

/** The API over adapters in memory, on a clock that tests move; the partners report when a test makes them. */
public final class TestApi implements AutoCloseable {

    /** A type of messages that there is. */
    public static final String MESSAGE_TYPE = "dev.carddelivery.order.placed.v1";

    /** Another. */
    public static final String OTHER_MESSAGE_TYPE = "dev.carddelivery.identity.check.v1";

    /** A contract of messages, by the names of its files. */
    public static final Map<String, byte[]> MESSAGE_CONTRACT = HashMap.of(
            "asyncapi.yaml",
            "asyncapi: 3.0.0".getBytes(StandardCharsets.UTF_8),
            "schemas/order.placed.v1.json",
            "{\"type\":\"object\"}".getBytes(StandardCharsets.UTF_8));

    /** Where browsers find the API, as a proxy in front has it. */
    public static final String PUBLIC_ORIGIN = "https://cards.example.org";

    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final InMemoryLog log = new InMemoryLog();
    private final FailingStore store = new FailingStore(log);
    private final InMemoryReadModels readModels = new InMemoryReadModels();
    private final OrderHandler orders = new OrderHandler(store, new OrderDecider(ServiceTerms.REAL), clock);
    private final DeadLetters deadLetters = new InMemoryDeadLetters();
    private final ParkedReports parkedReports = new InMemoryParkedReports();
    private final ReportIntake intake;
    /** Apart from the other clock, so that tokens do not end when a test lets days pass. */
    private final VirtualClock tokenClock = new VirtualClock(Samples.MORNING);

    private final DemoTokens tokens = DemoTokens.withNewKey(tokenClock);
    private final InMemoryBehaviours behaviours = new InMemoryBehaviours();
    private final InMemoryWebhookSubscribers subscribers = new InMemoryWebhookSubscribers();
    private final InMemoryWebhookDeliveries deliveries = new InMemoryWebhookDeliveries();
    private final Map<Partner, Seq<WebhookSecret>> partnerSecrets = HashMap.of(
            Partner.IDENTITY,
            List.of(WebhookSamples.newSecret()),
            Partner.COURIER,
            List.of(WebhookSamples.newSecret(), WebhookSamples.newSecret()));
    private final LiveOrders live = new LiveOrders(log, store);
    private final Worker liveWorker = Worker.start("live", () -> true, live);
    private final Services services;
    private final HttpServer server;
    private volatile Seq<String> missing = List.empty();

    private TestApi(Duration heartbeat, boolean demo, ReportReader reader) {
        this.intake = new ReportIntake(reader, orders, parkedReports, deadLetters, clock);
        this.services = new Services(
                orders,
                store,
                live,
                readModels,
                readModels,
                deadLetters,
                new DeadLetterDesk(deadLetters, intake, clock),
                parkedReports,
                new Services.PartnerReports(new PartnerSecrets(partnerSecrets), intake),
                new Services.Webhooks(
                        subscribers,
                        deliveries,
                        new WebhookDesk(subscribers, deliveries, UUID::randomUUID, WebhookSamples::newSecret, clock),
                        new WebhookRules(HashSet.of(MESSAGE_TYPE, OTHER_MESSAGE_TYPE), TestApi::urlFault)),
                MESSAGE_CONTRACT::get,
                tokens.authenticator(),
                new Origins(Option.some(PUBLIC_ORIGIN)),
                Option.when(demo, tokens),
                Option.when(demo, behaviours),
                () -> missing,
                clock);
        this.server = new HttpServer(services, heartbeat).start("127.0.0.1", 0);
    }

    /** The API in demo mode. */
    public static TestApi start() {
        return reading(new PlainReports());
    }

    /** The API in demo mode, with partners who speak like this. */
    public static TestApi reading(ReportReader reader) {
        return new TestApi(HttpServer.HEARTBEAT, true, reader);
    }

    /** The API as it is in real life. */
    public static TestApi startWithoutDemo() {
        return new TestApi(HttpServer.HEARTBEAT, false, new PlainReports());
    }

    /** The API with another heartbeat. */
    public static TestApi start(Duration heartbeat) {
        return new TestApi(heartbeat, true, new PlainReports());
    }

    /** Somebody without a token. */
    public ApiClient anybody() {
        return ApiClient.at(URI.create("http://127.0.0.1:" + server.port()));
    }

    /** A customer. */
    public ApiClient customer(String name) {
        return anybody().as(token(name, Role.CUSTOMER));
    }

    /** The customer Anna. */
    public ApiClient anna() {
        return customer("anna");
    }

    /** Somebody of the bank's support. */
    public ApiClient operator() {
        return anybody().as(token("olga", Role.OPERATOR));
    }

    /** A token for anybody. */
    public String token(String name, Role role) {
        return tokens.issue(new UserId(name), role);
    }

    /** A token of Anna's that says much else besides. */
    public String longToken(int superfluous) {
        try {
            ECKey key = ECKey.parse(tokens.key());
            JWTClaimsSet claims = new JWTClaimsSet.Builder(
                            SignedJWT.parse(token("anna", Role.CUSTOMER)).getJWTClaimsSet())
                    .claim("much", "x".repeat(superfluous))
                    .build();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The clock of everything here. */
    public VirtualClock clock() {
        return clock;
    }

    /** The clock by which tokens are valid. */
    public VirtualClock tokenClock() {
        return tokenClock;
    }

    /** What the demo partners were told. */
    public InMemoryBehaviours behaviours() {
        return behaviours;
    }

    /** What the server stands on. */
    public Services services() {
        return services;
    }

    /** The store, to which mishaps can be made to happen. */
    public FailingStore store() {
        return store;
    }

    /** Messages that are on their way to subscribers. */
    public InMemoryWebhookDeliveries deliveries() {
        return deliveries;
    }

    /** Who is told by webhook. */
    public InMemoryWebhookSubscribers subscribers() {
        return subscribers;
    }

    /** What a partner signs with; several where one replaces another. */
    public Seq<WebhookSecret> secretsOf(Partner partner) {
        return partnerSecrets.getOrElse(partner, List.empty());
    }

    /** A rule of this test's own, so that each kind of fault has a URL. */
    private static Option<UrlFault> urlFault(String url) {
        return Option.when(url.startsWith("http:"), UrlFault.NOT_HTTPS)
                .orElse(() -> Option.when(url.startsWith("https://10."), UrlFault.PRIVATE_ADDRESS))
                .orElse(() -> Option.when(!url.startsWith("https://"), UrlFault.NO_SERVER));
    }

    /** Takes in messages of the partners, in plain words. */
    public ReportIntake intake() {
        return intake;
    }

    /** How many clients follow orders at the moment. */
    public int followers() {
        return live.size();
    }

    /** Makes the readiness probe miss this. */
    public void miss(String what) {
        missing = missing.append(what);
    }

    /** Places the sample order for Anna. */
    public UUID placed() {
        UUID id = UUID.randomUUID();
        anna().post("/api/v1/orders", Sample.order(id));
        return id;
    }

    /** Brings an order into the customer's hands. */
    public void deliver(UUID order) {
        approve(order);
        produce(order);
        report(order, Actor.Role.COURIER, new CourierReport.Delivered(Examples.PARCEL));
    }

    /** Lets the identity service know the customer. */
    public void approve(UUID order) {
        report(order, Actor.Role.IDENTITY, new IdentityReport.Passed());
    }

    /** Lets the cut-off pass and the bureau make the card. */
    public void produce(UUID order) {
        passDeadline(order);
        report(order, Actor.Role.BUREAU, new BureauReport.Produced(Examples.PLASTIC));
    }

    /** Lets a partner report. */
    public void report(UUID order, Actor.Role role, PartnerReport report) {
        clock.pass(Duration.ofMinutes(1));
        orders.report(new OrderId(order), new Intent(Samples.newCommandId(), Samples.partner(role)), report)
                .getOrElseThrow(refusal -> new IllegalArgumentException("Refused: " + refusal));
    }

    /** Lets support send the parcel somewhere else. */
    public void redirect(UUID order, DeliveryPlan to) {
        Intent intent = new Intent(Samples.newCommandId(), new Actor(Actor.Role.SUPPORT, "olga"));
        orders.redirect(new OrderId(order), intent, to)
                .getOrElseThrow(refusal -> new IllegalArgumentException("Refused: " + refusal));
    }

    /** Lets so many reports that change nothing be recorded. */
    public void note(UUID order, int reports) {
        List<OrderEvent> events = List.fill(reports, () -> SampleEvents.noted("courier.in-transit"));
        OrderHistory history = log.load(new OrderId(order));
        log.append(
                new OrderId(order),
                history.events().size(),
                history.events().head().by(),
                events);
    }

    /** Lets the order's running deadline pass. */
    public void passDeadline(UUID order) {
        Deadline deadline = revision(order).order().dossier().deadline().get();
        clock.set(deadline.due());
        orders.passDeadline(new OrderId(order), deadline);
    }

    /** The order as it is. */
    public OrderRevision revision(UUID order) {
        return log.load(new OrderId(order)).latest().get();
    }

    /** Brings the read models up to date. */
    public void project() {
        log.readAfter(0, Integer.MAX_VALUE)
                .events()
                .map(event -> log.load(event.orderId()).latest().get())
                .forEach(revision -> readModels.show(List.of(revision)));
    }

    @Override
    public void close() {
        server.close();
        liveWorker.close();
    }
}
