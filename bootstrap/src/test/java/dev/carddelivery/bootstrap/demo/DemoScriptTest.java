package dev.carddelivery.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.bootstrap.demo.DemoScript.Step;
import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.DeliveryMethod;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.order.ReturnReason;
import dev.carddelivery.domain.person.DocumentNumber;
import dev.carddelivery.domain.person.IdentityDocument;
import dev.carddelivery.domain.person.LegalInfo;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoScriptTest {

    private static final DemoScript SCRIPT = new DemoScript(Duration.ofSeconds(10));

    @Test
    void theCustomerIsKnownUnlessTheDocumentOrTheTesterSaysOtherwise() {
        DemoRequest check = Requests.request(Kind.IDENTITY_CHECK, OrderStory.placed());
        DemoRequest invalid = Requests.request(Kind.IDENTITY_CHECK, placed(withDocument("4510120000")));

        assertThat(SCRIPT.steps(check, false, false))
                .containsExactly(new Step(Duration.ofSeconds(3), new IdentityReport.Passed()));
        assertThat(reports(check, true)).containsExactly(new IdentityReport.Failed(IdentityReport.Reason.POLICY));
        assertThat(reports(invalid, false))
                .containsExactly(new IdentityReport.Failed(IdentityReport.Reason.DOCUMENT_INVALID));
    }

    @Test
    void theCardIsAcceptedAndMade() {
        DemoRequest produce = Requests.request(Kind.CARD_PRODUCE, OrderStory.placed());

        List<Step> steps = SCRIPT.steps(produce, false, false);

        assertThat(steps.map(Step::after)).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(15));
        assertThat(steps.head().report()).isEqualTo(new BureauReport.Accepted());
        var plastic = ((BureauReport.Produced) steps.last().report()).plastic();
        assertThat(plastic.reference().value()).isEqualTo("demo-" + produce.id());
        assertThat(plastic.expiry()).isEqualTo(YearMonth.of(2031, 11));
        assertThat(SCRIPT.steps(produce, false, false)).isEqualTo(steps);
        assertThat(reports(produce, true)).containsExactly(new BureauReport.Rejected(BureauReport.Reason.OUT_OF_STOCK));
    }

    @Test
    void whatIsMadeIsDestroyedAndWhatIsNotIsStopped() {
        DemoRequest unmade = Requests.request(
                Kind.CARD_STOP, OrderStory.placed().inProduction().cancelled());
        DemoRequest known =
                Requests.request(Kind.CARD_STOP, OrderStory.placed().produced().cancelled());

        assertThat(reports(unmade, false)).containsExactly(new BureauReport.Stopped());
        assertThat(SCRIPT.steps(unmade, false, true).map(Step::report)).containsExactly(new BureauReport.Destroyed());
        assertThat(reports(known, false)).containsExactly(new BureauReport.Destroyed());
    }

    @ParameterizedTest
    @EnumSource(names = {"CARD_BLOCK", "PARCEL_REDIRECT"})
    void someRequestsHaveNoAnswer(Kind kind) {
        assertThat(reports(Requests.request(kind, OrderStory.placed()), false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"COURIER", "POST"})
    void aParcelIsBroughtToTheDoor(DeliveryMethod method) {
        DemoRequest dispatch = Requests.request(Kind.PARCEL_DISPATCH, placed(withDelivery(method, "12")));

        assertThat(names(reports(dispatch, false)))
                .isEqualTo("courier.dispatched courier.in-transit courier.out-for-delivery courier.delivered");
        assertThat(names(reports(dispatch, true)))
                .isEqualTo(
                        "courier.dispatched courier.in-transit courier.out-for-delivery courier.returning courier.returned");
        assertThat(((CourierReport.Returning) reports(dispatch, true).get(3)).reason())
                .isEqualTo(ReturnReason.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"BRANCH", "PARCEL_LOCKER"})
    void aParcelWaitsAtAPoint(DeliveryMethod method) {
        DemoRequest dispatch = Requests.request(Kind.PARCEL_DISPATCH, placed(withDelivery(method, "404")));

        assertThat(names(reports(dispatch, false)))
                .isEqualTo("courier.dispatched courier.in-transit courier.waiting courier.delivered");
        assertThat(((CourierReport.Waiting) reports(dispatch, false).get(2)).until())
                .isEqualTo(Samples.MORNING.plusSeconds(90));
        assertThat(((CourierReport.Returning) reports(dispatch, true).get(3)).reason())
                .isEqualTo(ReturnReason.NOT_COLLECTED);
    }

    @Test
    void inApartment404NobodyIsAtHomeAtFirst() {
        DemoRequest dispatch =
                Requests.request(Kind.PARCEL_DISPATCH, placed(withDelivery(DeliveryMethod.COURIER, "404")));

        assertThat(names(reports(dispatch, false)))
                .isEqualTo("courier.dispatched courier.in-transit courier.out-for-delivery courier.attempt-failed"
                        + " courier.out-for-delivery courier.delivered");
    }

    @Test
    void aParcelIsBroughtBackIfThereIsOne() {
        DemoRequest none = Requests.request(
                Kind.PARCEL_RECALL, OrderStory.placed().produced().cancelled());
        DemoRequest underWay = Requests.request(
                Kind.PARCEL_RECALL, OrderStory.placed().dispatched().cancelled());

        assertThat(reports(none, false)).isEmpty();
        assertThat(reports(underWay, false)).containsExactly(new CourierReport.Returned(Examples.PARCEL));
    }

    @Test
    void aContradictionSaysSomethingElseOrTellsOfAnotherParcel() {
        List<PartnerReport> all = List.of(
                        Requests.request(Kind.IDENTITY_CHECK, OrderStory.placed()),
                        Requests.request(Kind.IDENTITY_CHECK, placed(withDocument("0000"))),
                        Requests.request(Kind.CARD_PRODUCE, OrderStory.placed()),
                        Requests.request(Kind.CARD_STOP, OrderStory.placed()),
                        Requests.request(Kind.PARCEL_DISPATCH, OrderStory.placed()))
                .flatMap(request -> reports(request, false));

        assertThat(all)
                .hasSize(9)
                .allSatisfy(report -> assertThat(contradictionOf(report))
                        .isNotEqualTo(
                                report instanceof CourierReport parcel
                                        ? parcel.trackingNumber().value()
                                        : report.name()));
    }

    private static String contradictionOf(PartnerReport report) {
        PartnerReport other = DemoScript.contradicting(report);
        return other instanceof CourierReport parcel ? parcel.trackingNumber().value() : other.name();
    }

    private static List<PartnerReport> reports(DemoRequest request, boolean rejected) {
        return SCRIPT.steps(request, rejected, false).map(Step::report);
    }

    private static String names(List<PartnerReport> reports) {
        return reports.map(PartnerReport::name).mkString(" ");
    }

    private static OrderStory placed(OrderContent content) {
        return OrderStory.placed(Samples.MORNING, Samples.ANNA, content);
    }

    private static OrderContent withDocument(String number) {
        OrderContent example = Examples.CONTENT;
        IdentityDocument document = example.legal().document();
        LegalInfo legal = new LegalInfo(
                example.legal().citizenship(),
                new IdentityDocument(
                        document.type(), new DocumentNumber(number), document.issuedOn(), document.issuedBy()),
                example.legal().consents());
        return new OrderContent(example.card(), example.holder(), legal, example.delivery());
    }

    private static OrderContent withDelivery(DeliveryMethod method, String apartment) {
        OrderContent example = Examples.CONTENT;
        Address address = new Address(
                Examples.ADDRESS.country(),
                Examples.ADDRESS.postalCode(),
                Examples.ADDRESS.region(),
                Examples.ADDRESS.city(),
                Examples.ADDRESS.street(),
                Examples.ADDRESS.house(),
                Option.some(apartment));
        return new OrderContent(
                example.card(),
                example.holder(),
                example.legal(),
                new DeliveryPlan(method, address, Option.none(), Option.none()));
    }
}
