package dev.carddelivery.bootstrap;

import dev.carddelivery.adapters.messaging.kafka.LocalBroker;
import java.io.IOException;

/**
 * What tests start as processes of their own, for once in one JVM, so that it has loaded the classes of both: a broker,
 * and the program on it. Takes the arguments of {@link LocalBroker}.
 */
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String... arguments) {
        Thread.ofPlatform().daemon().start(() -> broker(arguments));
        Main.main(new String[] {"serve"});
    }

    private static void broker(String... arguments) {
        try {
            LocalBroker.main(arguments);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
