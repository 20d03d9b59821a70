package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.Slice;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a list by time goes on: after this row.
 *
 * @param at the row's moment
 * @param id what tells rows of the same moment apart
 */
record Cursor(Instant at, String id) {

    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Reads a cursor that a client handed back.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Cursor parse(String encoded) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int separator = key.indexOf('|');
            return new Cursor(Instant.parse(key.substring(0, separator)), key.substring(separator + 1)).checked();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw unknown(e);
        }
    }

    /** The form that clients see, which means nothing to them. */
    String encode() {
        String key = at + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    UUID uuid() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown(e);
        }
    }

    /** A slice of at most {@code limit} rows; {@code found} has one more where the list goes on. */
    static <T> Slice<T> slice(Seq<T> found, int limit, Function<T, Cursor> cursor) {
        Seq<T> items = found.take(limit);
        return new Slice<>(
                items,
                Option.when(found.size() > limit, items)
                        .map(all -> cursor.apply(all.last()).encode()));
    }

    /** What the database could not even compare with. */
    private Cursor checked() {
        if (at.isBefore(Instant.EPOCH) || at.isAfter(FAR) || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Out of range");
        }
        return this;
    }

    private static IllegalArgumentException unknown(Exception cause) {
        return new IllegalArgumentException("The cursor is none that this list has returned", cause);
    }
}
