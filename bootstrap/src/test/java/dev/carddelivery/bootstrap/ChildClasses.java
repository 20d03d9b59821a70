package dev.carddelivery.bootstrap;

import dev.carddelivery.adapters.jdbc.TestDatabase;
import dev.carddelivery.adapters.messaging.kafka.FreePort;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.spi.ToolProvider;

/**
 * The tests' class path for JVMs that are started often, with an archive of classes that are read and checked already:
 * with it a program is there in half the time. An archive is good for exactly the class path it was made with, and for
 * jars only; so both are made anew for each run of the tests, the archive by a {@link Rehearsal} that takes one order.
 */
public final class ChildClasses {

    private static final Path FOLDER = Path.of("target", "child-jvm").toAbsolutePath();

    /** Made when a test needs them first. */
    private static final ChildClasses MADE = make();

    private final String classPath;
    private final Path archive;

    private ChildClasses(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** What the JVM needs to be told before the name of a main class. */
    public static List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + MADE.archive, "-cp", MADE.classPath);
    }

    private static ChildClasses make() {
        try (TestDatabase database = TestDatabase.create();
                TemporaryFolder broker = TemporaryFolder.create("card-delivery-rehearsal")) {
            Files.createDirectories(FOLDER);
            ChildClasses made = new ChildClasses(jars(), FOLDER.resolve("classes.jsa"));
            Files.deleteIfExists(made.archive);
            String kafka = Integer.toString(FreePort.find());
            Map<String, String> environment = new HashMap<>(Map.of(
                    "PORT",
                    "0",
                    "DATA_DIR",
                    FOLDER.toString(),
                    "DATABASE_URL",
                    database.url(),
                    "ALLOW_UNSAFE_DURABILITY",
                    "true",
                    "KAFKA_BOOTSTRAP_SERVERS",
                    "127.0.0.1:" + kafka,
                    "DEMO",
                    "true"));
            database.user().forEach(user -> environment.put("DATABASE_USER", user));
            database.password().forEach(password -> environment.put("DATABASE_PASSWORD", password));
            try (ChildJvm all = ChildJvm.start(
                    List.of("-XX:ArchiveClassesAtExit=" + made.archive, "-cp", made.classPath),
                    Rehearsal.class,
                    environment,
                    broker.path().toString(),
                    kafka,
                    Integer.toString(FreePort.find()))) {
                try (DemoCustomer customer = new DemoCustomer(all.awaitPort())) {
                    customer.place(UUID.randomUUID());
                }
                all.signal("TERM");
                all.remainingLines();
            }
            if (Files.notExists(made.archive)) {
                throw new IllegalStateException("No archive came to be");
            }
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String jars() {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            jars.add(Files.isDirectory(Path.of(entry)) ? jar(entry, jars.size()) : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private static String jar(String folder, int number) {
        String jar = FOLDER.resolve(number + ".jar").toString();
        int failed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--no-compress", "--file", jar, "-C", folder, ".");
        if (failed != 0) {
            throw new IllegalStateException("No jar of " + folder);
        }
        return jar;
    }
}
