package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.DeadLetter.Act;
import dev.carddelivery.application.report.DeadLetter.Act.What;
import dev.carddelivery.application.report.DeadLetter.Reason;
import dev.carddelivery.application.report.DeadLetter.State;
import dev.carddelivery.application.report.ReceivedMessage;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link DeadLetters} do. */
public abstract class DeadLettersContract {

    private static final Instant NOON = Samples.MORNING.plusSeconds(10_000);

    private DeadLetters letters;

    /** Where no letter lies; asked for once in each test. */
    protected abstract DeadLetters noLetters() throws Exception;

    @BeforeEach
    void open() throws Exception {
        letters = noLetters();
    }

    @Test
    void aLetterIsKeptAsItIs() {
        DeadLetter letter = letter(Samples.MORNING);

        letters.add(letter);

        assertThat(letters.find(letter.id())).containsExactly(letter);
        assertThat(letters.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whatCanBeAbsentMayBe() {
        ReceivedMessage message = new ReceivedMessage("kafka", Option.none(), HashMap.empty(), Bytes.of(new byte[0]));
        DeadLetter letter = letter(message, Reason.CARD_NUMBER, Option.none());

        letters.add(letter);

        assertThat(letters.find(letter.id())).containsExactly(letter);
    }

    @Test
    void anyBytesAndAnyHeadersAreKept() {
        byte[] everyByte = new byte[256];
        Vector.range(0, 256).forEach(i -> everyByte[i] = (byte) (int) i);
        Map<String, String> headers =
                HashMap.of("content-type", "a \"b\" \\ 'c'", "ce_odd", "\0\n\u2028 Ж \uD83D\uDE00", "empty", "");
        ReceivedMessage message = new ReceivedMessage("webhook", Option.none(), headers, Bytes.of(everyByte));
        DeadLetter letter = letter(message, Reason.MALFORMED, Option.some("subject"));

        letters.add(letter);

        assertThat(letters.find(letter.id())).containsExactly(letter);
    }

    @Test
    void everyReasonAndEverySenderIsKept() {
        List<DeadLetter> all = List.of(Reason.values())
                .map(reason -> letter(message("because of " + reason), reason, Option.none()))
                .appendAll(List.of(Partner.values())
                        .map(partner -> letter(
                                new ReceivedMessage(
                                        "embedded", Option.some(partner), HashMap.empty(), Bytes.of(partner.name())),
                                Reason.REFUSED,
                                Option.none())));

        all.forEach(letters::add);

        assertThat(all)
                .allSatisfy(letter -> assertThat(letters.find(letter.id())).containsExactly(letter));
    }

    @Test
    void aLetterThatIsKeptAlreadyStaysAsItIs() {
        DeadLetter letter = letter(Samples.MORNING);
        letters.add(letter);

        letters.add(again(letter));

        assertThat(letters.find(letter.id())).containsExactly(letter);
        assertThat(inState(State.OPEN)).hasSize(1);
    }

    @Test
    void anActIsOnRecordWithTheStateItLeadsTo() {
        DeadLetter letter = kept(Samples.MORNING);
        Act discarded = new Act(NOON, "olga", What.DISCARD, "a test of theirs");

        assertThat(letters.act(letter.id(), discarded, State.DISCARDED)).isTrue();

        assertThat(letters.find(letter.id())).containsExactly(letter.with(discarded, State.DISCARDED));
        assertThat(inState(State.DISCARDED)).containsExactly(letter.id());
        assertThat(inState(State.OPEN)).isEmpty();
    }

    @Test
    void allActsAreOnRecordTheOldestFirst() {
        DeadLetter letter = kept(Samples.MORNING);
        DeadLetter other = kept(Samples.MORNING);
        // The clocks of two instances differ; what counts is what was done first.
        Act first = new Act(NOON, "olga", What.REPLAY, "no such order");
        Act second = new Act(NOON.minusSeconds(5), "oleg", What.REPLAY, "no such order");
        Act third = new Act(NOON.minusSeconds(2), "olga", What.REPLAY, "applied");

        letters.act(letter.id(), first, State.OPEN);
        letters.act(other.id(), first, State.OPEN);
        letters.act(letter.id(), second, State.OPEN);
        letters.act(letter.id(), third, State.REPLAYED);

        assertThat(letters.find(letter.id()).get().acts()).containsExactly(first, second, third);
        assertThat(letters.find(letter.id()).get().state()).isEqualTo(State.REPLAYED);
        assertThat(letters.find(other.id()).get().acts()).containsExactly(first);
    }

    @Test
    void whatCameOfAnActTakesThePlaceOfItsNote() {
        DeadLetter letter = kept(Samples.MORNING);
        Act begun = new Act(NOON, "olga", What.REPLAY, Act.BEGUN);
        Act other = new Act(NOON, "oleg", What.REPLAY, Act.BEGUN);
        letters.act(letter.id(), begun, State.OPEN);
        letters.act(letter.id(), other, State.OPEN);

        letters.conclude(letter.id(), begun, "no such order", State.OPEN);
        assertThat(letters.find(letter.id()))
                .containsExactly(
                        letter.with(begun.with("no such order"), State.OPEN).with(other, State.OPEN));

        letters.conclude(letter.id(), other, "applied", State.REPLAYED);
        assertThat(letters.find(letter.id()))
                .containsExactly(letter.with(begun.with("no such order"), State.OPEN)
                        .with(other.with("applied"), State.REPLAYED));
    }

    @Test
    void whatCameOfAnActIsOnRecordAlsoWhereSomebodyElseHasDecidedMeanwhile() {
        DeadLetter letter = kept(Samples.MORNING);
        DeadLetter bystander = kept(Samples.MORNING);
        Act begun = new Act(NOON, "olga", What.REPLAY, Act.BEGUN);
        Act discarded = new Act(NOON, "oleg", What.DISCARD, "a test of theirs");
        letters.act(letter.id(), begun, State.OPEN);
        letters.act(bystander.id(), begun, State.OPEN);
        letters.act(letter.id(), discarded, State.DISCARDED);

        letters.conclude(letter.id(), begun, "applied", State.REPLAYED);

        assertThat(letters.find(letter.id()))
                .containsExactly(letter.with(begun.with("applied"), State.OPEN).with(discarded, State.DISCARDED));
        assertThat(letters.find(bystander.id())).containsExactly(bystander.with(begun, State.OPEN));
    }

    @Test
    void ofEqualActsEachComesToItsEnd() {
        DeadLetter letter = kept(Samples.MORNING);
        Act begun = new Act(NOON, "olga", What.REPLAY, Act.BEGUN);
        letters.act(letter.id(), begun, State.OPEN);
        letters.act(letter.id(), begun, State.OPEN);

        letters.conclude(letter.id(), begun, "no such order", State.OPEN);
        letters.conclude(letter.id(), begun, "no such order", State.OPEN);

        assertThat(letters.find(letter.id()).get().acts().map(Act::note))
                .containsExactly("no such order", "no such order");
    }

    @Test
    void nothingIsDoneAboutALetterThatIsNotOpen() {
        DeadLetter letter = kept(Samples.MORNING);
        Act replayed = new Act(NOON, "olga", What.REPLAY, "applied");
        letters.act(letter.id(), replayed, State.REPLAYED);

        Act late = new Act(NOON, "oleg", What.DISCARD, "not needed");
        assertThat(letters.act(letter.id(), late, State.DISCARDED)).isFalse();
        assertThat(letters.act(UUID.randomUUID(), late, State.DISCARDED)).isFalse();

        assertThat(letters.find(letter.id())).containsExactly(letter.with(replayed, State.REPLAYED));
    }

    @Test
    void ofTwoWhoDecideAtOnceOneHasDecided() throws Exception {
        DeadLetter letter = kept(Samples.MORNING);

        Vector<Boolean> decided = Simultaneously.run(
                8,
                number -> () -> letters.act(
                        letter.id(), new Act(NOON, "operator " + number, What.DISCARD, "no"), State.DISCARDED));

        assertThat(decided.count(done -> done)).isEqualTo(1);
        assertThat(letters.find(letter.id()).get().acts().map(Act::by))
                .containsExactly("operator " + decided.indexOf(true));
    }

    @Test
    void aReplayedLetterThatIsLaidAsideOnceMoreIsOpenForTheNewReason() {
        DeadLetter letter = kept(Samples.MORNING);
        Act replayed = new Act(NOON, "olga", What.REPLAY, "parked");
        letters.act(letter.id(), replayed, State.REPLAYED);

        letters.add(again(letter));

        DeadLetter open = letters.find(letter.id()).get();
        assertThat(open).isEqualTo(letter.with(replayed, State.REPLAYED).reopened(again(letter)));
        assertThat(open.reason()).isEqualTo(Reason.EARLY_FOR_TOO_LONG);
        assertThat(open.receivedAt()).isEqualTo(Samples.MORNING);
        assertThat(inState(State.OPEN)).containsExactly(letter.id());
    }

    @Test
    void aDiscardedLetterStaysDiscarded() {
        DeadLetter letter = kept(Samples.MORNING);
        Act discarded = new Act(NOON, "olga", What.DISCARD, "a test of theirs");
        letters.act(letter.id(), discarded, State.DISCARDED);

        letters.add(again(letter));

        assertThat(letters.find(letter.id())).containsExactly(letter.with(discarded, State.DISCARDED));
    }

    @Test
    void theOldestComeFirst() {
        DeadLetter second = kept(Samples.MORNING.plusMillis(1));
        DeadLetter third = kept(NOON);
        DeadLetter first = kept(Samples.MORNING);

        assertThat(letters.list(State.OPEN, Option.none(), 10))
                .isEqualTo(new Slice<>(Vector.of(first.summary(), second.summary(), third.summary()), Option.none()));
    }

    @Test
    void pagesFollowEachOtherWhateverComesAndGoes() {
        Vector<DeadLetter> all = Vector.range(0, 5).map(i -> kept(Samples.MORNING.plusSeconds(i)));
        Slice<DeadLetter.Summary> first = letters.list(State.OPEN, Option.none(), 2);

        letters.act(all.get(0).id(), new Act(NOON, "olga", What.DISCARD, "no"), State.DISCARDED);
        kept(Samples.MORNING.minusSeconds(1));
        Slice<DeadLetter.Summary> second = letters.list(State.OPEN, first.nextCursor(), 2);
        Slice<DeadLetter.Summary> third = letters.list(State.OPEN, second.nextCursor(), 2);

        assertThat(first.items())
                .containsExactly(all.get(0).summary(), all.get(1).summary());
        assertThat(second.items())
                .containsExactly(all.get(2).summary(), all.get(3).summary());
        assertThat(third).isEqualTo(new Slice<>(Vector.of(all.get(4).summary()), Option.none()));
    }

    @Test
    void lettersOfOneMomentAreAllListed() {
        Vector<DeadLetter> all = Vector.fill(5, () -> kept(Samples.MORNING));

        Seq<UUID> listed = Vector.empty();
        Option<String> cursor = Option.none();
        do {
            Slice<DeadLetter.Summary> page = letters.list(State.OPEN, cursor, 2);
            listed = listed.appendAll(page.items().map(DeadLetter.Summary::id));
            cursor = page.nextCursor();
        } while (cursor.isDefined());

        assertThat(listed).containsExactlyInAnyOrderElementsOf(all.map(DeadLetter::id));
    }

    @Test
    void aCursorThatNobodyWasGivenIsRefused() {
        kept(Samples.MORNING);

        assertThatThrownBy(() -> letters.list(State.OPEN, Option.some("made up"), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsLaidAsideManyTimesAtOnceIsOneLetter() throws Exception {
        DeadLetter letter = letter(Samples.MORNING);

        Simultaneously.run(8, number -> () -> {
            letters.add(letter);
            return number;
        });

        assertThat(inState(State.OPEN)).containsExactly(letter.id());
        assertThat(letters.find(letter.id())).containsExactly(letter);
    }

    @Test
    void aLetterIsUncopiedUntilSomebodyHasACopy() {
        DeadLetter second = kept(NOON);
        DeadLetter first = kept(Samples.MORNING);
        DeadLetter third = kept(NOON.plusSeconds(1));
        assertThat(letters.uncopied(2)).containsExactly(first, second);

        letters.copied(first);
        letters.add(again(first));

        assertThat(letters.uncopied(10)).containsExactly(second, third);
    }

    @Test
    void nobodyNeedsACopyOfALetterThatIsDecidedAbout() {
        DeadLetter letter = kept(Samples.MORNING);
        DeadLetter tried = kept(NOON);
        Act failed = new Act(NOON, "olga", What.REPLAY, "no such order");
        letters.act(letter.id(), new Act(NOON, "olga", What.DISCARD, "a test of theirs"), State.DISCARDED);
        letters.act(tried.id(), failed, State.OPEN);

        assertThat(letters.uncopied(10)).containsExactly(tried.with(failed, State.OPEN));
    }

    @Test
    void aCopyOfALetterWhoseReplayIsUnderWayIsNoneOfWhatCameOfIt() {
        DeadLetter letter = kept(Samples.MORNING);
        Act begun = new Act(NOON, "olga", What.REPLAY, Act.BEGUN);
        letters.act(letter.id(), begun, State.OPEN);
        letters.conclude(letter.id(), begun, "no such order", State.OPEN);

        letters.copied(letter.with(begun, State.OPEN));
        assertThat(letters.uncopied(10)).containsExactly(letter.with(begun.with("no such order"), State.OPEN));

        letters.copied(letter.with(begun.with("no such order"), State.OPEN));
        assertThat(letters.uncopied(10)).isEmpty();
    }

    @Test
    void aLetterThatIsLaidAsideOnceMoreIsToBeCopiedOnceMore() {
        DeadLetter letter = kept(Samples.MORNING);
        letters.copied(letter);
        replayed(letter);
        assertThat(letters.uncopied(10)).isEmpty();

        letters.add(again(letter));

        assertThat(letters.uncopied(10))
                .containsExactly(letters.find(letter.id()).get());
    }

    @Test
    void aCopyOfWhatALetterWasIsNoneOfWhatItIsNow() {
        DeadLetter letter = kept(Samples.MORNING);
        DeadLetter replayed = replayed(letter);
        letters.copied(letter);
        letters.copied(replayed);

        letters.add(again(letter));
        letters.copied(letter);
        letters.copied(replayed);

        assertThat(letters.uncopied(10))
                .containsExactly(letters.find(letter.id()).get());
    }

    private DeadLetter replayed(DeadLetter letter) {
        letters.act(letter.id(), new Act(NOON, "olga", What.REPLAY, "parked"), State.REPLAYED);
        return letters.find(letter.id()).get();
    }

    private Seq<UUID> inState(State state) {
        return letters.list(state, Option.none(), 100).items().map(DeadLetter.Summary::id);
    }

    private DeadLetter kept(Instant receivedAt) {
        DeadLetter letter = letter(receivedAt);
        letters.add(letter);
        return letter;
    }

    private static DeadLetter letter(Instant receivedAt) {
        String order = UUID.randomUUID().toString();
        ReceivedMessage message = new ReceivedMessage(
                "kafka",
                Option.some(Partner.COURIER),
                HashMap.of("content-type", "application/json", "ce_id", "77"),
                Bytes.of("{\"order\":\"" + order + "\"}"));
        return new DeadLetter(
                UUID.randomUUID(),
                receivedAt,
                message,
                Reason.UNKNOWN_ORDER,
                "courier.lost was not taken",
                Option.some(order),
                State.OPEN,
                List.empty());
    }

    private static ReceivedMessage message(String body) {
        return new ReceivedMessage("kafka", Option.none(), HashMap.empty(), Bytes.of(body));
    }

    private static DeadLetter letter(ReceivedMessage message, Reason reason, Option<String> subject) {
        return new DeadLetter(
                UUID.randomUUID(),
                Samples.MORNING,
                message,
                reason,
                "what is wrong",
                subject,
                State.OPEN,
                List.empty());
    }

    /** The same letter, laid aside later for another reason. */
    private static DeadLetter again(DeadLetter letter) {
        return new DeadLetter(
                letter.id(),
                NOON,
                letter.message(),
                Reason.EARLY_FOR_TOO_LONG,
                "it has waited for too long",
                letter.subject(),
                State.OPEN,
                List.empty());
    }
}
