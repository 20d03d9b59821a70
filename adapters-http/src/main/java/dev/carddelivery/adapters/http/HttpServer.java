package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.live.Feed;
import dev.carddelivery.adapters.http.live.StatusSocket;
import dev.carddelivery.adapters.http.live.Waiting;
import dev.carddelivery.adapters.http.operation.VisibleOrders;
import dev.carddelivery.adapters.http.request.Request;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.websocket.WsHandlerEntry;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.server.AbstractConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the API over HTTP, each request in a virtual thread of its own. */
public final class HttpServer implements AutoCloseable {

    /** After so much silence those who follow an order are shown that the line is alive. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** How long requests that are running may go on when the server is closed. */
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** Longer than any answer is held back, and than any heartbeat's interval. */
    static final Duration IDLE = Duration.ofSeconds(90);

    /** How long a connection may stay that nothing is happening on when the server is closed. */
    private static final Duration IDLE_WHILE_CLOSING = Duration.ofMillis(100);

    /** Some issuers' tokens are large. In bytes. */
    private static final int LARGEST_HEADERS = 16_384;

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final Services services;
    private final Waiting waiting;
    private final Feed feed;
    private final Gate gate;
    private final Javalin javalin;

    /** A server for these services, not started yet. */
    public HttpServer(Services services) {
        this(services, HEARTBEAT);
    }

    /** A server with another heartbeat. */
    public HttpServer(Services services, Duration heartbeat) {
        this.services = services;
        this.waiting = new Waiting(services.live());
        this.feed = new Feed(waiting, heartbeat, services.authenticator());
        this.gate = new Gate(services.authenticator());
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts to serve.
     *
     * @param host the address to listen at
     * @param port the port, 0 for any free one
     */
    public HttpServer start(String host, int port) {
        start(javalin, host, port);
        return this;
    }

    static void start(Javalin javalin, String host, int port) {
        javalin.start(host, port);
        AbstractConnector connector =
                (AbstractConnector) javalin.jettyServer().server().getConnectors()[0];
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(IDLE_WHILE_CLOSING.toMillis());
    }

    /** The port it listens at, once it is started. */
    public int port() {
        return javalin.port();
    }

    /** What it answers, or has a look at, by HTTP. */
    Vector<Endpoint> endpoints() {
        return Vector.ofAll(javalin.unsafe.internalRouter.allHttpHandlers()).map(parsed -> parsed.endpoint);
    }

    /** The paths at which it opens WebSockets. */
    Vector<String> sockets() {
        return Vector.ofAll(javalin.unsafe.internalRouter.allWsHandlers()).map(WsHandlerEntry::getPath);
    }

    /** Stops to serve. Who waits for news is sent home; other requests may go on for a few seconds. */
    @Override
    public void close() {
        waiting.close();
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        configureBasics(config);
        Routes.of(services, waiting, feed).forEach(route -> addTo(config, route));
        StatusSocket socket = new StatusSocket(new VisibleOrders(services.store()), feed);
        config.routes.wsBeforeUpgrade(Routes.EVENTS, http -> socket.prepare(http, gate.admitSocket(http)));
        config.routes.ws(Routes.EVENTS, socket::serveIn);
    }

    /** What is the same for everything that is served by this program. */
    static void configureBasics(JavalinConfig config) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(LARGEST_HEADERS);
            // It would hold whole tokens, and on a connection that many customers share be made anew all the time.
            http.setHeaderCacheSize(0);
        });
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(GRACE.toMillis());
            server.setErrorHandler(new JettyErrors());
        });
        config.jetty.modifyServletContextHandler(servlets -> servlets.setErrorHandler(new JettyErrors()));
        config.routes.before(HttpServer::protect);
        Failures.answerIn(config.routes);
    }

    private void addTo(JavalinConfig config, Route route) {
        add(config, route, http -> serve(route, http));
    }

    static void add(JavalinConfig config, Route route, Handler handler) {
        config.routes.addHttpHandler(route.method(), route.path(), handler);
        if (route.method().equals(HandlerType.GET)) {
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), handler);
        }
    }

    private void serve(Route route, Context http) throws InterruptedException {
        Request.requireSmallBody(http);
        write(route.operation().handle(gate.admit(http, route.access())), http);
    }

    /** Gives an answer, as far as the client lets. */
    static void write(Reply reply, Context http) {
        try {
            reply.writeTo(http);
        } catch (IOException gone) {
            LOG.debug("A client went away", gone);
        } catch (InterruptedException closing) {
            LOG.debug("An answer ends early, since the server closes");
        }
    }

    private static void protect(Context http) {
        http.header("X-Content-Type-Options", "nosniff");
        http.header("Referrer-Policy", "no-referrer");
        http.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        http.header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
