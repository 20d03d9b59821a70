package dev.carddelivery.application.simulation;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.IncomingReport;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.person.UserId;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.time.Duration;
import java.util.function.Consumer;

/** One simulated world: the program, its partners, some customers, a storm, and the calm after it. */
final class World {

    private static final Duration SHORTEST_STORM = Duration.ofDays(5);
    private static final Duration LONGEST_STORM = Duration.ofDays(40);
    private static final Duration SETTLING = Duration.ofDays(365);
    private static final int MOST_CUSTOMERS = 4;
    private static final int MOST_STRAYS = 2;
    private static final int MOST_REPLAYS = 3;

    private final Nature nature;
    private final Ledger ledger = new Ledger();
    private final Reports reports = new Reports();
    private final Invariants invariants;
    private final Rest rest;
    private final OrderDomain domain;
    private final Inbox inbox;
    private final Network network;
    private final Post post;
    private final Client client;
    private final Support support;
    private Map<OrderId, Customer> customers = LinkedHashMap.empty();

    World(Nature nature, Stores stores, Flaw flaw) {
        Perils perils = new Perils(nature);
        this.nature = nature;
        invariants = new Invariants(nature, stores.log());
        rest = new Rest(nature, stores, ledger, invariants);
        network = new Network(nature);
        post = new Post(network, ledger, perils, nature.trace());
        domain = new OrderDomain(nature, stores, post, reports, perils, flaw);
        inbox = new Inbox(nature, domain, reports, ledger);
        client = new Client(nature, domain, ledger);
        support = new Support(nature, domain, client, stores.deadLetters());
        Bureau bureau =
                new Bureau(nature, correspondence(Partner.BUREAU), invariants::made, flaw != Flaw.CARD_PER_MESSAGE);
        Courier courier = new Courier(
                nature,
                correspondence(Partner.COURIER),
                bureau::collect,
                (order, card) -> customers.get(order).forEach(customer -> customer.receive(card)));
        bureau.handsOverTo(courier::collect);
        connect(Partner.IDENTITY, new IdentityService(nature, correspondence(Partner.IDENTITY)));
        connect(Partner.BUREAU, bureau);
        connect(Partner.COURIER, courier);
    }

    /** Lets all of it happen, and fails at the first promise that is broken. */
    void turn() {
        nature.note("The weather: " + nature.weather());
        domain.start();
        int orders = nature.chance().between(1, MOST_CUSTOMERS);
        for (int number = 1; number <= orders; number++) {
            addCustomer(number);
        }
        int strays = nature.chance().between(0, MOST_STRAYS);
        for (int number = 1; number <= strays; number++) {
            addStray(number);
        }
        int replays = nature.chance().between(0, MOST_REPLAYS);
        for (int number = 1; number <= replays; number++) {
            nature.later(nature.chance().between(Duration.ZERO, LONGEST_STORM), support::replayLetters);
        }
        nature.later(nature.chance().between(SHORTEST_STORM, LONGEST_STORM), nature::calmDown);
        while (nature.agenda().isBusy() || !rest.isReached()) {
            nature.agenda().next();
            invariants.check();
            Violation.unless(
                    nature.clock().instant().isBefore(Samples.MORNING.plus(SETTLING)), () -> "it never comes to rest");
        }
        rest.check();
    }

    private void addCustomer(int number) {
        OrderId orderId = new OrderId(nature.chance().name());
        Customer customer = new Customer(nature, client, orderId, new UserId("customer-" + number));
        customers = customers.put(orderId, customer);
        nature.later(nature.chance().between(Duration.ZERO, Duration.ofDays(6)), customer::live);
        if (nature.chance().of(0.3)) {
            nature.later(
                    nature.chance().between(Duration.ZERO, Duration.ofDays(15)), () -> support.redirect(orderId, 10));
        }
    }

    /** Messages that come from nowhere: one that nobody can read, and one about an order that nobody placed. */
    private void addStray(int number) {
        IncomingReport aboutNothing = new IncomingReport(
                new CommandId(nature.chance().name()),
                new OrderId(nature.chance().name()),
                Partner.BUREAU,
                "bureau",
                nature.clock().instant(),
                new BureauReport.Accepted());
        network.carry("a scrawl", () -> inbox.bring(Reports.scrawl(number)));
        network.carry("a stray report", () -> inbox.bring(reports.write(aboutNothing)));
    }

    private void connect(Partner partner, Consumer<PartnerRequest> self) {
        post.connect(partner, new Silence(nature, partner, self));
    }

    private Correspondence correspondence(Partner partner) {
        return new Correspondence(partner, nature, network, reports, inbox);
    }
}
