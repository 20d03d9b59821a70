package dev.carddelivery.application.port;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.time.Instant;

/** The requests whose answers have not come yet, each with when to ask again. */
public interface AwaitedRequests {

    /**
     * Begins to wait for answers and stops to wait for others, in one step. It may be repeated, also after newer ones:
     * what an order asked for later stays awaited.
     *
     * @param asked what was asked; one that is awaited already stays as it is
     * @param open what each order still waits for; its requests of other kinds are forgotten, up to that version
     */
    void update(Seq<Awaited> asked, Map<OrderId, Open> open);

    /** Requests to be asked again by {@code now}, the longest overdue first. */
    Seq<Awaited> dueBy(Instant now, int limit);

    /**
     * Notes that a request was sent once more, and when to look at it next. One that is not awaited stays forgotten.
     */
    void reminded(Awaited next);

    /** Stops to wait for the answer to a request. */
    void forget(PartnerRequest request);

    /**
     * What an order waits for.
     *
     * @param version the order's version at which it does so
     * @param kinds the kinds of its requests without an answer
     */
    record Open(int version, Set<Kind> kinds) {

        /** Whether a request of this order was asked by this version and is not waited for any more. */
        public boolean isPast(PartnerRequest request) {
            return request.version() <= version && !kinds.contains(request.kind());
        }
    }

    /**
     * A request without an answer.
     *
     * @param request what was asked
     * @param reminders how often it was sent again
     * @param due when to ask again
     */
    record Awaited(PartnerRequest request, int reminders, Instant due) {}
}
