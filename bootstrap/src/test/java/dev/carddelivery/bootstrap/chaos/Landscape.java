package dev.carddelivery.bootstrap.chaos;

import dev.carddelivery.adapters.jdbc.TestDatabase;
import dev.carddelivery.adapters.messaging.kafka.BrokerProcess;
import dev.carddelivery.adapters.messaging.kafka.FreePort;
import dev.carddelivery.adapters.messaging.kafka.KafkaConnection;
import dev.carddelivery.adapters.messaging.kafka.KafkaConnection.TopicLayout;
import dev.carddelivery.bootstrap.ChildClasses;
import dev.carddelivery.bootstrap.Main;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * A broker, a database of the program and one of the partners, and the processes on them, which have nothing else in
 * common. Days are short, and partners are asked again for longer than any test lasts.
 */
final class Landscape implements AutoCloseable {

    private static final int PARTITIONS = 4;

    private final Path folder;
    private final Map<String, String> special;
    private final TestDatabase orders = TestDatabase.create();
    private final TestDatabase requests = TestDatabase.create();
    private final BrokerProcess broker;
    private final Deque<ProgramProcess> processes = new ArrayDeque<>();

    /**
     * A running broker and two empty databases.
     *
     * @param folder for everybody's files
     * @param special settings of all processes, beside those that every test has
     */
    Landscape(Path folder, Map<String, String> special) throws IOException {
        this.folder = folder;
        this.special = special;
        this.broker = new BrokerProcess(folder.resolve("kafka"), ChildClasses.options());
    }

    BrokerProcess broker() {
        return broker;
    }

    /** A copy of the program, not started yet. */
    ProgramProcess program(Class<?> main) throws IOException {
        return process(main, "serve", "takes orders at", orders);
    }

    /** The demo partners, not started yet. */
    ProgramProcess partners() throws IOException {
        return process(Main.class, "partners", "wait for requests", requests);
    }

    Progress progress() {
        return new Progress(orders);
    }

    /** The way to a landscape's broker. */
    static KafkaConnection connection(String bootstrapServers) {
        return new KafkaConnection(bootstrapServers, HashMap.empty(), new TopicLayout(PARTITIONS, (short) 1));
    }

    Judge judge() {
        return new Judge(orders, requests, broker.bootstrapServers());
    }

    private ProgramProcess process(Class<?> main, String command, String ready, TestDatabase database)
            throws IOException {
        int port = FreePort.find();
        ProgramProcess made = new ProgramProcess(main, command, ready, port, environment(port, database));
        processes.push(made);
        return made;
    }

    private Map<String, String> environment(int port, TestDatabase database) {
        Map<String, String> environment = new java.util.HashMap<>(Map.of(
                "PORT", Integer.toString(port),
                "DATA_DIR", folder.toString(),
                "DATABASE_URL", database.url(),
                "ALLOW_UNSAFE_DURABILITY", "true", // as fast as the tests' server may be
                "DEMO", "true",
                "DEMO_DAY", "PT1.5S",
                "REMINDERS", List.fill(20, "PT5S").mkString(","),
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "KAFKA_PARTITIONS", Integer.toString(PARTITIONS)));
        environment.putAll(special);
        database.user().forEach(user -> environment.put("DATABASE_USER", user));
        database.password().forEach(password -> environment.put("DATABASE_PASSWORD", password));
        return environment;
    }

    @Override
    public void close() {
        processes.forEach(ProgramProcess::close);
        broker.close();
        requests.close();
        orders.close();
    }
}
