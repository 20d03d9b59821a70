package dev.carddelivery.domain;

import dev.carddelivery.domain.card.CardDesign;
import dev.carddelivery.domain.card.CardReference;
import dev.carddelivery.domain.card.EmbossingName;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.delivery.DeliveryComment;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.person.Country;
import dev.carddelivery.domain.person.DocumentNumber;
import dev.carddelivery.domain.person.EmailAddress;
import dev.carddelivery.domain.person.IssuingAuthority;
import dev.carddelivery.domain.person.PersonName;
import dev.carddelivery.domain.person.PhoneNumber;
import dev.carddelivery.domain.person.UserId;
import dev.carddelivery.domain.testing.CardArbitraries;
import dev.carddelivery.domain.testing.DeliveryArbitraries;
import dev.carddelivery.domain.testing.PersonArbitraries;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;

/** The value objects that are one piece of text, seen from outside. */
enum TextValue {
    CARD_DESIGN(CardDesign::of, CardDesign::new, CardDesign::value, CardArbitraries::cardDesigns),
    CARD_REFERENCE(CardReference::of, CardReference::new, CardReference::value, CardArbitraries::cardReferences),
    COUNTRY(Country::of, Country::new, Country::code, PersonArbitraries::countries),
    DELIVERY_COMMENT(
            DeliveryComment::of, DeliveryComment::new, DeliveryComment::value, DeliveryArbitraries::deliveryComments),
    DOCUMENT_NUMBER(DocumentNumber::of, DocumentNumber::new, DocumentNumber::value, PersonArbitraries::documentNumbers),
    EMAIL_ADDRESS(EmailAddress::of, EmailAddress::new, EmailAddress::value, PersonArbitraries::emailAddresses),
    EMBOSSING_NAME(EmbossingName::of, EmbossingName::new, EmbossingName::value, CardArbitraries::embossingNames),
    ISSUING_AUTHORITY(
            IssuingAuthority::of,
            IssuingAuthority::new,
            IssuingAuthority::value,
            PersonArbitraries::issuingAuthorities),
    LAST4(Last4::of, Last4::new, Last4::value, CardArbitraries::last4s),
    PERSON_NAME(PersonName::of, PersonName::new, PersonName::value, PersonArbitraries::personNames),
    PHONE_NUMBER(PhoneNumber::of, PhoneNumber::new, PhoneNumber::value, PersonArbitraries::phoneNumbers),
    TRACKING_NUMBER(
            TrackingNumber::of, TrackingNumber::new, TrackingNumber::value, DeliveryArbitraries::trackingNumbers),
    USER_ID(UserId::of, UserId::new, UserId::value, PersonArbitraries::userIds);

    private final Function<String, Validation<Seq<Violation>, String>> factory;
    private final Function<String, String> constructor;
    private final Supplier<Arbitrary<String>> texts;

    <T> TextValue(
            Function<String, Validation<Seq<Violation>, T>> factory,
            Function<String, T> constructor,
            Function<T, String> text,
            Supplier<Arbitrary<T>> values) {
        this.factory = factory.andThen(made -> made.map(text));
        this.constructor = constructor.andThen(text);
        this.texts = () -> values.get().map(text);
    }

    /** The text inside the value that the factory makes of {@code text}, or what is wrong with it. */
    Validation<Seq<Violation>, String> parse(String text) {
        return factory.apply(text);
    }

    /** The text inside the value that the constructor makes of {@code text}; it throws otherwise. */
    String construct(String text) {
        return constructor.apply(text);
    }

    /** Texts inside generated values. */
    Arbitrary<String> texts() {
        return texts.get();
    }
}
