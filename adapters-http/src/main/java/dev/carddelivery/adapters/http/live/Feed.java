package dev.carddelivery.adapters.http.live;

import dev.carddelivery.adapters.http.security.Authenticator;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.port.StoreUnavailable;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Shows orders to those who follow them, version by version, until a final status. Each client has a thread of its own
 * and is shown the order's history at its own pace, so a slow one loses nothing and holds up nobody.
 *
 * @param waiting lets a thread wait
 * @param heartbeat how long there may be silence
 * @param authenticator tells whether the pass that opened a line has ended
 */
public record Feed(Waiting waiting, Duration heartbeat, Authenticator authenticator) {

    private static final long PAUSE_MILLIS = 1_000;

    /** A client that follows an order. */
    interface Follower {

        /** Takes the next version in. Blocks while the client is slow. */
        void show(OrderRevision revision) throws IOException, InterruptedException;

        /** Learns that the line is alive and nothing has happened. */
        void beat() throws IOException, InterruptedException;
    }

    /** Why nothing more is shown. */
    enum End {
        /** The status is final. */
        FINAL,
        /** The token with which the line was opened has expired. */
        EXPIRED
    }

    /** Begins to watch the order, for {@link #follow}. */
    LiveOrders.Watch open(Opening opening) {
        return waiting.open(opening.order());
    }

    /**
     * Shows an order to {@code follower} until its status is final, or its token expires; a heartbeat late at most.
     *
     * @throws IOException when the client is gone
     * @throws InterruptedException when the watch is dismissed
     */
    End follow(LiveOrders.Watch through, Opening opening, Follower follower) throws IOException, InterruptedException {
        return waiting.<End, IOException>through(through, watch -> {
            int shown = opening.after();
            boolean over = opening.over();
            while (!over) {
                Seq<OrderRevision> news = next(watch, shown);
                if (authenticator.hasEnded(opening.pass())) {
                    return End.EXPIRED;
                }
                if (news.isEmpty()) {
                    follower.beat();
                }
                for (OrderRevision revision : news) {
                    follower.show(revision);
                    shown = revision.version();
                    over = revision.status().isFinal();
                }
            }
            return End.FINAL;
        });
    }

    private Seq<OrderRevision> next(LiveOrders.Watch watch, int shown) throws InterruptedException {
        try {
            return watch.awaitAfter(shown, heartbeat).after(shown);
        } catch (StoreUnavailable gone) {
            // The line is kept: the client would only come back to find the same.
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return OrderHistory.NONE.after(0);
        }
    }
}
