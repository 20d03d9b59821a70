package dev.carddelivery.bootstrap.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A line between clients and a server that carries every byte, until a test makes it fail. */
final class Line implements AutoCloseable {

    private enum State {
        CARRIES,
        KEEPS_ANSWERS,
        STALLS,
        REFUSES
    }

    private final String host;
    private final int port;
    private final ServerSocket entrance;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private State present = State.CARRIES;

    private Line(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** A line to a server. */
    static Line to(String host, int port) throws IOException {
        Line line = new Line(host, port);
        Thread.ofVirtual().name("line").start(line::accept);
        return line;
    }

    /** Where clients enter. */
    int port() {
        return entrance.getLocalPort();
    }

    /** Carries, also what was held back. */
    void carry() {
        become(State.CARRIES);
    }

    /** From now on the server's answers arrive nowhere but in {@link #kept()}. */
    void keepAnswers() {
        become(State.KEEPS_ANSWERS);
    }

    /** What the server has answered to nobody. */
    String kept() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    /** Stays open in both directions and carries nothing. */
    void stall() {
        become(State.STALLS);
    }

    /** Ends all connections and lets nobody in. */
    void refuse() {
        become(State.REFUSES);
        ends.forEach(Line::end);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        refuse();
    }

    private void become(State next) {
        lock.lock();
        try {
            present = next;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        lock.lock();
        try {
            if (present == State.REFUSES) {
                end(client);
                return;
            }
            ends.add(client);
            Socket server = new Socket(host, port);
            ends.add(server);
            Thread.ofVirtual().name("line-there").start(() -> carry(client, server, false));
            Thread.ofVirtual().name("line-back").start(() -> carry(server, client, true));
        } finally {
            lock.unlock();
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[16_384];
        try {
            for (int length = 0; length >= 0; length = from.getInputStream().read(bytes)) {
                if (awaitUse() == State.KEEPS_ANSWERS && answers) {
                    kept.write(bytes, 0, length);
                } else {
                    to.getOutputStream().write(bytes, 0, length);
                }
            }
            awaitUse();
        } catch (IOException | InterruptedException broken) {
            // Both ends learn of it below.
        } finally {
            end(from);
            end(to);
        }
    }

    private State awaitUse() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (present == State.STALLS) {
                change.await();
            }
            return present;
        } finally {
            lock.unlock();
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
