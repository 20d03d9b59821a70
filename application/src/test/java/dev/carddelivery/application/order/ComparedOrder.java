package dev.carddelivery.application.order;

import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.testing.ComparedJourney;
import dev.carddelivery.domain.testing.Journey;
import dev.carddelivery.domain.testing.Material;
import dev.carddelivery.domain.testing.Move;
import io.vavr.control.Either;

/**
 * What should become of one order.
 *
 * @param journey its life, compared with the reference model move by move
 * @param history what should be recorded of it
 */
record ComparedOrder(ComparedJourney journey, OrderHistory history) {

    static ComparedOrder of(Material material) {
        return new ComparedOrder(ComparedJourney.of(material), OrderHistory.NONE);
    }

    /** The same order after a move. */
    ComparedOrder make(Move move) {
        ComparedJourney moved = journey.make(move);
        Journey.Step step = moved.life().steps().last();
        Wish wish = new Wish(material(), step.command());
        return new ComparedOrder(moved, history.plus(id(), wish.by(), step.events()));
    }

    /** The wish by which the last move is made. */
    Wish lastWish() {
        return new Wish(material(), journey.life().steps().last().command());
    }

    /** How the last move should be answered. */
    Either<Refusal, Answer> lastAnswer() {
        return journey.life()
                .steps()
                .last()
                .verdict()
                .<Refusal>mapLeft(Refusal.ByOrder::new)
                .map(events -> new Answer(history.latest().get(), events, false));
    }

    /** The move that gets the order furthest. */
    Move onward() {
        return journey.life().onward();
    }

    boolean isPlaced() {
        return journey.life().status().isDefined();
    }

    OrderId id() {
        return material().id();
    }

    Material material() {
        return journey.life().material();
    }
}
