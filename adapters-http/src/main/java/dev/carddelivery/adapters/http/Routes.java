package dev.carddelivery.adapters.http;

import static dev.carddelivery.adapters.http.Access.ANY_ROLE;
import static dev.carddelivery.adapters.http.Access.CUSTOMERS;
import static dev.carddelivery.adapters.http.Access.EVERYBODY;
import static dev.carddelivery.adapters.http.Access.STAFF;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;

import dev.carddelivery.adapters.http.demo.PartnerBehaviours;
import dev.carddelivery.adapters.http.live.EventStream;
import dev.carddelivery.adapters.http.live.Feed;
import dev.carddelivery.adapters.http.live.ReadStatus;
import dev.carddelivery.adapters.http.live.Waiting;
import dev.carddelivery.adapters.http.operation.ActivateCard;
import dev.carddelivery.adapters.http.operation.CancelOrder;
import dev.carddelivery.adapters.http.operation.ChangeOrder;
import dev.carddelivery.adapters.http.operation.DeadLetterOperations;
import dev.carddelivery.adapters.http.operation.DemoPartner;
import dev.carddelivery.adapters.http.operation.Documentation;
import dev.carddelivery.adapters.http.operation.Health;
import dev.carddelivery.adapters.http.operation.IssueDemoToken;
import dev.carddelivery.adapters.http.operation.ListOrders;
import dev.carddelivery.adapters.http.operation.ListParkedReports;
import dev.carddelivery.adapters.http.operation.ListUsers;
import dev.carddelivery.adapters.http.operation.Operation;
import dev.carddelivery.adapters.http.operation.PlaceOrder;
import dev.carddelivery.adapters.http.operation.ReadHistory;
import dev.carddelivery.adapters.http.operation.ReadOrder;
import dev.carddelivery.adapters.http.operation.RedirectParcel;
import dev.carddelivery.adapters.http.operation.Session;
import dev.carddelivery.adapters.http.operation.SubmitReport;
import dev.carddelivery.adapters.http.operation.VisibleOrders;
import dev.carddelivery.adapters.http.operation.WebhookOperations;
import dev.carddelivery.adapters.http.request.SubscriberReader;
import dev.carddelivery.adapters.http.security.PartnerAuthenticator;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import java.time.InstantSource;

/** Every route of the API: which operation of the contract is served where, and to whom. */
final class Routes {

    /** Where an order can be followed, by server-sent events and by WebSocket. */
    static final String EVENTS = "/api/v1/orders/{orderId}/events";

    private static final String DEMO_PARTNER = "/demo/partners/{partner}";
    private static final String LETTERS = "/api/v1/dead-letters";
    private static final String SUBSCRIBERS = "/api/v1/webhook-subscribers";
    private static final String SUBSCRIBER = SUBSCRIBERS + "/{subscriberId}";
    private static final String DELIVERY = "/api/v1/webhook-deliveries/{deliveryId}";
    static final Set<String> EVENTS_QUERY = HashSet.of("lastEventId");

    private Routes() {}

