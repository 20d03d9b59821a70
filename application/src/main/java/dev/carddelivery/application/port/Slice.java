package dev.carddelivery.application.port;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * A part of a long list.
 *
 * @param items what was found
 * @param nextCursor where the list goes on, to be handed back as it is; none at its end
 */
public record Slice<T>(Seq<T> items, Option<String> nextCursor) {}
