package dev.carddelivery.bootstrap;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcCheckpoints;
import dev.carddelivery.adapters.jdbc.JdbcEventLog;
import java.time.Instant;

/**
 * Lets what was published to Kafka be published again, for a cluster that has lost its data. Instances that are running
 * notice it by themselves.
 */
final class Republication {

    private Republication() {}

    /**
     * Goes back.
     *
     * @return the place after which everything is published again
     */
    static long since(Instant moment, Database database) {
        try (JdbcEventLog log = new JdbcEventLog(database)) {
            JdbcCheckpoints checkpoints = new JdbcCheckpoints(database);
            checkpoints.rewind(Instance.KAFKA, log.placeBefore(moment));
            return checkpoints.load(Instance.KAFKA).place();
        }
    }
}
