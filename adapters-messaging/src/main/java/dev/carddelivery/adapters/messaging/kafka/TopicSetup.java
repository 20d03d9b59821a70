package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.adapters.messaging.kafka.KafkaConnection.TopicLayout;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are not there yet; those that are stay as they are. */
final class TopicSetup {

    private final KafkaConnection connection;

    TopicSetup(KafkaConnection connection) {
        this.connection = connection;
    }

    /**
     * Makes what is missing. Several instances may do so at the same time.
     *
     * @throws dev.carddelivery.application.port.StoreUnavailable when the cluster cannot be asked or does not do it
     */
    void ensure() {
        try (Admin admin = connection.admin()) {
            Set<String> present = HashSet.ofAll(await(admin.listTopics().names()));
            Seq<NewTopic> missing =
                    connection.topics().all().reject(present::contains).map(this::layOut);
            admin.createTopics(missing.asJava()).values().values().forEach(this::awaitCreation);
        }
    }

    private NewTopic layOut(String name) {
        TopicLayout layout = connection.layout();
        // One lost broker stops nothing, and of three copies two are written before anything counts as taken.
        int inSync = Math.max(1, layout.replication() - 1);
        return new NewTopic(name, layout.partitions(), layout.replication())
                .configs(Map.of("min.insync.replicas", Integer.toString(inSync)));
    }

    private void awaitCreation(KafkaFuture<Void> creation) {
        try {
            await(creation);
        } catch (TopicExistsException e) {
            // Another instance was faster.
        }
    }

    private <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TopicExistsException exists ? exists : connection.unavailable(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
