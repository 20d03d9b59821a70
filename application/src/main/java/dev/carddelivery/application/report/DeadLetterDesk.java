package dev.carddelivery.application.report;

import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.report.DeadLetter.Act;
import dev.carddelivery.application.report.DeadLetter.Act.What;
import dev.carddelivery.application.report.DeadLetter.State;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import io.vavr.control.Either;
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
     * Takes in the message again, as if it came now. Where that fails as before the letter stays open.
     *
     * @param by who wants it
     */
    public Either<Refusal, DeadLetter> replay(UUID id, String by) {
        return open(id).filterOrElse(
                        letter -> letter.reason() != DeadLetter.Reason.CARD_NUMBER, letter -> Refusal.NOT_KEPT)
                .flatMap(letter -> switch (intake.accept(letter.message())) {
                    case Outcome.LaidAside still -> act(id, by, What.REPLAY, still.detail(), State.OPEN);
                    case Outcome.Applied applied -> act(id, by, What.REPLAY, "applied", State.REPLAYED);
                    case Outcome.Parked parked -> act(id, by, What.REPLAY, "parked", State.REPLAYED);
                    case Outcome.Noted noted ->
                        act(id, by, What.REPLAY, "noted as " + word(noted.reason()), State.REPLAYED);
                });
    }

    /**
     * Decides that the message is not needed.
     *
     * @param by who decides
     */
    public Either<Refusal, DeadLetter> discard(UUID id, String by, DiscardReason why) {
        return open(id).flatMap(letter -> act(id, by, What.DISCARD, why.value(), State.DISCARDED));
    }

    private static String word(ReportNoted.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private Either<Refusal, DeadLetter> open(UUID id) {
        return letters.find(id)
                .toEither(Refusal.UNKNOWN_LETTER)
                .filterOrElse(letter -> letter.state() == State.OPEN, letter -> Refusal.NOT_OPEN);
    }

    private Either<Refusal, DeadLetter> act(UUID id, String by, What what, String note, State then) {
        return letters.act(id, new Act(clock.instant().truncatedTo(ChronoUnit.MICROS), by, what, note), then)
                ? Either.right(letters.find(id).get())
                : Either.left(Refusal.NOT_OPEN);
    }
}
