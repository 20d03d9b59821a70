package dev.carddelivery.application.process;

import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.PartnerRequests;
import io.vavr.collection.Seq;
import java.util.function.Consumer;

/** Asks the other domains for what each event calls for, by {@link ProcessPolicy}. */
public final class PartnerProcess implements Consumer<Seq<RecordedEvent>> {

    private final RevisionTracker tracker;
    private final PartnerRequests partners;

    public PartnerProcess(OrderStore store, PartnerRequests partners) {
        this.tracker = new RevisionTracker(store);
        this.partners = partners;
    }

    @Override
    public void accept(Seq<RecordedEvent> events) {
        Seq<PartnerRequest> requests = events.flatMap(event -> ProcessPolicy.requests(event, tracker.after(event)));
        if (requests.nonEmpty()) {
            partners.send(requests);
        }
    }
}
