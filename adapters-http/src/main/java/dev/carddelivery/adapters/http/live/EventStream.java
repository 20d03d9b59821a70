package dev.carddelivery.adapters.http.live;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.answer.StatusView;
import dev.carddelivery.adapters.http.operation.Operation;
import dev.carddelivery.adapters.http.operation.VisibleOrders;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Accept;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.order.OrderRevision;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** streamOrderEvents as server-sent events. */
public record EventStream(VisibleOrders orders, Feed feed) implements Operation {

    private static final String MEDIA_TYPE = "text/event-stream";

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    @Override
    public Reply handle(Request request) {
        LiveOrders.Seen order = orders.seen(request);
        if (!request.header("Accept").forAll(accept -> Accept.admits(accept, MEDIA_TYPE))) {
            throw ProblemType.NOT_ACCEPTABLE.problem().exception();
        }
        Opening opening = Opening.of(request, order);
        // After 204 a browser does not come back.
        return opening.over()
                ? Reply.empty(204)
                : Reply.of(200, MEDIA_TYPE, request.isHead() ? OutputStream::flush : client -> show(opening, client))
                        .with("Cache-Control", "no-cache")
                        .with("X-Accel-Buffering", "no");
    }

    /** Once a stream is open no problem can be told: it ends, and whoever comes back learns of it. */
    private void show(Opening opening, OutputStream client) throws IOException, InterruptedException {
        try {
            feed.follow(feed.open(opening), opening, new Writer(client));
        } catch (RuntimeException ours) {
            LOG.error("A stream ends early", ours);
        }
    }

    private record Writer(OutputStream client) implements Feed.Follower {

        private static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(StandardCharsets.UTF_8);

        @Override
        public void show(OrderRevision revision) throws IOException {
            client.write(("id: " + revision.version() + "\ndata: ").getBytes(StandardCharsets.UTF_8));
            client.write(StatusView.bytes(revision));
            client.write(new byte[] {'\n', '\n'});
            client.flush();
        }

        @Override
        public void beat() throws IOException {
            client.write(HEARTBEAT);
            client.flush();
        }
    }
}
