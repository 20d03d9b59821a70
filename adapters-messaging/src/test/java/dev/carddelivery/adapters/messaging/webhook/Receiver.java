package dev.carddelivery.adapters.messaging.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A subscriber's server on this machine, which keeps what it gets and answers as it is told. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile int status = 204;
    private volatile boolean silent;

    /** What came: headers by lower-case name. */
    record Received(String method, String target, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.get(name).getFirst();
        }
    }

    Receiver() throws IOException {
        this(HttpServer.create());
    }

    /** A receiver on a server that is not bound yet. */
    Receiver(HttpServer server) throws IOException {
        this.server = server;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hooks?for=cards";
    }

    void answer(int answered) {
        status = answered;
    }

    /** From now on it takes requests and answers nothing. */
    void fallSilent() {
        silent = true;
    }

    /** What came next. */
    Received next() throws InterruptedException {
        Received next = received.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing came");
        }
        return next;
    }

    /** How much has come that nobody looked at. */
    int waiting() {
        return received.size();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                exchange.getRequestBody().readAllBytes()));
        hold();
        exchange.getResponseHeaders().set("Location", url());
        byte[] body = "x".repeat(100_000).getBytes();
        exchange.sendResponseHeaders(status, status == 204 || status == 304 ? -1 : body.length);
        if (status != 204 && status != 304) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void hold() {
        try {
            if (silent && held.await(60, TimeUnit.SECONDS)) {
                throw new UncheckedIOException(new IOException("closed"));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        held.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
