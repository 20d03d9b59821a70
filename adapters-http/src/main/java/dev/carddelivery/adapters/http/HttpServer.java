package dev.carddelivery.adapters.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.vavr.collection.List;
import java.time.Duration;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;

/** Serves the API over HTTP, each request in a virtual thread of its own. */
public final class HttpServer implements AutoCloseable {

    /** How long requests that are running may go on when the server is closed. */
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** Longer than any answer is held back, and than any heartbeat's interval. */
    private static final Duration IDLE = Duration.ofSeconds(90);

    private final Javalin javalin;

    /** A server for these services, not started yet. */
    public HttpServer(Services services) {
        List<Route> routes = Routes.of(services);
        Gate gate = new Gate(services.authenticator());
        this.javalin = Javalin.create(config -> configure(config, routes, gate));
    }

    /**
     * Starts to serve.
     *
     * @param host the address to listen at
     * @param port the port, 0 for any free one
     */
    public HttpServer start(String host, int port) {
        javalin.start(host, port);
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            ((AbstractConnector) connector).setIdleTimeout(IDLE.toMillis());
        }
        return this;
    }

    /** The port it listens at, once it is started. */
    public int port() {
        return javalin.port();
    }

    /** Stops to serve; requests that are running may go on for a few seconds. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, List<Route> routes, Gate gate) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServer(server -> server.setStopTimeout(GRACE.toMillis()));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.before(HttpServer::protect);
        routes.forEach(route -> {
            config.routes.addHttpHandler(route.method(), route.path(), http -> serve(route, gate, http));
            if (route.method().equals(HandlerType.GET)) {
                config.routes.addHttpHandler(HandlerType.HEAD, route.path(), http -> serve(route, gate, http));
            }
        });
        Failures.answerIn(config.routes);
    }

    private static void serve(Route route, Gate gate, Context http) throws InterruptedException {
        route.operation().handle(gate.admit(http, route.access())).writeTo(http);
    }

    private static void protect(Context http) {
        http.header("X-Content-Type-Options", "nosniff");
    }
}
