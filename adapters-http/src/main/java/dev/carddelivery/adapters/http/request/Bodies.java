package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.demo.Behaviour;
import dev.carddelivery.adapters.http.problem.Problem;
import dev.carddelivery.application.report.DiscardReason;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** Reads the bodies of requests. One that is not valid ends the request with everything that is wrong with it. */
public final class Bodies {

    private Bodies() {}

    /**
     * createOrder's body.
     *
     * @param today the day in UTC; what is wrong on this day only is told only if something else is wrong as well,
     *     since a request that is too late for its day may be the repetition of one that was not
     */
    public static NewOrder newOrder(JsonNode body, LocalDate today) {
        return valid(new ContentReader(today).newOrder(body));
    }

    /** cancelOrder's body. */
    public static CancelReason cancelReason(JsonNode body) {
        return valid(Cursor.read(body, at -> at.required("reason", Fields.CANCEL_REASON)));
    }

    /**
     * redirectParcel's body.
     *
     * @param today the day in UTC
     */
    public static DeliveryPlan delivery(JsonNode body, LocalDate today) {
        return valid(new ContentReader(today).deliveryInfo(body));
    }

    /** activateCard's body. */
    public static Last4 proof(JsonNode body) {
        return valid(Cursor.read(body, at -> at.required("last4", Fields.LAST4)));
    }

    /** discardDeadLetter's body. */
    public static DiscardReason discardReason(JsonNode body) {
        return valid(Cursor.read(body, at -> at.required("reason", Fields.DISCARD_REASON)));
    }

    /** What is asked of the demo's token issuer. */
    public static TokenRequest tokenRequest(JsonNode body) {
        return valid(Cursor.read(
                body,
                at -> new TokenRequest(at.required("subject", Fields.USER_ID), at.required("role", Fields.ROLE))));
    }

    /**
     * How a demo partner shall behave; what is absent is as usual.
     *
     * @param now when a silence begins
     */
    public static BehaviourRequest behaviour(JsonNode body, Instant now) {
        return valid(Cursor.read(
                body,
                at -> new BehaviourRequest(
                        at.optional("orderId", Fields.ORDER_ID),
                        new Behaviour(
                                at.optional("rejected", Fields.SHARE).getOrElse(0.0),
                                at.optional("lost", Fields.SHARE).getOrElse(0.0),
                                at.optional("repeated", Fields.SHARE).getOrElse(0.0),
                                at.optional("reordered", Fields.SHARE).getOrElse(0.0),
                                at.optional("contradictory", Fields.SHARE).getOrElse(0.0),
                                at.optional("delayDays", Fields.DAYS).getOrElse(0.0),
                                at.optional("silentFor", Fields.DURATION).map(now::plus)))));
    }

    private static <T> T valid(Either<Seq<Violation>, T> read) {
        return read.getOrElseThrow(violations -> Problem.invalid(violations).exception());
    }
}
