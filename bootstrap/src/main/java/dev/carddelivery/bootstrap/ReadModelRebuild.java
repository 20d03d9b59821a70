package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Instance.READ_MODELS;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcCheckpoints;
import dev.carddelivery.adapters.jdbc.JdbcEventLog;
import dev.carddelivery.adapters.jdbc.JdbcLeadership;
import dev.carddelivery.adapters.jdbc.JdbcOrderStore;
import dev.carddelivery.adapters.jdbc.JdbcReadModels;
import dev.carddelivery.application.process.Projector;
import dev.carddelivery.application.process.ReadAhead;
import dev.carddelivery.application.process.RevisionTracker;
import dev.carddelivery.application.process.Subscription;
import java.time.Duration;

/** Empties the read models and fills them from the beginning of the log. */
final class ReadModelRebuild {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private ReadModelRebuild() {}

    /**
     * Rebuilds.
     *
     * @return the place up to which the log has been read
     * @throws StartupException when an instance is running on the database: it would fill the same tables
     */
    static long run(Database database) throws InterruptedException {
        try (OpenParts parts = new OpenParts()) {
            requireNobodyElse(parts.add(new JdbcLeadership(database)));
            JdbcReadModels readModels = new JdbcReadModels(database);
            JdbcCheckpoints checkpoints = new JdbcCheckpoints(database);
            checkpoints.rewind(READ_MODELS, 0);
            readModels.clear();
            JdbcOrderStore store = parts.add(new JdbcOrderStore(database, (batchId, events) -> {}));
            JdbcEventLog log = parts.add(new JdbcEventLog(database));
            RevisionTracker projector = new RevisionTracker(store, new Projector(readModels));
            new Subscription(READ_MODELS, new ReadAhead(log), checkpoints, projector).catchUp();
            return checkpoints.load(READ_MODELS).place();
        }
    }

    private static void requireNobodyElse(JdbcLeadership leadership) throws InterruptedException {
        if (!leadership.awaitElection(PATIENCE)) {
            throw new StartupException(
                    "Another instance is running on this database. Stop all instances, then rebuild again.");
        }
    }
}
