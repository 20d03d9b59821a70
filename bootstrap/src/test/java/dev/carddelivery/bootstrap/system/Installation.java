package dev.carddelivery.bootstrap.system;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.TestDatabase;
import dev.carddelivery.bootstrap.Instance;
import dev.carddelivery.bootstrap.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** A real database with copies of the program on it, which share the key of the demo's tokens. */
final class Installation implements AutoCloseable {

    /** Days in which the demo's partners get nothing done while a test runs. */
    static final Duration LONG_DAY = Duration.ofDays(1);

    private final TestDatabase database = TestDatabase.create();
    private final Path folder = newFolder();
    private final Settings settings;
    private final Deque<Runnable> closings = new ArrayDeque<>();

    private Installation(Map<String, String> special) {
        Map<String, String> variables = new HashMap<>(special);
        variables.put("PORT", "0");
        variables.put("DATA_DIR", folder.toString());
        this.settings = Settings.from(variables).get();
    }

    /** An installation without a copy yet, where calendar days last so long. */
    static Installation withDaysOf(Duration day) {
        return with(Map.of("DEMO_DAY", day.toString()));
    }

    /** An installation without a copy yet, with these settings. */
    static Installation with(Map<String, String> variables) {
        return new Installation(variables);
    }

    /** Starts a copy. */
    Copy start() {
        return startOn(database.url());
    }

    /** Starts a copy that finds the database under another URL. */
    Copy startOn(String url) {
        Database opened = new Database(url, database.user(), database.password());
        closings.push(opened::close);
        Instance instance = Instance.start(settings, opened);
        closings.push(instance::close);
        return new Copy(instance.port());
    }

    TestDatabase database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        closings.forEach(Runnable::run);
        database.close();
        Files.deleteIfExists(folder.resolve("demo-token-key"));
        Files.deleteIfExists(folder);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("card-delivery-system-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
