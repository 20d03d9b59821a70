package dev.carddelivery.adapters.jdbc;

import static dev.carddelivery.application.message.PartnerRequest.Kind.CARD_BLOCK;
import static dev.carddelivery.application.message.PartnerRequest.Kind.CARD_PRODUCE;
import static dev.carddelivery.application.message.PartnerRequest.Kind.CARD_STOP;
import static dev.carddelivery.application.message.PartnerRequest.Kind.PARCEL_DISPATCH;
import static dev.carddelivery.application.message.PartnerRequest.Partner.BUREAU;
import static dev.carddelivery.application.message.PartnerRequest.Partner.COURIER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.jdbc.JdbcBehaviours.Told;
import dev.carddelivery.adapters.jdbc.PendingMail.Progress;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcMailboxIT {

    private static final Progress SECOND_STEP = new Progress(1, false, Option.none());

    private static TestDatabase testDatabase;
    private static Database database;

    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private JdbcMailbox mailbox;
    private JdbcBehaviours behaviours;

    @BeforeAll
    static void openDatabase() {
        testDatabase = TestDatabase.create();
        database = testDatabase.open();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
        testDatabase.close();
    }

    @BeforeEach
    void anEmptyMailbox() throws Exception {
        testDatabase.execute("truncate partner_mailbox, partner_behaviours");
        mailbox = new JdbcMailbox(database, clock);
        behaviours = new JdbcBehaviours(database);
    }

    @Test
    void aRequestIsDueFromWhenItCameAndThenFromItsNextStepOn() {
        Mail produce = put(CARD_PRODUCE);
        assertThat(mailbox.due(Samples.MORNING.minusMillis(1), 10)).isEmpty();
        assertThat(mailbox.due(Samples.MORNING, 10))
                .containsExactly(new PendingMail(produce, 1, Progress.NONE, Samples.MORNING, Option.none()));

        Instant later = Samples.MORNING.plusSeconds(60);
        Progress decided = new Progress(3, true, Option.some(2));
        mailbox.advance(produce.id(), decided, later);

        assertThat(mailbox.due(later.minusMillis(1), 10)).isEmpty();
        assertThat(mailbox.due(later, 10)).containsExactly(new PendingMail(produce, 1, decided, later, Option.none()));
    }

    @Test
    void theLongestOverdueComesFirstThenWhoCameFirstAndNoMoreThanAskedFor() {
        Mail first = put(CARD_PRODUCE);
        clock.pass(Duration.ofSeconds(1));
        Mail second = mail(PARCEL_DISPATCH);
        Mail third = mail(CARD_BLOCK);
        mailbox.put(List.of(second, third));
        mailbox.advance(first.id(), SECOND_STEP, clock.instant().plusSeconds(1));
        clock.pass(Duration.ofSeconds(1));

        assertThat(due(2)).containsExactly(second, third);
        assertThat(due(3)).containsExactly(second, third, first);
    }

    @Test
    void whoIsAskedAgainWhileWorkingGoesOn() {
        Mail produce = put(CARD_PRODUCE);
        mailbox.advance(produce.id(), SECOND_STEP, clock.instant());
        clock.pass(Duration.ofSeconds(1));

        mailbox.put(List.of(produce));

        assertThat(mailbox.due(clock.instant(), 10))
                .containsExactly(new PendingMail(produce, 1, SECOND_STEP, Samples.MORNING, Option.none()));
    }

    @Test
    void whoIsAskedAgainAfterTheWorkBeginsAnewAndRemembersItsDecision() {
        Mail produce = put(CARD_PRODUCE);
        mailbox.advance(produce.id(), new Progress(2, true, Option.some(1)), clock.instant());
        mailbox.finish(produce.id());
        mailbox.advance(produce.id(), SECOND_STEP, clock.instant());
        assertThat(due(10)).isEmpty();
        clock.pass(Duration.ofSeconds(1));

        mailbox.put(List.of(produce, produce));

        Progress anew = new Progress(0, true, Option.none());
        assertThat(mailbox.due(clock.instant(), 10))
                .containsExactly(new PendingMail(produce, 2, anew, clock.instant(), Option.none()));
    }

    @Test
    void onlyTheGivenRequestsOfOneOrderAreWithdrawnAndForEver() {
        Mail produce = put(CARD_PRODUCE);
        Mail stop = new Mail(UUID.randomUUID(), produce.orderId(), CARD_STOP, "{}");
        Mail others = mail(CARD_PRODUCE);
        mailbox.put(List.of(stop, others));

        mailbox.withdraw(produce.orderId(), CARD_PRODUCE);
        mailbox.put(List.of(produce));

        assertThat(due(10)).containsExactly(stop, others);
    }

    @Test
    void whatWasDoneStaysFulfilledWhateverComesAfterIt() {
        Mail produce = put(CARD_PRODUCE);
        assertThat(mailbox.isFulfilled(produce.orderId(), CARD_PRODUCE)).isFalse();

        mailbox.finish(produce.id());
        assertThat(mailbox.isFulfilled(produce.orderId(), CARD_PRODUCE)).isTrue();
        assertThat(mailbox.isFulfilled(produce.orderId(), CARD_STOP)).isFalse();
        assertThat(mailbox.isFulfilled(Samples.newOrderId(), CARD_PRODUCE)).isFalse();

        mailbox.put(List.of(produce));
        mailbox.withdraw(produce.orderId(), CARD_PRODUCE);
        assertThat(mailbox.isFulfilled(produce.orderId(), CARD_PRODUCE)).isTrue();
    }

    @Test
    void whatWasWithdrawnOrRejectedIsNotFulfilled() {
        Mail withdrawn = put(CARD_PRODUCE);
        mailbox.withdraw(withdrawn.orderId(), CARD_PRODUCE);
        Mail rejected = put(CARD_PRODUCE);
        mailbox.advance(rejected.id(), new Progress(1, true, Option.none()), clock.instant());
        mailbox.finish(rejected.id());

        assertThat(mailbox.isFulfilled(withdrawn.orderId(), CARD_PRODUCE)).isFalse();
        assertThat(mailbox.isFulfilled(rejected.orderId(), CARD_PRODUCE)).isFalse();
    }

    @Test
    void bringingTheSameAtTheSameMomentPutsItInOnce() throws Exception {
        Mail produce = mail(CARD_PRODUCE);
        Mail block = mail(CARD_BLOCK);

        Simultaneously.run(16, number -> () -> {
            mailbox.put(number % 2 == 0 ? List.of(produce, block) : List.of(block, produce));
            return number;
        });

        assertThat(due(10)).containsExactlyInAnyOrder(produce, block);
    }

    @Test
    void whatIsPutInIsOnTheDiskBeforeItIsAcknowledged() throws Exception {
        testDatabase.execute("""
                create or replace function note_durability() returns trigger language plpgsql as
                $$ begin new.kind := current_setting('synchronous_commit'); return new; end $$;
                create or replace trigger note before insert on partner_mailbox
                for each row execute function note_durability()
                """);

        put(CARD_PRODUCE);

        testDatabase.execute("drop trigger note on partner_mailbox");
        assertThat(testDatabase.value("select kind from partner_mailbox")).isEqualTo("on");
    }

    @Test
    void aRequestComesWithHowItsPartnerWasToldToBehaveForItsOrder() {
        Mail one = put(CARD_PRODUCE);
        Mail another = put(CARD_PRODUCE);
        Mail parcel = put(PARCEL_DISPATCH);
        tell(BUREAU, Option.none(), "{\"lost\": 1}", Option.none());
        tell(BUREAU, Option.some(another.orderId()), "{}", Option.none());

        assertThat(mailbox.due(clock.instant(), 10)
                        .map(each -> List.of(each.mail(), each.behaviour().getOrNull())))
                .containsExactly(List.of(one, "{\"lost\": 1}"), List.of(another, "{}"), List.of(parcel, null));
    }

    @Test
    void requestsLieUntouchedWhileTheirPartnerIsSilent() {
        Mail one = put(CARD_PRODUCE);
        Mail another = put(CARD_PRODUCE);
        Mail parcel = put(PARCEL_DISPATCH);
        Instant later = clock.instant().plusSeconds(60);
        tell(BUREAU, Option.none(), "{}", Option.some(later));
        assertThat(due(10)).containsExactly(parcel);

        tell(BUREAU, Option.some(another.orderId()), "{}", Option.none());
        assertThat(due(10)).containsExactly(another, parcel);

        tell(BUREAU, Option.none(), "{}", Option.none());
        tell(BUREAU, Option.some(another.orderId()), "{}", Option.some(later));
        assertThat(due(10)).containsExactly(one, parcel);

        clock.pass(Duration.ofSeconds(60));
        assertThat(due(10)).containsExactly(one, another, parcel);
    }

    @Test
    void whatAPartnerWasToldCanBeReadReplacedAndTakenBack() {
        OrderId order = Samples.newOrderId();
        Told forAll = new Told(Option.none(), "{\"lost\": 1}", Option.some(Samples.MORNING));
        Told forOne = new Told(Option.some(order), "{}", Option.none());
        behaviours.tell(BUREAU, forOne);
        behaviours.tell(BUREAU, new Told(Option.none(), "{}", Option.none()));
        behaviours.tell(BUREAU, forAll);
        behaviours.tell(COURIER, forAll);

        assertThat(behaviours.of(BUREAU)).containsExactly(forAll, forOne);

        behaviours.forget(BUREAU);
        assertThat(behaviours.of(BUREAU)).isEmpty();
        assertThat(behaviours.of(COURIER)).containsExactly(forAll);
    }

    private void tell(Partner partner, Option<OrderId> order, String behaviour, Option<Instant> silentUntil) {
        behaviours.tell(partner, new Told(order, behaviour, silentUntil));
    }

    private Seq<Mail> due(int limit) {
        return mailbox.due(clock.instant(), limit).map(PendingMail::mail);
    }

    private Mail put(Kind kind) {
        Mail mail = mail(kind);
        mailbox.put(List.of(mail));
        return mail;
    }

    private static Mail mail(Kind kind) {
        return new Mail(UUID.randomUUID(), Samples.newOrderId(), kind, "{\"kind\": \"" + kind + "\"}");
    }
}
