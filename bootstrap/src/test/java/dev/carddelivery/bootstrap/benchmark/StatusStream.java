package dev.carddelivery.bootstrap.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One client that follows one order by server-sent events and notes when each version came in. */
final class StatusStream implements AutoCloseable {

    private static final String ID = "id: ";

    private final Socket socket;
    private final Map<Integer, Long> arrivals = new ConcurrentHashMap<>();

    private StatusStream(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
    }

    /**
     * Opens a stream.
     *
     * @param arrived is run for each event, in the stream's own thread
     */
    static StatusStream open(int port, String token, UUID orderId, Runnable arrived) throws IOException {
        StatusStream stream = new StatusStream(port);
        stream.socket
                .getOutputStream()
                .write(("GET /api/v1/orders/" + orderId
                                + "/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                                + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        Thread.startVirtualThread(() -> stream.read(arrived));
        return stream;
    }

    /** When a version came in, by {@link System#nanoTime}. */
    long arrival(int version) {
        return arrivals.get(version);
    }

    private void read(Runnable arrived) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ID)) {
                    arrivals.put(Integer.valueOf(line.substring(ID.length())), System.nanoTime());
                    arrived.run();
                }
            }
        } catch (IOException closed) {
            // By us; if by the server, the events that do not arrive are missed.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
