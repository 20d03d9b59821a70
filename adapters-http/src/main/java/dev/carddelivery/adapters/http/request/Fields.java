package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.security.Role;
import dev.carddelivery.application.report.DiscardReason;
import dev.carddelivery.domain.card.CardCurrency;
import dev.carddelivery.domain.card.CardDesign;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.card.EmbossingName;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.PaymentSystem;
import dev.carddelivery.domain.delivery.DeliveryComment;
import dev.carddelivery.domain.delivery.DeliveryMethod;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.person.Consent;
import dev.carddelivery.domain.person.Country;
import dev.carddelivery.domain.person.DocumentNumber;
import dev.carddelivery.domain.person.EmailAddress;
import dev.carddelivery.domain.person.IdentityDocument;
import dev.carddelivery.domain.person.IssuingAuthority;
import dev.carddelivery.domain.person.PersonName;
import dev.carddelivery.domain.person.PhoneNumber;
import dev.carddelivery.domain.person.UserId;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.UUID;
import java.util.regex.Pattern;

/** Each kind of value that a request's body can hold. */
final class Fields {

    private static final DateTimeFormatter HOUR_AND_MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)");
    private static final Duration LONGEST = Duration.ofDays(365);

    static final Field<OrderId> ORDER_ID = Field.text(Fields::orderId, new UUID(0, 0).toString());
    static final Field<CardType> CARD_TYPE = Field.word(CardType.class);
    static final Field<PaymentSystem> PAYMENT_SYSTEM = Field.name(PaymentSystem.class);
    static final Field<EmbossingName> EMBOSSING_NAME = Field.text(EmbossingName::of, "NN");
    static final Field<CardCurrency> CURRENCY = Field.name(CardCurrency.class);
    static final Field<CardDesign> DESIGN = Field.text(CardDesign::of, CardDesign.CLASSIC.value());
    static final Field<PersonName> PERSON_NAME = Field.text(PersonName::of, "N");
    static final Field<PhoneNumber> PHONE = Field.text(PhoneNumber::of, "+10000000");
    static final Field<EmailAddress> EMAIL = Field.text(EmailAddress::of, "n@example.org");
    static final Field<IdentityDocument.Type> DOCUMENT_TYPE = Field.word(IdentityDocument.Type.class);
    static final Field<DocumentNumber> DOCUMENT_NUMBER = Field.text(DocumentNumber::of, "0000");
    static final Field<IssuingAuthority> ISSUED_BY = Field.text(IssuingAuthority::of, "NN");
    static final Field<Consent> CONSENT = Field.word(Consent.class);
    static final Field<DeliveryMethod> DELIVERY_METHOD = Field.word(DeliveryMethod.class);
    static final Field<DeliveryComment> COMMENT = Field.text(DeliveryComment::of, "-");
    static final Field<CancelReason> CANCEL_REASON = Field.word(CancelReason.class);
    static final Field<DiscardReason> DISCARD_REASON = Field.text(DiscardReason::of, "-");
    static final Field<Last4> LAST4 = Field.text(Last4::of, "0000");
    static final Field<UserId> USER_ID = Field.text(UserId::of, "n");
    static final Field<Role> ROLE = Field.word(Role.class);
    static final Field<LocalTime> SLOT_FROM =
            Field.time(text -> LocalTime.parse(text, HOUR_AND_MINUTE), "time", LocalTime.MIN);
    static final Field<LocalTime> SLOT_TO =
            Field.time(text -> LocalTime.parse(text, HOUR_AND_MINUTE), "time", LocalTime.MAX);
    static final Field<Instant> TIMESTAMP = Field.time(Fields::instant, "timestamp", Instant.EPOCH);
    /** Stands in for itself with a country that has no rules of its own. */
    static final Field<Country> COUNTRY = Field.text(Country::of, "AQ");
    /** Any text; what it must look like depends on its surroundings. Six digits are right everywhere. */
    static final Field<String> ADDRESS_LINE = Field.text(Validation::valid, "000000");

    /** A probability. */
    static final Field<Double> SHARE = Field.number(1);

    static final Field<Boolean> FLAG = new Field<>(
            json -> json.isBoolean() ? Validation.valid(json.booleanValue()) : Field.wrong("wrong-type"), true);
    /** A number of calendar days. */
    static final Field<Double> DAYS = Field.number(365);

    static final Field<Duration> DURATION = Field.time(Fields::duration, "duration", Duration.ZERO);

    private Fields() {}

    /** A date; {@code standIn} is one that breaks no rule. */
    static Field<LocalDate> date(LocalDate standIn) {
        return Field.time(Fields::isoDate, "date", standIn);
    }

    /** As RFC 3339 has it; ISO 8601 and Java know more, such as years of many digits. */
    static Instant instant(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            throw new DateTimeException("Not a date and time of RFC 3339");
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    private static LocalDate isoDate(String text) {
        if (text.length() != 10) {
            throw new DateTimeException("Not of the form YYYY-MM-DD");
        }
        return LocalDate.parse(text);
    }

    private static Duration duration(String text) {
        Duration duration = Duration.parse(text);
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new DateTimeException("Negative or longer than a year");
        }
        return duration;
    }

    /** The UUID in its usual form, in any case. */
    static Option<UUID> uuid(String text) {
        if (text.length() != 36) {
            return Option.none();
        }
        try {
            UUID uuid = UUID.fromString(text);
            return Option.when(uuid.toString().equalsIgnoreCase(text), uuid);
        } catch (IllegalArgumentException unreadable) {
            return Option.none();
        }
    }

    private static Validation<Seq<Violation>, OrderId> orderId(String text) {
        return uuid(text)
                .map(OrderId::new)
                .map(Validation::<Seq<Violation>, OrderId>valid)
                .getOrElse(() -> Field.wrong("order-id"));
    }
}
