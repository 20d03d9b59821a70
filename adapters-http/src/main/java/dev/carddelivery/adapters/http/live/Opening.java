package dev.carddelivery.adapters.http.live;

import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.adapters.http.security.Pass;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.order.OrderRevision;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * Where a client begins to follow an order.
 *
 * @param order which order, as it was just read
 * @param after the last version that it need not be shown
 * @param over whether nothing more is to come after that
 * @param pass what the line is opened with, and lives as long as
 */
record Opening(LiveOrders.Seen order, int after, boolean over, Pass pass) {

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,9}");

    /**
     * After the version in {@code Last-Event-ID}, or else in {@code lastEventId} of the query, since a browser's
     * WebSocket sends no headers; without one, or with one that the order does not have yet, so that the present
     * version comes first.
     *
     * @param order what has happened to the order so far
     * @throws ProblemException {@code bad-request} when that is no version
     */
    static Opening of(Request request, LiveOrders.Seen order) {
        OrderRevision present = order.history().latest().get();
        int after = seen(request)
                .filter(version -> version <= present.version())
                .map(Long::intValue)
                .getOrElse(present.version() - 1);
        boolean over = after == present.version() && present.status().isFinal();
        return new Opening(order, after, over, request.pass());
    }

    private static Option<Long> seen(Request request) {
        // The header first: a browser that comes back sends it along with the query it began with.
        return request.header("Last-Event-ID")
                .filter(id -> !id.isEmpty())
                .orElse(() -> request.query("lastEventId"))
                .map(id -> {
                    if (!VERSION.matcher(id).matches()) {
                        throw ProblemType.BAD_REQUEST.because("last-event-id").exception();
                    }
                    return Long.valueOf(id);
                });
    }
}
