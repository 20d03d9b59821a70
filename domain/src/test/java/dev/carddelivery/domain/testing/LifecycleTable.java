package dev.carddelivery.domain.testing;

import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.Status;
import io.vavr.Tuple;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.function.Function;

/**
 * What comes of each move at each status, in a table that needs no Java to be read. {@link LifecycleModel} adds the
 * little that an order remembers beside its status.
 */
public final class LifecycleTable {

    /**
     * A line per move: where it has which result and, after the bar, its result everywhere else. {@code with_courier}
     * and what begins with {@code before} stand for several statuses.
     *
     * <ul>
     *   <li>a status: the order goes there, also when it is there already
     *   <li>{@code stays}: something is recorded, and the order stays where it is
     *   <li>{@code once}: the same, but the second time the report is noted
     *   <li>{@code calls}: the same, and a person must look for this reason; noted if that person was called before
     *   <li>{@code contradicts}: the same, if the courier has named a parcel; else it turns back if it is recalled, or
     *       the report is noted
     *   <li>{@code unmade}: returned if no card was made or named by the courier, else calls
     *   <li>{@code unsent}: returned if the courier has named no parcel, else calls
     *   <li>{@code seen}: the parcel was seen somewhere; noted if it had turned back or was handed over before
     *   <li>{@code first_seen}: the same, if the courier has named no parcel; else noted
     *   <li>{@code turns_back}: it is on its way back; noted if it was before
     *   <li>{@code hands_over}: calls, and it is with the customer; noted if it was before
     *   <li>{@code summons}: calls, too, without a report to note; nothing if that person was called before
     *   <li>{@code overdue}: calls, too, for a deadline that nobody waits for any more afterwards
     *   <li>{@code proves}, {@code fails}: active, or one more wrong proof; refused while activation is locked
     *   <li>{@code repeats}: nothing if the customer took the order back before, else refused
     *   <li>{@code noted}, {@code nothing}, {@code refused}: the order stays as it is
     * </ul>
     */
    private static final String TABLE = """
            place                    | refused
            change                   verifying approved: stays | refused
            change_nothing           verifying approved: stays | refused
            change_after_cut_off     verifying: stays | refused
            cancel                   verifying approved: cancelled; in_production produced with_courier: recalling; \
                                     returning: recalling; recalling cancelled returned: repeats | refused
            prove_right              delivered: proves; active: nothing | refused
            prove_right_after_lock   delivered: active; active: nothing | refused
            prove_wrong              delivered: fails | refused
            identity_passed          verifying: approved | noted
            identity_failed          verifying: rejected | noted
            identity_needs_review    verifying: calls identity_review | noted
            bureau_accepted          before_production: refused; in_production: once | noted
            bureau_rejected          before_production: refused; in_production: calls production_refused; \
                                     recalling: unmade contradictory_reports | noted
            bureau_produced          before_production: refused; in_production: produced | noted
            bureau_stopped           before_production: refused; recalling: unmade contradictory_reports | noted
            bureau_destroyed         before_production: refused; recalling: unsent contradictory_reports | noted
            courier_dispatched       before_plastic: refused; produced with_courier: in_delivery; \
                                     recalling: seen | noted
            courier_in_transit       before_plastic: refused; produced with_courier: in_delivery; \
                                     recalling: seen | noted
            courier_out_for_delivery before_plastic: refused; produced with_courier: in_delivery; \
                                     recalling: seen | noted
            courier_waiting          before_plastic: refused; produced with_courier: awaiting_pickup; \
                                     recalling: seen | noted
            courier_attempt_failed   before_plastic: refused; produced with_courier: delivery_problem; \
                                     recalling: seen | noted
            courier_old_news         before_plastic: refused; produced: in_delivery; recalling: first_seen | noted
            courier_other_parcel     before_plastic: refused; produced: returning; \
                                     with_courier delivered returning recalling: contradicts contradictory_reports \
                                     | noted
            courier_delivered        before_plastic: refused; produced with_courier returning: delivered; \
                                     recalling: hands_over delivered_despite_recall | noted
            courier_returning        before_plastic: refused; produced with_courier delivered: returning; \
                                     recalling: turns_back | noted
            courier_returned         before_plastic: refused; \
                                     produced with_courier delivered returning recalling: returned | noted
            courier_lost             before_plastic: refused; \
                                     produced with_courier delivered returning recalling: lost | noted
            redirect                 produced with_courier: stays | refused
            call_support             cancelled rejected expired returned lost: nothing | summons partner_silent
            deadline_passed          verifying: overdue identity_overdue; approved: in_production; \
                                     in_production: overdue production_overdue; produced: overdue dispatch_overdue; \
                                     in_delivery delivery_problem: overdue delivery_overdue; \
                                     awaiting_pickup: overdue pickup_overdue; recalling: overdue recall_overdue; \
                                     returning: overdue return_overdue; delivered active: expired | nothing
            deadline_ahead           | nothing
            deadline_forgotten       | nothing
            """;

    private static final Map<Move, Line> LINES = List.ofAll(TABLE.lines()).toMap(Line::move, Line::of);

    private LifecycleTable() {}

    /** A change of status. */
    public record Transition(Status from, Status to) {}

    /** All changes of status that there can be, for whoever else claims to know them. */
    public static Set<Transition> transitions() {
        return List.of(Status.values())
                .flatMap(from -> LINES.values()
                        .flatMap(line -> line.at(from).destination())
                        .filter(to -> to != from)
                        .map(to -> new Transition(from, to)))
                .toLinkedSet();
    }

    /** What comes of {@code move} for an order at {@code status}. */
    static Result result(Status status, Move move) {
        return LINES.get(move).get().at(status);
    }

    /**
     * What comes of a move.
     *
     * @param word one of the words above
     * @param reason why a person must look, or empty
     */
    record Result(String word, String reason) {

        private static Result of(String text) {
            String[] words = text.strip().split(" ", 2);
            return new Result(words[0], words.length == 2 ? words[1] : "");
        }

        Option<Status> destination() {
            return word.equals("proves")
                    ? Option.some(Status.ACTIVE)
                    : List.of(Status.values()).find(status -> nameOf(status).equals(word));
        }

        Attention.Reason attention() {
            return Attention.Reason.valueOf(reason.toUpperCase(Locale.ROOT));
        }
    }

    private record Line(Map<Status, Result> results, Result elsewhere) {

        private static Move move(String line) {
            return Move.valueOf(line.split(" ", 2)[0].toUpperCase(Locale.ROOT));
        }

        private static Line of(String line) {
            String[] halves = line.split(" ", 2)[1].split("\\|", 2);
            Map<Status, Result> results = List.of(halves[0].split(";"))
                    .map(rule -> rule.split(":", 2))
                    .filter(rule -> rule.length == 2)
                    .flatMap(rule -> statuses(rule[0]).map(status -> Tuple.of(status, Result.of(rule[1]))))
                    .toMap(Function.identity());
            return new Line(results, Result.of(halves[1]));
        }

        private static List<Status> statuses(String words) {
            return List.of(words.replace("before_plastic", "before_production in_production")
                            .replace("before_production", "verifying approved")
                            .replace("with_courier", "in_delivery awaiting_pickup delivery_problem")
                            .strip()
                            .split(" "))
                    .map(word -> Status.valueOf(word.toUpperCase(Locale.ROOT)));
        }

        Result at(Status status) {
            return results.getOrElse(status, elsewhere);
        }
    }

    private static String nameOf(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
