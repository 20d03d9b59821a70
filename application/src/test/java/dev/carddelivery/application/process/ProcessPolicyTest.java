package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.ReturnReason;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.Tuple;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessPolicyTest {

    /** What each event asks for; the recall, which depends on where the plastic is, has its own table. */
    private static final String TABLE = """
            OrderPlaced          IDENTITY_CHECK CUSTOMER_NOTIFY
            OrderChanged
            IdentityConfirmed
            OrderApproved        CUSTOMER_NOTIFY
            OrderRejected        CUSTOMER_NOTIFY
            ProductionRequested  CARD_PRODUCE
            ProductionAccepted
            ProductionRefused
            CardProduced         PARCEL_DISPATCH
            ParcelTracked        CUSTOMER_NOTIFY
            ParcelDelivered      CUSTOMER_NOTIFY
            ParcelRedirected     PARCEL_REDIRECT CUSTOMER_NOTIFY
            ParcelReturning      CUSTOMER_NOTIFY
            ParcelReturned       CARD_BLOCK CUSTOMER_NOTIFY
            ParcelLost           CARD_BLOCK CUSTOMER_NOTIFY
            CardActivated        CUSTOMER_NOTIFY
            ActivationRefused
            CardExpired          CARD_BLOCK CUSTOMER_NOTIFY
            OrderCancelled       CUSTOMER_NOTIFY
            RecallStarted        CARD_BLOCK CARD_STOP CUSTOMER_NOTIFY
            RecallCompleted      CUSTOMER_NOTIFY
            AttentionRaised
            ReportNoted
            """;

    private static final Map<String, List<Kind>> RULES = List.ofAll(TABLE.lines())
            .map(line -> List.of(line.split("\\s+")))
            .toMap(words -> Tuple.of(words.head(), words.tail().map(Kind::valueOf)));

    private static final OrderStory PLACED = OrderStory.placed();

    private static final CourierReport SENT_OFF = new CourierReport.Dispatched(Examples.PARCEL, Option.none());
    private static final CourierReport TURNED_BACK = new CourierReport.Returning(Examples.PARCEL, ReturnReason.OTHER);
    private static final CourierReport HANDED_OVER = new CourierReport.Delivered(Examples.PARCEL);

    static final List<OrderEvent> EVENTS = SampleEvents.ofEveryKind(PLACED.id());

    @ParameterizedTest
    @FieldSource("EVENTS")
    void eachEventAsksForWhatTheTableSays(OrderEvent event) {
        RecordedEvent recorded = new RecordedEvent(
                PLACED.id(), 7, event, PLACED.history().events().head().by());

        assertThat(ProcessPolicy.requests(recorded, PLACED.latest()))
                .isEqualTo(RULES.get(event.getClass().getSimpleName())
                        .get()
                        .map(kind -> new PartnerRequest(PLACED.id(), 7, kind)));
    }

    @Test
    void theTableAndTheExamplesKnowEveryEvent() {
        List<String> kinds = List.of(OrderEvent.class.getPermittedSubclasses()).map(Class::getSimpleName);

        assertThat(RULES.keySet()).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(EVENTS.map(event -> event.getClass().getSimpleName()).distinct())
                .containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void aParcelThatIsSentOffAlthoughItIsBeingStoppedIsCalledBack() {
        OrderStory sentOff = PLACED.inProduction().cancelled().reported(SENT_OFF);

        assertThat(requests(sentOff).map(PartnerRequest::kind)).containsExactly(Kind.PARCEL_RECALL);
        assertThat(requests(sentOff.reported(new CourierReport.InTransit(Examples.PARCEL))))
                .isEmpty();
    }

    static Stream<Arguments> recalls() {
        return Stream.of(
                Arguments.of(PLACED.inProduction(), List.of(Kind.CARD_BLOCK, Kind.CARD_STOP, Kind.CUSTOMER_NOTIFY)),
                Arguments.of(
                        PLACED.produced(),
                        List.of(Kind.CARD_BLOCK, Kind.CARD_STOP, Kind.PARCEL_RECALL, Kind.CUSTOMER_NOTIFY)),
                Arguments.of(PLACED.dispatched(), List.of(Kind.CARD_BLOCK, Kind.PARCEL_RECALL, Kind.CUSTOMER_NOTIFY)),
                Arguments.of(
                        PLACED.dispatched().attemptFailed(),
                        List.of(Kind.CARD_BLOCK, Kind.PARCEL_RECALL, Kind.CUSTOMER_NOTIFY)));
    }

    @ParameterizedTest
    @MethodSource("recalls")
    void aRecallFirstMakesTheCardInertAndThenStopsThePlasticWhereItIs(OrderStory before, List<Kind> kinds) {
        OrderStory recalled = before.cancelled();

        assertThat(requests(recalled).map(PartnerRequest::kind)).isEqualTo(kinds);
    }

    @Test
    void aFreeCancellationAsksNoPartnerForAnything() {
        assertThat(requests(PLACED.approved().cancelled()).map(PartnerRequest::kind))
                .containsExactly(Kind.CUSTOMER_NOTIFY);
    }

    @Test
    void aRequestHasOneNameForEver() {
        Function<Kind, PartnerRequest> request = kind -> new PartnerRequest(PLACED.id(), 3, kind);

        assertThat(request.apply(Kind.CARD_STOP).id())
                .isEqualTo(request.apply(Kind.CARD_STOP).id());
        assertThat(List.of(Kind.values()).map(request).map(PartnerRequest::id).distinct())
                .hasSize(Kind.values().length);
        assertThat(new PartnerRequest(PLACED.id(), 4, Kind.CARD_STOP).id())
                .isNotEqualTo(request.apply(Kind.CARD_STOP).id());
        assertThat(new PartnerRequest(OrderStory.placed().id(), 3, Kind.CARD_STOP).id())
                .isNotEqualTo(request.apply(Kind.CARD_STOP).id());
    }

    @Test
    void eachKindIsAskedOfItsPartner() {
        Map<Partner, List<Kind>> byPartner = List.of(Kind.values()).groupBy(Kind::partner);

        assertThat(byPartner.get(Partner.IDENTITY).get()).containsExactly(Kind.IDENTITY_CHECK);
        assertThat(byPartner.get(Partner.BUREAU).get())
                .containsExactly(Kind.CARD_PRODUCE, Kind.CARD_STOP, Kind.CARD_BLOCK);
        assertThat(byPartner.get(Partner.COURIER).get())
                .containsExactly(Kind.PARCEL_DISPATCH, Kind.PARCEL_REDIRECT, Kind.PARCEL_RECALL);
        assertThat(byPartner.get(Partner.NOTIFICATIONS).get()).containsExactly(Kind.CUSTOMER_NOTIFY);
    }

    static Stream<Arguments> waits() {
        OrderStory review = PLACED.reported(new IdentityReport.NeedsReview());
        OrderStory accepted = PLACED.inProduction().reported(new BureauReport.Accepted());
        OrderStory refused =
                PLACED.inProduction().reported(new BureauReport.Rejected(BureauReport.Reason.OUT_OF_STOCK));
        return Stream.of(
                Arguments.of(PLACED, HashSet.of(Kind.IDENTITY_CHECK)),
                Arguments.of(review, HashSet.empty()),
                Arguments.of(PLACED.approved(), HashSet.empty()),
                Arguments.of(PLACED.inProduction(), HashSet.of(Kind.CARD_PRODUCE)),
                Arguments.of(accepted, HashSet.empty()),
                Arguments.of(refused, HashSet.empty()),
                Arguments.of(PLACED.produced(), HashSet.of(Kind.PARCEL_DISPATCH)),
                Arguments.of(PLACED.dispatched(), HashSet.empty()),
                Arguments.of(PLACED.inProduction().cancelled(), HashSet.of(Kind.CARD_STOP, Kind.PARCEL_RECALL)),
                Arguments.of(PLACED.dispatched().cancelled(), HashSet.of(Kind.PARCEL_RECALL)),
                Arguments.of(PLACED.dispatched().cancelled().reported(TURNED_BACK), HashSet.empty()),
                Arguments.of(PLACED.dispatched().cancelled().reported(HANDED_OVER), HashSet.empty()),
                Arguments.of(PLACED.delivered(), HashSet.empty()));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void anOrderWaitsForTheAnswerThatMovesItOn(OrderStory story, Set<Kind> awaited) {
        assertThat(ProcessPolicy.awaited(story.latest())).isEqualTo(awaited);
    }

    private static List<PartnerRequest> requests(OrderStory story) {
        OrderRevision after = story.latest();
        return ProcessPolicy.requests(story.history().events().last(), after).toList();
    }
}
