package dev.carddelivery.application.report;

import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.report.DeadLetter.Act;
import dev.carddelivery.application.report.DeadLetter.Act.What;
import dev.carddelivery.application.report.DeadLetter.State;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/** Where people decide about messages that could not be applied. Each act is on record with the letter. */
public final class DeadLetterDesk {

    private final DeadLetters letters;
    private final ReportIntake intake;
    private final InstantSource clock;

    public DeadLetterDesk(DeadLetters letters, ReportIntake intake, InstantSource clock) {
        this.letters = letters;
        this.intake = intake;
        this.clock = clock;
    }

    /** Why nothing was done about a letter. */
    public enum Refusal {
        UNKNOWN_LETTER,
        /** Somebody has decided about it already. */
        NOT_OPEN,
        /** Its bytes were not kept, so there is nothing to replay. */
        NOT_KEPT
    }

    /**
     * Takes in the message again, as if it came now. Where that fails as before the letter stays open. The act is on
     * record before anything comes of it, so also when the program dies, or somebody else decides, in the middle of it.
     *
     * @param by who wants it
     */
    public Either<Refusal, DeadLetter> replay(UUID id, String by) {
        Act act = new Act(now(), by, What.REPLAY, Act.BEGUN);
        return open(id).filterOrElse(
                        letter -> letter.reason() != DeadLetter.Reason.CARD_NUMBER, letter -> Refusal.NOT_KEPT)
                .flatMap(letter -> act(id, act, State.OPEN))
                .map(begun -> {
                    Outcome outcome = intake.accept(begun.message());
                    boolean still = outcome instanceof Outcome.LaidAside;
                    letters.conclude(id, act, note(outcome), still ? State.OPEN : State.REPLAYED);
                    if (outcome instanceof Outcome.Parked) {
                        // It may have been laid aside since, which did nothing to a letter that was open.
                        intake.accept(begun.message());
                    }
                    return letters.find(id).get();
                });
    }

    /**
     * Decides that the message is not needed.
     *
     * @param by who decides
     */
    public Either<Refusal, DeadLetter> discard(UUID id, String by, DiscardReason why) {
        return open(id).flatMap(letter -> act(id, new Act(now(), by, What.DISCARD, why.value()), State.DISCARDED));
    }

    private static String note(Outcome outcome) {
        return switch (outcome) {
            case Outcome.LaidAside still -> still.detail();
            case Outcome.Applied applied -> "applied";
            case Outcome.Parked parked -> "parked";
            case Outcome.Noted noted -> "noted as " + noted.reason().name().toLowerCase(Locale.ROOT);
        };
    }

    private Either<Refusal, DeadLetter> open(UUID id) {
        return letters.find(id)
                .toEither(Refusal.UNKNOWN_LETTER)
                .filterOrElse(letter -> letter.state() == State.OPEN, letter -> Refusal.NOT_OPEN);
    }

    private Either<Refusal, DeadLetter> act(UUID id, Act act, State then) {
        return letters.act(id, act, then) ? Either.right(letters.find(id).get()) : Either.left(Refusal.NOT_OPEN);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
