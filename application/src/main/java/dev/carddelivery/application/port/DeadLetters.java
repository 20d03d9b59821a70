package dev.carddelivery.application.port;

import dev.carddelivery.application.report.DeadLetter;
import io.vavr.control.Option;
import java.util.UUID;

/** Where messages lie that could not be applied. */
public interface DeadLetters {

    /** Keeps a letter. Where one with this id is kept already, nothing changes. */
    void add(DeadLetter letter);

    /** The letter with this id. */
    Option<DeadLetter> find(UUID id);

    /**
     * Letters in this state, the oldest first.
     *
     * @param cursor where to go on; none for the beginning
     * @throws IllegalArgumentException when {@code cursor} is none that this list has given
     */
    Slice<DeadLetter> list(DeadLetter.State state, Option<String> cursor, int limit);

    /**
     * Records an act and the state it leads to. A letter that is not open stays as it is.
     *
     * @return whether the letter was open
     */
    boolean act(UUID id, DeadLetter.Act act, DeadLetter.State then);
}
