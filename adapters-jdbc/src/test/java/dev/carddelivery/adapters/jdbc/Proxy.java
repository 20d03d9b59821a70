package dev.carddelivery.adapters.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Stands between a program and its database, and can make it fall silent or vanish. */
final class Proxy implements AutoCloseable {

    private final URI target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition thawed = lock.newCondition();
    private boolean frozen;
    private volatile ServerSocket door;

    /** A proxy for the server of this JDBC URL. */
    Proxy(String jdbcUrl) throws IOException {
        this.target = URI.create(jdbcUrl.substring("jdbc:".length()));
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = door.getLocalPort();
        accept(door);
    }

    /** The same URL, through this proxy. */
    String through(String jdbcUrl) {
        return jdbcUrl.replaceFirst("//[^/]+/", "//127.0.0.1:" + port + "/");
    }

    /** From now on nothing gets through, and nobody is told. */
    void freeze() {
        setFrozen(true);
    }

    /** What was held back goes on its way. */
    void thaw() {
        setFrozen(false);
    }

    /** Cuts all connections and refuses new ones. */
    void cut() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Lets connections in again. */
    void mend() throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        accept(door);
    }

    @Override
    public void close() throws IOException {
        thaw();
        cut();
    }

    private void setFrozen(boolean freezing) {
        lock.lock();
        try {
            frozen = freezing;
            thawed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept(ServerSocket socket) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    connect(socket.accept());
                }
            } catch (IOException e) {
                // The door was closed.
            }
        });
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(target.getHost(), target.getPort() < 0 ? 5432 : target.getPort());
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> pump(client, server));
        Thread.ofVirtual().start(() -> pump(server, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8_192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitThaw();
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // Cut, or one of the two has hung up.
        }
        open.remove(from);
        open.remove(to);
    }

    private void awaitThaw() {
        lock.lock();
        try {
            while (frozen) {
                thawed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
