package dev.carddelivery.application.simulation;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.IncomingReport;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.PartnerReport;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.UUID;

/** What a partner was asked, and what it has said of each order since; all it knows of the program. */
final class Correspondence {

    private final Partner self;
    private final Nature nature;
    private final Network network;
    private final Reports reports;
    private final Inbox inbox;
    private Set<UUID> asked = HashSet.empty();
    private Map<OrderId, Vector<IncomingReport>> said = HashMap.empty();

    Correspondence(Partner self, Nature nature, Network network, Reports reports, Inbox inbox) {
        this.self = self;
        this.nature = nature;
        this.network = network;
        this.reports = reports;
        this.inbox = inbox;
    }

    /** Whether it is asked this for the first time; else it says again what it has said of that order. */
    boolean isNew(PartnerRequest request) {
        boolean unknown = !asked.contains(request.id());
        asked = asked.add(request.id());
        if (!unknown) {
            repeat(request.orderId());
        }
        return unknown;
    }

    /** Says again what it has said of an order, under the same names. */
    void repeat(OrderId orderId) {
        said.getOrElse(orderId, Vector.empty()).forEach(this::send);
    }

    /** Reports what happens now. */
    void say(OrderId orderId, PartnerReport report) {
        say(orderId, report, nature.clock().instant());
    }

    /** Reports what happened at some moment. */
    void say(OrderId orderId, PartnerReport report, Instant happenedAt) {
        CommandId id = new CommandId(nature.chance().name());
        IncomingReport incoming = new IncomingReport(id, orderId, self, self.name(), happenedAt, report);
        said = said.put(orderId, said.getOrElse(orderId, Vector.empty()).append(incoming));
        send(incoming);
    }

    private void send(IncomingReport report) {
        network.carry(
                report.report().name() + " of " + nature.trace().nameOf(report.orderId()),
                () -> inbox.bring(reports.write(report)));
    }
}
