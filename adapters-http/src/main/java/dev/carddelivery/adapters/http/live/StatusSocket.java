package dev.carddelivery.adapters.http.live;

import dev.carddelivery.adapters.http.answer.StatusView;
import dev.carddelivery.adapters.http.operation.VisibleOrders;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.order.OrderRevision;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** streamOrderEvents as a WebSocket: each text message is a status representation. */
public record StatusSocket(VisibleOrders orders, Feed feed) {

    private static final String OPENING = "card-delivery.opening";
    private static final String LINE = "card-delivery.line";

    private static final Logger LOG = LoggerFactory.getLogger(StatusSocket.class);

    /** Looks before the switch whether the order is there for the caller; a problem is answered as plain HTTP. */
    public void prepare(Context http, Request request) {
        http.attribute(OPENING, Opening.of(request, orders.seen(request)));
    }

    /** Shows the order once the switch is made. */
    public void serveIn(WsConfig socket) {
        socket.onConnect(this::begin);
        socket.onClose(StatusSocket::end);
        socket.onError(StatusSocket::end);
    }

    private void begin(WsContext client) {
        Opening opening = client.attribute(OPENING);
        Line line = new Line(feed.open(opening));
        client.attribute(LINE, line);
        Thread.ofVirtual().name("socket").start(() -> show(line, opening, client.session));
    }

    private void show(Line line, Opening opening, Session session) {
        try {
            switch (feed.follow(line.watch, opening, new Writer(session))) {
                case FINAL -> session.close(StatusCode.NORMAL, "The status is final", Callback.NOOP);
                case EXPIRED -> session.close(StatusCode.POLICY_VIOLATION, "The token has expired", Callback.NOOP);
            }
        } catch (IOException gone) {
            session.disconnect();
        } catch (InterruptedException dismissed) {
            // Who has left is answered by Jetty, in the client's own terms.
            if (!line.left) {
                session.close(StatusCode.SHUTDOWN, "The server closes", Callback.NOOP);
            }
        } catch (RuntimeException ours) {
            LOG.error("A socket is closed early", ours);
            session.close(StatusCode.SERVER_ERROR, "Something went wrong on our side", Callback.NOOP);
        }
    }

    private static void end(WsContext client) {
        Line line = client.attribute(LINE);
        if (line != null) {
            line.left = true;
            line.watch.dismiss();
        }
    }

    /** An open socket's eye on its order. */
    private static final class Line {

        private final LiveOrders.Watch watch;

        /** Whether the client has gone, or its connection. */
        private volatile boolean left;

        private Line(LiveOrders.Watch watch) {
            this.watch = watch;
        }
    }

    private record Writer(Session session) implements Feed.Follower {

        private static final long PATIENCE_SECONDS = 30;

        @Override
        public void show(OrderRevision revision) throws IOException, InterruptedException {
            String message = new String(StatusView.bytes(revision), StandardCharsets.UTF_8);
            send(sent -> session.sendText(message, sent));
        }

        @Override
        public void beat() throws IOException, InterruptedException {
            send(sent -> session.sendPing(ByteBuffer.allocate(0), sent));
        }

        private static void send(Consumer<Callback.Completable> message) throws IOException, InterruptedException {
            try {
                Callback.Completable.with(message).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("The client is gone", e);
            }
        }
    }
}
