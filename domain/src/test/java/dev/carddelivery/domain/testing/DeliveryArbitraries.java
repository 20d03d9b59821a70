package dev.carddelivery.domain.testing;

import static dev.carddelivery.domain.testing.Texts.CAPITALS;
import static dev.carddelivery.domain.testing.Texts.DIGITS;
import static dev.carddelivery.domain.testing.Texts.optional;
import static dev.carddelivery.domain.testing.Texts.valid;

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
import dev.carddelivery.domain.person.Country;
import io.vavr.control.Validation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.DateTimes;
import net.jqwik.time.api.Dates;

/** Valid addresses, wishes and parcels. */
public final class DeliveryArbitraries {

    /** Any slot is still ahead as long as the parcel of an order placed on {@link Timeline#TODAY} is under way. */
    private static final LocalDate FIRST_SLOT = Timeline.TODAY.plusYears(2);

    private static final LocalDate LAST_SLOT = LocalDate.of(2036, 2, 29);

    private static final Instant FIRST_MOMENT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("2036-12-31T23:59:59.999999Z");

    private DeliveryArbitraries() {}

    /** Addresses in Russia and elsewhere, each by the rules of its country. */
    public static Arbitrary<Address> addresses() {
        return PersonArbitraries.countries()
                .flatMap(country -> Combinators.combine(
                                postalCodes(country),
                                optional(Texts.line(1, 100)),
                                Texts.line(1, 100),
                                Texts.line(1, 150),
                                Texts.line(1, 20),
                                optional(Texts.line(1, 20)))
                        .as((postalCode, region, city, street, house, apartment) ->
                                Address.of(country, postalCode, region, city, street, house, apartment)))
                .filter(Validation::isValid)
                .map(Validation::get);
    }

    public static Arbitrary<DeliveryComment> deliveryComments() {
        return valid(Texts.line(1, 300), DeliveryComment::of);
    }

    public static Arbitrary<DeliverySlot> deliverySlots() {
        return Combinators.combine(
                        Dates.dates().between(FIRST_SLOT, LAST_SLOT),
                        Arbitraries.integers().between(0, 24 * 60 - 2),
                        Arbitraries.integers().between(1, 24 * 60 - 1))
                .as((date, from, minutes) ->
                        new DeliverySlot(date, minuteOfDay(from), minuteOfDay(Math.min(from + minutes, 24 * 60 - 1))));
    }

    public static Arbitrary<DeliveryPlan> deliveryPlans() {
        return Combinators.combine(
                        Arbitraries.of(DeliveryMethod.class),
                        addresses(),
                        optional(deliverySlots()),
                        optional(deliveryComments()))
                .as(DeliveryPlan::new);
    }

    public static Arbitrary<TrackingNumber> trackingNumbers() {
        return valid(Texts.of(4, 40, CAPITALS + DIGITS + "-"), TrackingNumber::of);
    }

    /** Moments of about ten years, as exact as a database keeps them. */
    public static Arbitrary<Instant> instants() {
        return DateTimes.instants().between(FIRST_MOMENT, LAST_MOMENT).ofPrecision(ChronoUnit.MICROS);
    }

    /** Promises of up to a year, some of them of one moment. */
    public static Arbitrary<TimeWindow> timeWindows() {
        return Combinators.combine(
                        instants(),
                        Arbitraries.longs().between(0, Duration.ofDays(365).toSeconds()))
                .as((from, seconds) -> new TimeWindow(from, from.plusSeconds(seconds)));
    }

    public static Arbitrary<FailedAttempt> failedAttempts() {
        Arbitrary<Integer> visits = Arbitraries.integers().between(1, 5);
        return Combinators.combine(visits, visits, Arbitraries.of(FailedAttempt.Reason.class))
                .as((one, other, reason) -> new FailedAttempt(Math.min(one, other), Math.max(one, other), reason));
    }

    public static Arbitrary<Shipment> shipments() {
        return Combinators.combine(trackingNumbers(), Arbitraries.of(Leg.class), optional(failedAttempts()), instants())
                .as(Shipment::new);
    }

    private static Arbitrary<String> postalCodes(Country country) {
        return country.equals(Country.RU) ? Texts.of(6, 6, DIGITS) : Texts.of(2, 12, CAPITALS + DIGITS + " -");
    }

    private static LocalTime minuteOfDay(int minute) {
        return LocalTime.ofSecondOfDay(minute * 60L);
    }
}
