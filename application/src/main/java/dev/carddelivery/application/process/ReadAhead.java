package dev.carddelivery.application.process;

import dev.carddelivery.application.port.EventLog;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A log for a reader with a backlog: while it works on a page, the next one is read already. What has its place in the
 * log never changes, so this saves time and does nothing else. For use by one thread.
 */
public final class ReadAhead implements EventLog {

    private final EventLog log;
    private Ahead ahead = Ahead.NONE;

    /** A page that is being read. */
    private record Ahead(long afterPlace, int limit, FutureTask<Page> page) {

        private static final Ahead NONE = new Ahead(-1, 0, new FutureTask<>(() -> {}, null));

        static Ahead start(EventLog log, long afterPlace, int limit) {
            FutureTask<Page> page = new FutureTask<>(() -> log.readAfter(afterPlace, limit));
            // A platform's thread, since decoding a page would keep a virtual one's carrier for too long.
            Thread.ofPlatform().name("read-ahead").daemon().start(page);
            return new Ahead(afterPlace, limit, page);
        }

        boolean is(long wantedAfter, int wantedLimit) {
            return afterPlace == wantedAfter && limit == wantedLimit;
        }
    }

    public ReadAhead(EventLog log) {
        this.log = log;
    }

    @Override
    public Page readAfter(long afterPlace, int limit) {
        Page page = ahead.is(afterPlace, limit) ? readAhead() : log.readAfter(afterPlace, limit);
        boolean full = page.events().size() >= limit;
        ahead = full ? Ahead.start(log, page.place(), limit) : Ahead.NONE;
        return page;
    }

    @Override
    public long end() {
        return log.end();
    }

    @Override
    public void awaitAfter(long afterPlace, Duration atMost) throws InterruptedException {
        log.awaitAfter(afterPlace, atMost);
    }

    private Page readAhead() {
        try {
            Page page = ahead.page().get();
            if (page.events().size() >= ahead.limit()) {
                return page;
            }
        } catch (ExecutionException e) {
            // Whoever reads now shall see for themselves whether it still fails.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Where the page was not full, more may have come meanwhile.
        return log.readAfter(ahead.afterPlace(), ahead.limit());
    }
}
