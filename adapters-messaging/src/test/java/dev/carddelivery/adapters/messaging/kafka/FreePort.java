package dev.carddelivery.adapters.messaging.kafka;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for processes that are killed and started again, and have to be found where they were. */
public final class FreePort {

    private FreePort() {}

    /** None of those that the system gives to clients: one of these could take it while the process is away. */
    public static int find() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return free.getLocalPort();
            } catch (BindException e) {
                // Somebody has it; the next one then.
            }
        }
        throw new IOException("No free port");
    }
}
