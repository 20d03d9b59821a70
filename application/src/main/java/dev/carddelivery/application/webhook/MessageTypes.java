package dev.carddelivery.application.webhook;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;

/**
 * Which messages a subscriber gets.
 *
 * @param names the types of messages; {@code *} for all there are and will be
 */
public record MessageTypes(Set<String> names) {

    /** Stands for every type. */
    public static final String EVERY = "*";

    /** All of them. */
    public static final MessageTypes ALL = new MessageTypes(HashSet.of(EVERY));

    public MessageTypes {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Whoever subscribes wants something");
        }
    }

    /** Whether messages of this type are wanted. */
    public boolean include(String type) {
        return names.contains(type) || names.contains(EVERY);
    }
}
