package dev.carddelivery.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that runs in a JVM of its own, so that a test can kill it. */
public final class ChildJvm implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final BufferedReader out;

    private ChildJvm(Process process) {
        this.process = process;
        this.out = process.inputReader();
        // Who reads from it waits until it ends, so it has to.
        CompletableFuture.delayedExecutor(240, TimeUnit.SECONDS).execute(process::destroyForcibly);
    }

    /** Starts the program whose main class this is, with these variables beside those of the tests. */
    public static ChildJvm start(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(ChildClasses.options(), main, environment, arguments);
    }

    /** Starts it from another class path. */
    static ChildJvm start(List<String> classes, Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // few live long enough for more
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dlogback.configurationFile=logback.xml")); // as it is shipped, not as other tests have it
        command.addAll(classes);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start());
    }

    /** Reads what it prints up to the line that has this in it. */
    public String awaitLine(String part) throws IOException {
        var read = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(part)) {
                return line;
            }
            read.append(line).append('\n');
        }
        throw new AssertionError("It ended without a line with \"" + part + "\":\n" + read);
    }

    /** Reads what the program prints until it takes orders, and tells at which port of this machine. */
    public int awaitPort() throws IOException {
        String line = awaitLine("takes orders at");
        Matcher port = PORT.matcher(line);
        if (!port.find()) {
            throw new AssertionError("No port in: " + line);
        }
        return Integer.parseInt(port.group(1));
    }

    /** All that it prints from now on, once it has ended. */
    public List<String> remainingLines() {
        return out.lines().toList();
    }

    /** As {@code kill -9} does it. */
    public void kill() {
        process.toHandle().destroyForcibly(); // which leaves its last output readable
        process.onExit().join();
    }

    /** As {@code kill} does it, with the signal's name. */
    void signal(String name) throws IOException, InterruptedException {
        signal(name, process.toHandle());
    }

    static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("No signal " + name + " for " + process);
        }
    }

    int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        kill();
    }
}
