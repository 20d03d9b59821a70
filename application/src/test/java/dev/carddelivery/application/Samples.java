package dev.carddelivery.application;

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
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderId;
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

/** What a test needs that needs some order, and no particular one. */
public final class Samples {

    /** When the tests' stories begin; as fine as a stored instant can be. */
    public static final Instant MORNING = Instant.parse("2026-11-22T09:15:30.123457Z");

    /** A customer. */
    public static final UserId ANNA = new UserId("anna");

    /** Another customer. */
    public static final UserId BORIS = new UserId("boris");

    /** The digits on every sample card. */
    public static final Last4 LAST4 = new Last4("1234");

    /** The sample card. */
    public static final Plastic PLASTIC =
            new Plastic(new CardReference("bureau:c-1"), LAST4, YearMonth.of(2031, 11));

    /** The sample parcel. */
    public static final TrackingNumber PARCEL = new TrackingNumber("RU-0001");

    private Samples() {}

    /** A name for an order that nobody used before. */
    public static OrderId newOrderId() {
        return new OrderId(UUID.randomUUID());
    }

    /** A name for a wish that nobody used before. */
    public static CommandId newCommandId() {
        return new CommandId(UUID.randomUUID());
    }

    /** What Ivan Petrov fills in for a credit card. */
    public static OrderContent content() {
        return content(CardType.CREDIT);
    }

    /** What Ivan Petrov fills in for a card of this type. */
    public static OrderContent content(CardType type) {
        Contact contact = new Contact(
                new PhoneNumber("+79161234567"), Option.some(new EmailAddress("ivan@example.org")));
        return new OrderContent(
                new CardSpec(
                        type,
                        PaymentSystem.MIR,
                        new EmbossingName("IVAN PETROV"),
                        CardCurrency.RUB,
                        CardDesign.CLASSIC),
                new Cardholder(
                        new PersonName("Иван"),
                        new PersonName("Петров"),
                        Option.some(new PersonName("Сергеевич")),
                        LocalDate.of(1990, 4, 12),
                        contact),
                new LegalInfo(
                        Country.RU,
                        new IdentityDocument(
                                IdentityDocument.Type.PASSPORT,
                                new DocumentNumber("4510123456"),
                                LocalDate.of(2010, 5, 20),
                                new IssuingAuthority("ОВД Тверской")),
                        HashSet.of(Consent.PERSONAL_DATA, Consent.CARD_TERMS)),
                new DeliveryPlan(
                        DeliveryMethod.COURIER,
                        new Address(
                                Country.RU,
                                "125009",
                                Option.some("Москва"),
                                "Москва",
                                "Тверская",
                                "7",
                                Option.some("12")),
                        Option.some(new DeliverySlot(
                                LocalDate.of(2026, 12, 1), LocalTime.of(10, 0), LocalTime.of(14, 0))),
                        Option.some(new DeliveryComment("домофон 12"))));
    }
}