    static List<Route> of(Services services, Waiting waiting, Feed feed) {
        VisibleOrders visible = new VisibleOrders(services.store(), services.live());
        Documentation documentation = new Documentation(services.messageContract());
        Operation place = new PlaceOrder(services.orders(), services.clock());
        Operation change = new ChangeOrder(services.orders(), services.clock());
        Operation cancel = new CancelOrder(services.orders(), services.clock());
        Operation redirect = new RedirectParcel(services.orders(), services.clock());
        Operation activate = new ActivateCard(services.orders(), services.clock());
        Operation status = new ReadStatus(visible, waiting);
        Health health = new Health(services.missing());
        DeadLetterOperations letters = new DeadLetterOperations(services.deadLetters(), services.deadLetterDesk());
        return List.of(
                        new Route("createOrder", POST, "/api/v1/orders", CUSTOMERS, place),
                        new Route("createOrderAlias", POST, "/createOrder", CUSTOMERS, place),
                        new Route("getOrderStatusById", GET, "/api/v1/orders/{orderId}/status", ANY_ROLE, status),
                        new Route("getOrderStatusByIdAlias", GET, "/getOrderStatusById/{orderId}", ANY_ROLE, status),
                        new Route("updateOrder", PATCH, "/api/v1/orders/{orderId}", ANY_ROLE, change),
                        new Route("updateOrderAlias", POST, "/updateOrder/{orderId}", ANY_ROLE, change),
                        new Route("cancelOrder", POST, "/api/v1/orders/{orderId}/cancel", ANY_ROLE, cancel),
                        new Route("cancelOrderAlias", POST, "/cancelOrder/{orderId}", ANY_ROLE, cancel),
                        new Route("redirectParcel", POST, "/api/v1/orders/{orderId}/redirect", STAFF, redirect),
                        new Route("activateCard", POST, "/api/v1/orders/{orderId}/activate", CUSTOMERS, activate),
                        new Route("getOrder", GET, "/api/v1/orders/{orderId}", ANY_ROLE, new ReadOrder(visible))
                                .knowing("version", "asOf"),
                        new Route(
                                "getOrderHistory",
                                GET,
                                "/api/v1/orders/{orderId}/history",
                                ANY_ROLE,
                                new ReadHistory(visible)),
                        new Route(
                                "streamOrderEvents",
                                GET,
                                EVENTS,
                                ANY_ROLE,
                                new EventStream(visible, feed),
                                EVENTS_QUERY),
                        new Route("listOrders", GET, "/api/v1/orders", ANY_ROLE, new ListOrders(services.orderSearch()))
                                .knowing("status", "cursor", "limit"),
                        new Route("listUsers", GET, "/api/v1/users", STAFF, new ListUsers(services.userSearch()))
                                .knowing("cardType", "sort", "cursor", "limit"),
                        new Route("openSession", POST, "/api/v1/session", ANY_ROLE, Session::open),
                        new Route("closeSession", DELETE, "/api/v1/session", EVERYBODY, Session::close),
                        new Route("getContract", GET, "/openapi.yaml", EVERYBODY, documentation::contract),
                        new Route(
                                "getMessageContract", GET, "/asyncapi.yaml", EVERYBODY, documentation::messageContract),
                        new Route("getMessageSchema", GET, "/schemas/{file}", EVERYBODY, documentation::messageSchema),
                        new Route("findContract", GET, "/", EVERYBODY, documentation::home),
                        new Route("readContract", GET, "/docs", EVERYBODY, documentation::page),
                        new Route("readContractAlias", GET, "/docs/", EVERYBODY, documentation::page),
                        new Route("getContractAsset", GET, "/docs/{file}", EVERYBODY, documentation::asset),
                        new Route("isLive", GET, "/health/live", EVERYBODY, health::live),
                        new Route("isReady", GET, "/health/ready", EVERYBODY, health::ready),
                        new Route("listDeadLetters", GET, LETTERS, STAFF, letters::list)
                                .knowing("state", "cursor", "limit"),
                        new Route("getDeadLetter", GET, LETTERS + "/{letterId}", STAFF, letters::read),
                        new Route("replayDeadLetter", POST, LETTERS + "/{letterId}/replay", STAFF, letters::replay),
                        new Route("discardDeadLetter", POST, LETTERS + "/{letterId}/discard", STAFF, letters::discard),
                        new Route(
                                        "listParkedReports",
                                        GET,
                                        "/api/v1/parked-reports",
                                        STAFF,
                                        new ListParkedReports(services.parkedReports()))
                                .knowing("orderId"))
                .appendAll(ofWebhooks(services))
                .appendAll(services.demoTokens()
                        .map(tokens -> new Route(
                                "issueDemoToken", POST, "/demo/tokens", EVERYBODY, new IssueDemoToken(tokens))))
                .appendAll(services.partnerBehaviours()
                        .map(behaviours -> ofDemoPartners(behaviours, services.clock()))
                        .getOrElse(List::empty));
    }

    /** Where webhooks come in, and where operators decide about those that go out. */
    private static List<Route> ofWebhooks(Services services) {
        Services.PartnerReports reports = services.partnerReports();
        PartnerAuthenticator partners = new PartnerAuthenticator(reports.secrets(), services.clock());
        Operation submit = new SubmitReport(partners, reports.intake());
        Services.Webhooks out = services.webhooks();
        SubscriberReader reader = new SubscriberReader(out.rules());
        WebhookOperations webhooks =
                new WebhookOperations(out.subscribers(), out.deliveries(), out.desk(), reader, services.clock());
        return List.of(
                new Route("submitReport", POST, "/partners/v1/reports", EVERYBODY, submit),
                new Route("listWebhookSubscribers", GET, SUBSCRIBERS, STAFF, webhooks::list).knowing("cursor", "limit"),
                new Route("createWebhookSubscriber", POST, SUBSCRIBERS, STAFF, webhooks::create),
                new Route("getWebhookSubscriber", GET, SUBSCRIBER, STAFF, webhooks::read),
                new Route("updateWebhookSubscriber", PATCH, SUBSCRIBER, STAFF, webhooks::change),
                new Route("deleteWebhookSubscriber", DELETE, SUBSCRIBER, STAFF, webhooks::remove),
                new Route("rotateWebhookSecret", POST, SUBSCRIBER + "/rotate-secret", STAFF, webhooks::rotateSecret),
                new Route("listWebhookDeliveries", GET, SUBSCRIBER + "/deliveries", STAFF, webhooks::deliveries)
                        .knowing("state", "cursor", "limit"),
                new Route("getWebhookDelivery", GET, DELIVERY, STAFF, webhooks::delivery),
                new Route("replayWebhookDelivery", POST, DELIVERY + "/replay", STAFF, webhooks::replay));
    }

    /** Where the demo partners are told how to behave. */
    static List<Route> ofDemoPartners(PartnerBehaviours behaviours, InstantSource clock) {
        DemoPartner partner = new DemoPartner(behaviours, clock);
        return List.of(
                new Route("setPartnerBehaviour", POST, DEMO_PARTNER, EVERYBODY, partner::tell),
                new Route("getPartnerBehaviour", GET, DEMO_PARTNER, EVERYBODY, partner::show),
                new Route("resetPartnerBehaviour", DELETE, DEMO_PARTNER, EVERYBODY, partner::reset));
    }
}
