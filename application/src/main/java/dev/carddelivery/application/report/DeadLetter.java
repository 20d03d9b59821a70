package dev.carddelivery.application.report;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.UUID;

/**
 * A message that could not be applied, kept until a person has decided about it.
 *
 * @param id derived from the message, so that the same message laid aside twice is one letter
 * @param receivedAt when it came in first
 * @param message the message as it came; without its bytes where these must not be kept
 * @param reason why it could not be applied
 * @param detail what is wrong, where, for a person
 * @param subject what the message says it is about: an order's id in most cases
 * @param state what became of it
 * @param acts what was done about it, oldest first
 */
public record DeadLetter(
        UUID id,
        Instant receivedAt,
        ReceivedMessage message,
        Reason reason,
        String detail,
        Option<String> subject,
        State state,
        Seq<Act> acts) {

    /** This letter after an act. */
    public DeadLetter with(Act act, State then) {
        return new DeadLetter(id, receivedAt, message, reason, detail, subject, then, acts.append(act));
    }

    /** This letter when it is known what came of an act. What somebody else has decided meanwhile stays decided. */
    public DeadLetter concluded(Act act, String note, State then) {
        int place = acts.lastIndexOf(act);
        return new DeadLetter(
                id,
                receivedAt,
                message,
                reason,
                detail,
                subject,
                state == State.OPEN ? then : state,
                acts.update(place, act.with(note)));
    }

    /** This letter when its message, which was replayed, has been laid aside once more as {@code again}. */
    public DeadLetter reopened(DeadLetter again) {
        return new DeadLetter(
                id, receivedAt, again.message, again.reason, again.detail, again.subject, State.OPEN, acts);
    }

    /** This letter in a list. */
    public Summary summary() {
        return new Summary(id, receivedAt, message.channel(), message.sender(), reason, detail, subject, state);
    }

    /** A letter in a list, where bodies would be too much. The components are those of the letter and its message. */
    public record Summary(
            UUID id,
            Instant receivedAt,
            String channel,
            Option<Partner> sender,
            Reason reason,
            String detail,
            Option<String> subject,
            State state) {}

    /** Why a message could not be applied. */
    public enum Reason {
        /** It is no CloudEvent, or its data is no JSON. */
        MALFORMED,
        /** No report of this type is known. */
        UNKNOWN_TYPE,
        /** It does not match its schema. */
        INVALID,
        /** It holds what looks like a card number; its bytes were not kept. */
        CARD_NUMBER,
        /** Its sender is not the partner whose report it claims to be. */
        WRONG_SENDER,
        /** There is no such order. */
        UNKNOWN_ORDER,
        /** Its id was used before for a report that says something else. */
        ID_REUSED,
        /** The order refuses it. */
        REFUSED,
        /** It came too early, and the order has not become ready for it. */
        EARLY_FOR_TOO_LONG,
        /** More about this order waits, or was heard without any effect, than any order needs. */
        TOO_MANY,
        /** This program failed at it, again and again if the fault lies in the order's data; its log has the cause. */
        FAILED
    }

    /** What became of a letter. */
    public enum State {
        OPEN,
        /** It was applied after all. */
        REPLAYED,
        /** A person decided that it is not needed. */
        DISCARDED
    }

    /**
     * What somebody did about a letter.
     *
     * @param at when
     * @param by who, the subject of a token
     * @param what what was done
     * @param note what came of it, or why; {@link #BEGUN} until that is known
     */
    public record Act(Instant at, String by, What what, String note) {

        /** The note of an act that has not come to an end, or whose end the program did not live to see. */
        public static final String BEGUN = "begun";

        /** This act with another note. */
        public Act with(String note) {
            return new Act(at, by, what, note);
        }

        /** The kinds of acts. */
        public enum What {
            REPLAY,
            DISCARD
        }
    }
}
