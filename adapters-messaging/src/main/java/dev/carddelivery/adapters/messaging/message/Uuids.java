package dev.carddelivery.adapters.messaging.message;

import io.vavr.control.Option;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads UUIDs as RFC 9562 writes them; Java's own reading lets groups be shorter. */
final class Uuids {

    private static final Pattern UUID_FORM =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private Uuids() {}

    static Option<UUID> parse(String text) {
        return Option.when(UUID_FORM.matcher(text).matches(), () -> UUID.fromString(text));
    }
}
