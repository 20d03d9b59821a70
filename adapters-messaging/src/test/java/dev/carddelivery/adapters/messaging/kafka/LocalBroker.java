package dev.carddelivery.adapters.messaging.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker that is a cluster by itself, for tests and for trying things out. Arguments: the folder of its data,
 * its port, and a second one for its controller. It goes on with what the folder holds.
 */
public final class LocalBroker {

    /** What it prints once it takes messages. */
    static final String READY = "Kafka takes messages at ";

    private LocalBroker() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        String address = "127.0.0.1:" + arguments[1];
        Properties properties = properties(folder.resolve("log"), address, "127.0.0.1:" + arguments[2]);
        if (Files.notExists(folder.resolve("log/meta.properties"))) {
            format(folder, properties);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        server.startup();
        System.out.println(READY + address + ", with its data in " + arguments[0] + "; Ctrl-C stops it.");
        server.awaitShutdown();
    }

    private static Properties properties(Path data, String address, String controller) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "log.dirs", data.toString(),
                "listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller,
                "controller.listener.names", "CONTROLLER",
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.quorum.bootstrap.servers", controller));
        // Otherwise it makes a topic that is asked for and not there in its own way, before the program can in its own.
        properties.put("auto.create.topics.enable", "false");
        properties.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "1000", // for tests that cannot wait for the dead any longer
                // After a kill it waits that long for the session of its former life to end.
                "broker.session.timeout.ms", "2000",
                "broker.heartbeat.interval.ms", "500"));
        return properties;
    }

    private static void format(Path folder, Properties properties) throws IOException {
        Path file = Files.createDirectories(folder).resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        String[] format = {
            "format", "--standalone", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
        };
        StorageTool.execute(format, new PrintStream(OutputStream.nullOutputStream()));
    }
}
