package dev.carddelivery.adapters.http.demo;

import io.vavr.control.Option;
import java.time.Instant;

/**
 * How a demo partner behaves. Each share is a probability, from 0 (never) to 1 (always).
 *
 * @param rejected share of the requests that it refuses
 * @param lost share of the reports that never arrive
 * @param repeated share of the reports that arrive twice
 * @param reordered share of the reports that arrive only after the one that follows them
 * @param contradictory share of the reports that are followed by one that says something else
 * @param delayDays how many calendar days each report comes late
 * @param silentUntil until when it does nothing at all
 */
public record Behaviour(
        double rejected,
        double lost,
        double repeated,
        double reordered,
        double contradictory,
        double delayDays,
        Option<Instant> silentUntil) {

    /** How a partner behaves that nobody said anything to. */
    public static final Behaviour NORMAL = new Behaviour(0, 0, 0, 0, 0, 0, Option.none());

    /** The same behaviour with another silence. */
    public Behaviour silentUntil(Option<Instant> until) {
        return new Behaviour(rejected, lost, repeated, reordered, contradictory, delayDays, until);
    }
}
