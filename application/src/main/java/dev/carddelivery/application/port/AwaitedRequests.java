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
     * Begins to wait for answers and stops to wait for others, in one step. It may be repeated.
     *
     * @param asked what was asked; one that is awaited already stays as it is
     * @param awaited for each order the kinds of requests it still waits for; requests of other kinds are forgotten
     */
    void update(Seq<Awaited> asked, Map<OrderId, Set<Kind>> awaited);

    /** Requests to be asked again by {@code now}, the longest overdue first. */
    Seq<Awaited> dueBy(Instant now, int limit);

    /**
     * Notes that a request was sent once more, and when to look at it next. One that is not awaited stays forgotten.
     */
    void reminded(Awaited next);

    /** Stops to wait for the answer to a request. */
    void forget(PartnerRequest request);

    /**
     * A request without an answer.
     *
     * @param request what was asked
     * @param reminders how often it was sent again
     * @param due when to ask again
     */
    record Awaited(PartnerRequest request, int reminders, Instant due) {}
}
