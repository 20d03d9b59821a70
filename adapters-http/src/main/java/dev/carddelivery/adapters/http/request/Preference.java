package dev.carddelivery.adapters.http.request;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client prefers (RFC 7240), as far as this API knows it. */
public final class Preference {

    /** Longer than that no request is held back. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?:;.*)?");

    private Preference() {}

    /** How long the client is willing to wait, at most {@link #LONGEST_WAIT}; the first {@code wait} counts. */
    public static Option<Duration> longestWait(String prefer) {
        for (String preference : prefer.split(",", -1)) {
            Matcher wait = WAIT.matcher(preference.strip().toLowerCase(java.util.Locale.ROOT));
            if (wait.matches()) {
                Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
                return Option.some(asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT);
            }
        }
        return Option.none();
    }
}
