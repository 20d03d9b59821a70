package dev.carddelivery.adapters.http.live;

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
 */
public record Feed(Waiting waiting, Duration heartbeat) {

    private static final long PAUSE_MILLIS = 1_000;

    /** A client that follows an order. */
    interface Follower {

        /** Takes the next version in. Blocks while the client is slow. */
        void show(OrderRevision revision) throws IOException, InterruptedException;

        /** Learns that the line is alive and nothing has happened. */
        void beat() throws IOException, InterruptedException;
    }

    /**
     * Shows an order to {@code follower} until its status is final.
     *
     * @throws IOException when the client is gone
     * @throws InterruptedException when the server closes
     */
    void follow(Opening opening, Follower follower) throws IOException, InterruptedException {
        waiting.<Integer, IOException>watching(opening.order(), watch -> {
            int shown = opening.after();
            boolean over = opening.over();
            while (!over) {
                Seq<OrderRevision> news = next(watch, shown);
                if (news.isEmpty()) {
                    follower.beat();
                }
                for (OrderRevision revision : news) {
                    follower.show(revision);
                    shown = revision.version();
                    over = revision.status().isFinal();
                }
            }
            return shown;
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
