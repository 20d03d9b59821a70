package dev.carddelivery.adapters.messaging.webhook;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where a host is. */
@FunctionalInterface
interface HostLookup {

    /** How long to wait for the answer. */
    Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * The addresses of a host, at least one.
     *
     * @throws java.net.UnknownHostException when there is no such host
     * @throws SocketTimeoutException when nobody says so in time
     */
    Seq<InetAddress> addresses(String host) throws IOException;

    /**
     * Asks the system, in a platform thread: a lookup that gets no answer would hold one of the few threads that all
     * virtual ones share.
     */
    static Seq<InetAddress> bySystem(String host) throws IOException {
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread.ofPlatform().daemon().name("host lookup").start(lookup);
        try {
            return Vector.of(lookup.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("No answer about " + host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while looking for " + host);
        }
    }
}
