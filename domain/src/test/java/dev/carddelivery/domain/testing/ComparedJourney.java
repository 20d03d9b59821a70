package dev.carddelivery.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Seq;

/**
 * A journey beside which the reference model goes; where the two part, the move fails with an {@link AssertionError}.
 *
 * @param life the order as the decider sees it
 * @param model the order as the model sees it
 */
public record ComparedJourney(Journey life, LifecycleModel model) {

    /** Nothing has happened yet. */
    public static ComparedJourney of(Material material) {
        return new ComparedJourney(Journey.of(material), LifecycleModel.UNPLACED);
    }

    /** Both one move further. */
    public ComparedJourney make(Move move) {
        LifecycleModel.Reply expected = model.reply(move);
        Journey moved = life.make(move);
        assertThat(moved.steps().last().answer())
                .as("answer to %s of %s", move, model)
                .isEqualTo(expected.answer());
        assertThat(moved.status().toJavaOptional())
                .as("status after %s of %s", move, model)
                .isEqualTo(expected.after().status().toJavaOptional());
        assertThat(moved.calling().toJavaOptional())
                .as("attention after %s of %s", move, model)
                .isEqualTo(expected.after().calling().toJavaOptional());
        return new ComparedJourney(moved, expected.after());
    }

    /** Both some moves further. */
    public ComparedJourney make(Seq<Move> moves) {
        return moves.foldLeft(this, ComparedJourney::make);
    }
}
