package dev.carddelivery.bootstrap.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Whether something goes wrong with one step of one request: the same on every look, and another chance whenever the
 * partner is asked again.
 *
 * @param requestId which request
 * @param asked how often it was asked for
 * @param step which step
 */
record Chance(UUID requestId, int asked, int step) {

    /** Whether {@code what} happens, given its probability. */
    boolean of(String what, double probability) {
        String name = requestId + "/" + asked + "/" + step + "/" + what;
        UUID drawn = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        double number = (drawn.getMostSignificantBits() >>> 11) * 0x1.0p-53;
        return number < probability;
    }
}
