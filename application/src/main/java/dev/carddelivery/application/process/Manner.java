package dev.carddelivery.application.process;

import io.vavr.collection.Seq;
import java.util.function.Consumer;

/**
 * In which manner the same is done to several things: {@linkplain SideBySide#forEach side by side} in a program, one
 * after another where all that happens must be repeatable.
 */
@FunctionalInterface
public interface Manner {

    /** Gives each item to {@code work}, and returns when all of it is done. */
    <T> void forEach(Seq<T> items, Consumer<T> work);
}
