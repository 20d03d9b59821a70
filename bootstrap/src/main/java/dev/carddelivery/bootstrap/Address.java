package dev.carddelivery.bootstrap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where the program listens.
 *
 * @param host a name or an IP address
 * @param port 0 for any free one
 */
record Address(String host, int port) {

    /**
     * Finds out before anything else is started whether the program can listen here.
     *
     * @throws StartupException when it cannot; says why and what to do
     */
    void requireFree() {
        try (ServerSocket attempt = new ServerSocket()) {
            attempt.setReuseAddress(true); // connections of the last run that are still fading away do no harm
            attempt.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** What to tell when the program cannot listen here. */
    StartupException refused(IOException reason) {
        return new StartupException(
                "Nothing can listen at %s, port %d: %s. Set HOST and PORT to an address that is free."
                        .formatted(host, port, reason.getMessage()),
                reason);
    }
}
