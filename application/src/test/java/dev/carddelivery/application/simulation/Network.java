package dev.carddelivery.application.simulation;

import java.time.Duration;

/** The way between the program and its partners. It loses, repeats, delays and reorders what it carries. */
final class Network {

    private static final int MOST_COPIES = 3;

    private final Nature nature;

    Network(Nature nature) {
        this.nature = nature;
    }

    /** Carries a message; {@code arrival} is what it does where it arrives, once, several times or never. */
    void carry(String message, Runnable arrival) {
        Chance chance = nature.chance();
        if (chance.of(nature.weather().lost())) {
            nature.note("lost on its way: " + message);
            return;
        }
        int copies = chance.of(nature.weather().repeated()) ? chance.between(2, MOST_COPIES) : 1;
        for (int copy = 0; copy < copies; copy++) {
            nature.later(chance.between(Duration.ZERO, nature.weather().delay()), () -> {
                nature.note("arrives: " + message);
                arrival.run();
            });
        }
    }
}
