package dev.carddelivery.adapters.http.live;

import dev.carddelivery.adapters.http.answer.StatusView;
import dev.carddelivery.adapters.http.operation.VisibleOrders;
import dev.carddelivery.adapters.http.problem.ProblemException;
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
    private static final String WATCH = "card-delivery.watch";

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
        LiveOrders.Watch watch = feed.open(opening);
        client.attribute(WATCH, watch);
        Thread.ofVirtual().name("socket").start(() -> show(watch, opening, client.session));
    }

    private void show(LiveOrders.Watch watch, Opening opening, Session session) {
        try {
            feed.follow(watch, opening, new Writer(session));
            session.close(StatusCode.NORMAL, "The status is final", Callback.NOOP);
        } catch (IOException gone) {
            session.disconnect();
        } catch (InterruptedException closing) {
            session.close(StatusCode.SHUTDOWN, "The server closes", Callback.NOOP);
        } catch (ProblemException expired) {
            session.close(StatusCode.POLICY_VIOLATION, "The token has expired", Callback.NOOP);
        } catch (RuntimeException ours) {
            LOG.error("A socket is closed early", ours);
            session.close(StatusCode.SERVER_ERROR, "Something went wrong on our side", Callback.NOOP);
        }
    }

    private static void end(WsContext client) {
        LiveOrders.Watch watch = client.attribute(WATCH);
        if (watch != null) {
            watch.dismiss();
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
