package dev.carddelivery.domain.testing;

import dev.carddelivery.domain.card.CardCurrency;
import dev.carddelivery.domain.card.CardDesign;
import dev.carddelivery.domain.card.CardReference;
import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.card.EmbossingName;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.PaymentSystem;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.DeliveryComment;
import dev.carddelivery.domain.delivery.DeliveryMethod;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.delivery.DeliverySlot;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.ReturnReason;
import dev.carddelivery.domain.person.Cardholder;
import dev.carddelivery.domain.person.Consent;
import dev.carddelivery.domain.person.Contact;
import dev.carddelivery.domain.person.Country;
import dev.carddelivery.domain.person.DocumentNumber;
import dev.carddelivery.domain.person.EmailAddress;
import dev.carddelivery.domain.person.IdentityDocument;
import dev.carddelivery.domain.person.IssuingAuthority;
import dev.carddelivery.domain.person.LegalInfo;
import dev.carddelivery.domain.person.PersonName;
import dev.carddelivery.domain.person.PhoneNumber;
import dev.carddelivery.domain.person.UserId;
import io.vavr.collection.HashSet;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.UUID;

/** One order that is good in every part, for tests in which the parts do not matter. */
public final class Examples {

    public static final OrderId ORDER_ID = new OrderId(UUID.fromString("019aa0c0-7c1e-7d3a-9a53-6f0b7a1c2d3e"));

    public static final UserId OWNER = new UserId("ivan");

    public static final CardSpec CARD = new CardSpec(
            CardType.CREDIT, PaymentSystem.MIR, new EmbossingName("IVAN PETROV"), CardCurrency.RUB, CardDesign.CLASSIC);

    public static final Cardholder HOLDER = new Cardholder(
            new PersonName("Иван"),
            new PersonName("Петров"),
            Option.some(new PersonName("Сергеевич")),
            LocalDate.parse("1990-04-12"),
            new Contact(new PhoneNumber("+79161234567"), Option.some(new EmailAddress("ivan@example.org"))));

    public static final LegalInfo LEGAL = new LegalInfo(
            Country.RU,
            new IdentityDocument(
                    IdentityDocument.Type.PASSPORT,
                    new DocumentNumber("4510123456"),
                    LocalDate.parse("2010-05-20"),
                    new IssuingAuthority("ОВД Тверской")),
            HashSet.of(Consent.PERSONAL_DATA, Consent.CARD_TERMS));

    public static final Address ADDRESS =
            new Address(Country.RU, "125009", Option.some("Москва"), "Москва", "Тверская", "7", Option.some("12"));

    public static final DeliveryPlan DELIVERY = new DeliveryPlan(
            DeliveryMethod.COURIER,
            ADDRESS,
            Option.some(new DeliverySlot(LocalDate.parse("2026-12-01"), LocalTime.of(10, 0), LocalTime.of(14, 0))),
            Option.some(new DeliveryComment("домофон 12")));

    public static final OrderContent CONTENT = new OrderContent(CARD, HOLDER, LEGAL, DELIVERY);

    /** What the example customer would rather have; every part of it differs from {@link #CONTENT}. */
    public static final EditableContent EDIT = new EditableContent(
            new EmbossingName("I.S. PETROV"),
            new CardDesign("winter-2026"),
            new Contact(new PhoneNumber("+79031112233"), Option.none()),
            new DeliveryPlan(DeliveryMethod.BRANCH, ADDRESS, Option.none(), Option.none()));

    public static final Plastic PLASTIC =
            new Plastic(new CardReference("bureau:77-abc"), new Last4("4242"), YearMonth.of(2029, 11));

    public static final TrackingNumber PARCEL = new TrackingNumber("CD-2026-000123");

    public static final FailedAttempt ATTEMPT = new FailedAttempt(1, 3, FailedAttempt.Reason.NOT_AT_HOME);

    public static final TimeWindow COURIERS_ETA =
            new TimeWindow(Instant.parse("2026-12-01T07:00:00Z"), Instant.parse("2026-12-01T15:00:00Z"));

    /** All of the above, for making commands of it. */
    public static final Material MATERIAL = new Material(
            ORDER_ID,
            OWNER,
            CONTENT,
            EDIT,
            PLASTIC,
            new Material.Parcel(PARCEL, ATTEMPT, Option.some(COURIERS_ETA)),
            new Material.Reasons(
                    CancelReason.CHANGED_MY_MIND,
                    IdentityReport.Reason.DATA_MISMATCH,
                    BureauReport.Reason.OUT_OF_STOCK,
                    ReturnReason.NOT_COLLECTED));

    private Examples() {}

    /** The example parcel, seen by the courier on {@code leg}, where no visit has failed yet. */
    public static Shipment seen(Leg leg, Instant seenAt) {
        return new Shipment(PARCEL, leg, Option.none(), seenAt);
    }
}
