package dev.carddelivery.application.port;

import dev.carddelivery.application.report.DeadLetter;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.UUID;

/** Where messages lie that could not be applied. */
public interface DeadLetters {

    /**
     * Keeps a letter. One with this id that is kept already stays as it is, unless it was replayed: then its message
     * has come to nothing once more, and the letter is open again for the new reason, with all that was done about it.
     */
    void add(DeadLetter letter);

    /** The letter with this id. */
    Option<DeadLetter> find(UUID id);

    /**
     * Letters in this state, the oldest first.
     *
     * @param cursor where to go on; none for the beginning
     * @throws IllegalArgumentException when {@code cursor} is none that this list has given
     */
    Slice<DeadLetter.Summary> list(DeadLetter.State state, Option<String> cursor, int limit);

    /**
     * Records an act and the state it leads to. A letter that is not open stays as it is.
     *
     * @return whether the letter was open
     */
    boolean act(UUID id, DeadLetter.Act act, DeadLetter.State then);

    /**
     * Records what came of an act, in place of the note that it was recorded with, and the state that it leads to. What
     * somebody else has decided meanwhile stays decided.
     *
     * @param act as it was recorded
     */
    void conclude(UUID id, DeadLetter.Act act, String note, DeadLetter.State then);

    /** Open letters of which nobody else has been given a copy since they were laid aside last, the oldest first. */
    Seq<DeadLetter> uncopied(int limit);

    /**
     * Somebody else has a copy of this letter. Where anything has been done about it, or it was laid aside anew, since
     * it was {@code seen}, nothing changes: then it is to be copied once more.
     */
    void copied(DeadLetter seen);
}
