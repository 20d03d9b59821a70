package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.StoreMistake;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** An append that waits to be committed together with others, and its caller with it. */
class PendingAppend {

    private final OrderId orderId;
    private final int expectedVersion;
    private final Provenance by;
    private final Seq<OrderEvent> events;
    private final Seq<StoredEvent> stored;
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();

    /** Encodes the events, in the caller's thread: the writer is what everybody waits for. */
    PendingAppend(OrderId orderId, int expectedVersion, Provenance by, Seq<OrderEvent> events) {
        this.orderId = orderId;
        this.expectedVersion = expectedVersion;
        this.by = by;
        this.events = events;
        this.stored = events.map(EventCodec.CURRENT::encode);
    }

    /**
     * One event of it.
     *
     * @param isFirst whether it stands for the whole append: either all of its events are inserted or not even this one
     */
    record Row(UUID orderId, int version, boolean isFirst, StoredEvent event, Provenance by) {}

    UUID orderId() {
        return orderId.value();
    }

    Seq<Row> rows() {
        return Vector.ofAll(stored)
                .zipWithIndex((event, index) -> new Row(orderId.value(), version(index), index == 0, event, by));
    }

    /** Its events as they will be read from the log once they are there. */
    Seq<RecordedEvent> recorded() {
        return Vector.ofAll(events)
                .zipWithIndex((event, index) -> new RecordedEvent(orderId, version(index), event, by));
    }

    private int version(int index) {
        return expectedVersion + 1 + index;
    }

    /** Whether nobody waits for it any more. */
    boolean isOver() {
        return done.isDone();
    }

    void finish(boolean appended) {
        done.complete(appended);
    }

    void fail(RuntimeException e) {
        done.completeExceptionally(e);
    }

    /** Ends the waiting, unless it is over: it is not known, and may turn out either way. */
    void giveUp() {
        if (!isOver()) {
            fail(new StoreUnavailable("no answer in time"));
        }
    }

    /** Waits for the outcome. */
    boolean await() {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp();
            throw new StoreUnavailable("Interrupted while waiting for the event store");
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case StoreUnavailable cause ->
                    new StoreUnavailable("The event store is not available: " + cause.getMessage(), cause);
                case StoreMistake cause -> new StoreMistake("The events could not be stored", cause);
                case null, default -> new IllegalStateException("The events could not be stored", e.getCause());
            };
        }
    }
}
