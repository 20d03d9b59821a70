package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.demo.PartnerBehaviours;
import dev.carddelivery.adapters.http.request.Request;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.InstantSource;

/** Serves the demo partners that run on their own: where they are told how to behave, and nothing else. */
public final class PartnersServer implements AutoCloseable {

    private final PartnerBehaviours behaviours;
    private final InstantSource clock;
    private final Javalin javalin;

    /** A server, not started yet. */
    public PartnersServer(PartnerBehaviours behaviours, InstantSource clock) {
        this.behaviours = behaviours;
        this.clock = clock;
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts to serve.
     *
     * @param host the address to listen at
     * @param port the port, 0 for any free one
     */
    public PartnersServer start(String host, int port) {
        HttpServer.start(javalin, host, port);
        return this;
    }

    /** The port it listens at, once it is started. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        HttpServer.configureBasics(config);
        Routes.ofDemoPartners(behaviours, clock)
                .forEach(route -> HttpServer.add(config, route, http -> serve(route, http)));
    }

    private static void serve(Route route, Context http) throws InterruptedException {
        Request.requireSmallBody(http);
        HttpServer.write(route.operation().handle(Request.ofAnybody(http)), http);
    }
}
