package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.DeadLetterView;
import dev.carddelivery.adapters.http.answer.PageView;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Bodies;
import dev.carddelivery.adapters.http.request.PageQuery;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.DeadLetter.State;
import dev.carddelivery.application.report.DeadLetterDesk;
import dev.carddelivery.application.report.DeadLetterDesk.Refusal;
import dev.carddelivery.application.report.DiscardReason;
import io.vavr.control.Either;
import java.util.UUID;

/** listDeadLetters, getDeadLetter, replayDeadLetter and discardDeadLetter. */
public record DeadLetterOperations(DeadLetters letters, DeadLetterDesk desk) {

    /** Lists letters in one state. */
    public Reply list(Request request) {
        State state = request.query("state", State.class).getOrElse(State.OPEN);
        return PageView.deadLetters(PageQuery.of(request).in((cursor, limit) -> letters.list(state, cursor, limit)));
    }

    /** Reads one letter with its message. */
    public Reply read(Request request) {
        return reply(letters.find(request.letterId()).toEither(Refusal.UNKNOWN_LETTER));
    }

    /** Takes its message in again. */
    public Reply replay(Request request) {
        return reply(desk.replay(request.letterId(), who(request)));
    }

    /** Decides that its message is not needed. */
    public Reply discard(Request request) {
        UUID letter = request.letterId();
        DiscardReason reason = Bodies.discardReason(request.json("application/json"));
        return reply(desk.discard(letter, who(request), reason));
    }

    private static String who(Request request) {
        return request.caller().user().value();
    }

    private static Reply reply(Either<Refusal, DeadLetter> letter) {
        return DeadLetterView.reply(letter.getOrElseThrow(DeadLetterOperations::problem));
    }

    private static ProblemException problem(Refusal refusal) {
        ProblemType type = switch (refusal) {
            case UNKNOWN_LETTER -> ProblemType.DEAD_LETTER_NOT_FOUND;
            case NOT_OPEN -> ProblemType.DEAD_LETTER_NOT_OPEN;
            case NOT_KEPT -> ProblemType.DEAD_LETTER_NOT_KEPT;
        };
        return type.problem().exception();
    }
}
