package dev.carddelivery.domain.testing;

import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.Status;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;

/**
 * The reference model of an order: {@link LifecycleTable}, and the little that an order remembers beside its status. It
 * shares no code with the decider and knows neither events nor moments, so that the two can be compared.
 *
 * @param status where the order is; none before it was placed
 * @param calling why a person must look, if one must
 * @param waiting whether a deadline runs
 * @param accepted whether the bureau has said that it took the job
 * @param wrongProofs how many proofs were wrong
 * @param takenBack whether the customer took the order back
 * @param cardMade whether there is plastic
 * @param parcelNamed whether the courier has named the parcel while it could matter
 * @param recalled what became of the parcel of an order that was taken back
 */
public record LifecycleModel(
        Option<Status> status,
        Option<Attention.Reason> calling,
        boolean waiting,
        boolean accepted,
        int wrongProofs,
        boolean takenBack,
        boolean cardMade,
        boolean parcelNamed,
        Recalled recalled) {

    /** No order yet. */
    public static final LifecycleModel UNPLACED =
            new LifecycleModel(Option.none(), Option.none(), false, false, 0, false, false, false, Recalled.SOMEWHERE);

    private static final int PROOFS_BEFORE_LOCK = 5;

    private static final Set<Status> WITH_COURIER = HashSet.of(
            Status.IN_DELIVERY, Status.AWAITING_PICKUP, Status.DELIVERY_PROBLEM, Status.DELIVERED, Status.RETURNING);

    /** Where the courier has left a recalled parcel. */
    enum Recalled {
        SOMEWHERE,
        TURNED_BACK,
        HANDED_OVER
    }

    /** What a move is met with. */
    public enum Answer {
        /** It is not possible; nothing is recorded. */
        REFUSED,
        /** All is as wished already; nothing is recorded. */
        NOTHING,
        /** A report that changes nothing is recorded. */
        NOTED,
        /** What happens is recorded. */
        RECORDED
    }

    /**
     * What comes of a move.
     *
     * @param answer what it is met with
     * @param after the order after it
     */
    public record Reply(Answer answer, LifecycleModel after) {}

    /** An order after {@code moves}, whether or not they came to anything. */
    public static LifecycleModel after(Seq<Move> moves) {
        return moves.foldLeft(UNPLACED, (model, move) -> model.reply(move).after());
    }

    /** What comes of {@code move}. */
    public Reply reply(Move move) {
        if (status.isEmpty()) {
            return move == Move.PLACE ? recorded(goTo(Status.VERIFYING)) : unchanged(Answer.REFUSED);
        }
        LifecycleTable.Result result = LifecycleTable.result(status.get(), move);
        return switch (result.word()) {
            case "refused" -> unchanged(Answer.REFUSED);
            case "nothing" -> unchanged(Answer.NOTHING);
            case "noted" -> unchanged(Answer.NOTED);
            case "stays" -> recorded(this);
            case "once" -> accepted ? unchanged(Answer.NOTED) : recorded(afterAcceptance());
            case "calls" -> callOnce(result.attention());
            case "contradicts" -> contradict(result.attention());
            case "unmade" -> cardMade || parcelNamed ? callOnce(result.attention()) : recorded(goTo(Status.RETURNED));
            case "unsent" -> parcelNamed ? callOnce(result.attention()) : recorded(goTo(Status.RETURNED));
            case "seen" -> recalled == Recalled.SOMEWHERE ? recorded(afterSighting(recalled)) : unchanged(Answer.NOTED);
            case "first_seen" -> parcelNamed ? unchanged(Answer.NOTED) : recorded(afterSighting(recalled));
            case "turns_back" -> turnBack();
            case "hands_over" ->
                recalled == Recalled.HANDED_OVER
                        ? unchanged(Answer.NOTED)
                        : recorded(afterSighting(Recalled.HANDED_OVER).afterCall(result.attention(), true));
            case "summons" ->
                calling.contains(result.attention())
                        ? unchanged(Answer.NOTHING)
                        : recorded(afterCall(result.attention(), waiting));
            case "overdue" -> waiting ? recorded(afterCall(result.attention(), false)) : unchanged(Answer.NOTHING);
            case "proves" -> isLocked() ? unchanged(Answer.REFUSED) : recorded(goTo(Status.ACTIVE));
            case "fails" -> isLocked() ? unchanged(Answer.REFUSED) : recorded(afterWrongProof());
            case "repeats" -> unchanged(takenBack ? Answer.NOTHING : Answer.REFUSED);
            default -> recorded(goTo(result.destination().get()));
        };
    }

    /** The moves that are recorded, and are more than a note; none once the order has ended. */
    public List<Move> sensibleMoves() {
        return List.of(Move.values()).filter(move -> reply(move).answer() == Answer.RECORDED);
    }

    private Reply unchanged(Answer answer) {
        return new Reply(answer, this);
    }

    private static Reply recorded(LifecycleModel after) {
        return new Reply(Answer.RECORDED, after);
    }

    private Reply callOnce(Attention.Reason reason) {
        // Whoever has said no is not waited for any more.
        boolean stillWaiting = waiting && reason != Attention.Reason.PRODUCTION_REFUSED;
        return calling.contains(reason) ? unchanged(Answer.NOTED) : recorded(afterCall(reason, stillWaiting));
    }

    private Reply contradict(Attention.Reason reason) {
        if (parcelNamed) {
            return callOnce(reason);
        }
        return status.contains(Status.RECALLING) ? turnBack() : unchanged(Answer.NOTED);
    }

    private Reply turnBack() {
        return recalled == Recalled.TURNED_BACK
                ? unchanged(Answer.NOTED)
                : recorded(afterSighting(Recalled.TURNED_BACK));
    }

    private boolean isLocked() {
        return wrongProofs == PROOFS_BEFORE_LOCK;
    }

    private LifecycleModel goTo(Status next) {
        boolean takesBack = next == Status.CANCELLED || next == Status.RECALLING;
        boolean turnedBack = status.contains(Status.RETURNING);
        return new LifecycleModel(
                Option.some(next),
                Option.none(),
                !next.isFinal(),
                false,
                0,
                takenBack || takesBack,
                cardMade || next == Status.PRODUCED,
                parcelNamed || WITH_COURIER.contains(next),
                turnedBack ? Recalled.TURNED_BACK : Recalled.SOMEWHERE);
    }

    private LifecycleModel afterAcceptance() {
        return new LifecycleModel(
                status, calling, waiting, true, wrongProofs, takenBack, cardMade, parcelNamed, recalled);
    }

    private LifecycleModel afterSighting(Recalled where) {
        return new LifecycleModel(status, Option.none(), true, accepted, wrongProofs, takenBack, cardMade, true, where);
    }

    private LifecycleModel afterCall(Attention.Reason reason, boolean stillWaiting) {
        return new LifecycleModel(
                status,
                Option.some(reason),
                stillWaiting,
                accepted && reason != Attention.Reason.PRODUCTION_REFUSED,
                wrongProofs,
                takenBack,
                cardMade,
                parcelNamed,
                recalled);
    }

    private LifecycleModel afterWrongProof() {
        int wrong = wrongProofs + 1;
        Option<Attention.Reason> call =
                wrong == PROOFS_BEFORE_LOCK ? Option.some(Attention.Reason.WRONG_PROOF) : calling;
        return new LifecycleModel(status, call, waiting, accepted, wrong, takenBack, cardMade, parcelNamed, recalled);
    }
}
