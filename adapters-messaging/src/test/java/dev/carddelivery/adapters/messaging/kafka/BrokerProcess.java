package dev.carddelivery.adapters.messaging.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link LocalBroker} in a process of its own, which a test can stop, kill and start again, as often as it likes. */
public final class BrokerProcess implements AutoCloseable {

    private final Path folder;
    private final List<String> classes;
    private final int port;
    private final int controllerPort;
    private Process process;

    /**
     * Starts a broker on free ports, which it keeps.
     *
     * @param folder for its data
     */
    public BrokerProcess(Path folder) throws IOException {
        this(folder, List.of("-cp", System.getProperty("java.class.path")));
    }

    /**
     * Starts a broker.
     *
     * @param classes what the JVM needs to be told to find the classes
     */
    public BrokerProcess(Path folder, List<String> classes) throws IOException {
        this.folder = folder;
        this.classes = classes;
        this.port = FreePort.find();
        this.controllerPort = FreePort.find();
        start();
    }

    /** Where to find it, as long as it runs. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts it again with the data that it had, and waits until it takes messages. */
    public void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(classes);
        command.addAll(List.of(
                LocalBroker.class.getName(),
                folder.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort)));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Process started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        awaitReady(started.inputReader());
    }

    /** As {@code kill -9} does it. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As {@code kill} does it; what it has in memory gets to the disk. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("The broker does not end");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while the broker ended", e);
        }
    }

    private static void awaitReady(BufferedReader out) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(LocalBroker.READY)) {
                Thread.ofVirtual().start(() -> out.lines().forEach(ignored -> {}));
                return;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("The broker ended before it was ready:\n" + said);
    }
}
