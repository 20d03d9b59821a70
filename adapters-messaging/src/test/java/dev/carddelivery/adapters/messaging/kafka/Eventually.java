package dev.carddelivery.adapters.messaging.kafka;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits as long as brokers may take that start, elect and rebalance on a busy machine. */
final class Eventually {

    private Eventually() {}

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
