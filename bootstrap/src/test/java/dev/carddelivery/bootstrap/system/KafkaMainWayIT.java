package dev.carddelivery.bootstrap.system;

import dev.carddelivery.adapters.messaging.kafka.BrokerProcess;
import dev.carddelivery.bootstrap.ChildClasses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** With partners on their own, who share nothing with the program but a broker. */
class KafkaMainWayIT extends MainWayContract {

    private static final Duration DAY = Duration.ofMillis(400);

    @TempDir
    static Path temp;

    private BrokerProcess broker;
    private Installation installation;
    private PartnersCopy partners;

    @Override
    Copy open() throws Exception {
        broker = new BrokerProcess(temp, ChildClasses.options());
        installation = Installation.with(
                Map.of("DEMO_DAY", DAY.toString(), "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()));
        partners = PartnersCopy.start(DAY, broker.bootstrapServers());
        return installation.start();
    }

    @Override
    void close() throws Exception {
        partners.close();
        installation.close();
        broker.close();
    }
}
