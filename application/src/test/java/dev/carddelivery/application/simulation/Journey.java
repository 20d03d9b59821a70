package dev.carddelivery.application.simulation;

import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.ReturnReason;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.Consumer;

/** The way of one parcel, to the customer or back. */
final class Journey {

    private static final Duration USUAL_LEG = Duration.ofHours(18);
    private static final Duration PICKUP = Duration.ofDays(5);
    private static final int MOST_VISITS = 3;

    private final Nature nature;
    private final Correspondence correspondence;
    private final OrderId orderId;
    private final Plastic card;
    private final Consumer<Plastic> customer;
    private final TrackingNumber parcel;
    private boolean turnedBack;
    private boolean redirected;
    private int visits;

    Journey(
            Nature nature,
            Correspondence correspondence,
            OrderId orderId,
            Plastic card,
            Consumer<Plastic> customer,
            int number) {
        this.nature = nature;
        this.correspondence = correspondence;
        this.orderId = orderId;
        this.card = card;
        this.customer = customer;
        this.parcel = new TrackingNumber("PARCEL-" + number);
    }

    void begin() {
        say(new CourierReport.Dispatched(parcel, Option.none()));
        then(this::travel);
    }

    /** Nobody wants it any more: at the next stop it goes back. */
    void turnBack() {
        turnedBack = true;
    }

    /** It is to wait at a branch instead. */
    void redirect() {
        redirected = true;
    }

    private void travel() {
        say(new CourierReport.InTransit(parcel));
        then(nature.chance().of(0.3) ? this::travel : this::visit);
    }

    private void visit() {
        say(new CourierReport.OutForDelivery(parcel));
        visits++;
        then(() -> {
            switch (redirected ? 5 : nature.chance().between(1, 10)) {
                case 1 -> say(new CourierReport.Lost(parcel));
                case 2, 3, 4 -> failAt();
                case 5 -> store();
                default -> handOver();
            }
        });
    }

    private void failAt() {
        say(new CourierReport.AttemptFailed(
                parcel, new FailedAttempt(visits, MOST_VISITS, FailedAttempt.Reason.NOT_AT_HOME)));
        then(visits < MOST_VISITS ? this::visit : () -> goBack(ReturnReason.UNDELIVERABLE));
    }

    private void store() {
        say(new CourierReport.Waiting(parcel, nature.clock().instant().plus(PICKUP)));
        boolean comes = nature.chance().of(0.7);
        nature.later(
                comes ? nature.chance().between(Duration.ZERO, PICKUP) : PICKUP,
                comes ? this::handOver : () -> goBack(ReturnReason.NOT_COLLECTED));
    }

    private void handOver() {
        if (turnedBack) {
            goBack(ReturnReason.OTHER);
        } else {
            say(new CourierReport.Delivered(parcel));
            customer.accept(card);
        }
    }

    private void goBack(ReturnReason reason) {
        say(new CourierReport.Returning(parcel, reason));
        nature.later(
                nature.chance().about(USUAL_LEG),
                () -> say(
                        nature.chance().of(0.1) ? new CourierReport.Lost(parcel) : new CourierReport.Returned(parcel)));
    }

    private void then(Runnable next) {
        nature.later(nature.chance().about(USUAL_LEG), () -> {
            if (turnedBack) {
                goBack(ReturnReason.OTHER);
            } else {
                next.run();
            }
        });
    }

    private void say(CourierReport report) {
        correspondence.say(orderId, report);
        if (nature.chance().of(nature.weather().contradiction())) {
            Duration past = nature.chance().between(Duration.ZERO, Duration.ofDays(2));
            correspondence.say(
                    orderId, somethingElse(), nature.clock().instant().minus(past));
        }
    }

    private CourierReport somethingElse() {
        return nature.chance()
                .oneOf(List.of(
                        new CourierReport.InTransit(parcel),
                        new CourierReport.InTransit(new TrackingNumber("ANOTHER-ONE")),
                        new CourierReport.Delivered(parcel),
                        new CourierReport.Returning(parcel, ReturnReason.OTHER),
                        new CourierReport.Returned(parcel),
                        new CourierReport.Lost(parcel)));
    }
}
