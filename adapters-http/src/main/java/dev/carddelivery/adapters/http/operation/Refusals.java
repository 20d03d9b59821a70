package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.adapters.http.problem.Problem;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.application.order.Refusal;
import dev.carddelivery.domain.order.OrderRejection;
import java.time.Duration;
import java.time.Instant;

/** Which problem each refusal is. */
final class Refusals {

    private Refusals() {}

    static Problem problem(Refusal refusal, Instant now) {
        return switch (refusal) {
            case Refusal.ByOrder r -> problem(r.reason(), now);
            case Refusal.KeyReused r -> ProblemType.IDEMPOTENCY_KEY_REUSED.problem();
            case Refusal.OrderIdUnavailable r -> ProblemType.ORDER_ID_UNAVAILABLE.problem();
            case Refusal.VersionMismatch r -> ProblemType.PRECONDITION_FAILED.problem();
            // Reports are answered by what became of them, never by this.
            case Refusal.TooManyReports r -> ProblemType.INTERNAL_ERROR.problem();
            case Refusal.BeforeTheOrder r -> ProblemType.INTERNAL_ERROR.problem();
        };
    }

    private static Problem problem(OrderRejection reason, Instant now) {
        return switch (reason) {
            case OrderRejection.NotPlaced r -> ProblemType.ORDER_NOT_FOUND.problem();
            case OrderRejection.AlreadyPlaced r -> ProblemType.ORDER_ID_UNAVAILABLE.problem();
            case OrderRejection.InvalidContent r -> Problem.invalid(r.violations());
            case OrderRejection.NotEditable r -> ProblemType.ORDER_NOT_EDITABLE.problem(Json.word(r.status()));
            case OrderRejection.NotCancellable r -> ProblemType.ORDER_NOT_CANCELLABLE.problem(Json.word(r.status()));
            case OrderRejection.NotActivatable r -> ProblemType.ORDER_NOT_ACTIVATABLE.problem(Json.word(r.status()));
            case OrderRejection.NotRedirectable r -> ProblemType.ORDER_NOT_REDIRECTABLE.problem(Json.word(r.status()));
            // Reports are answered by what became of them, never by this.
            case OrderRejection.TooEarly r -> ProblemType.INTERNAL_ERROR.problem();
            case OrderRejection.ActivationLocked r ->
                ProblemType.ACTIVATION_LOCKED.problem().with("Retry-After", secondsUntil(r.until(), now));
        };
    }

    private static String secondsUntil(Instant until, Instant now) {
        long left = Duration.between(now, until).plusMillis(999).toSeconds();
        return String.valueOf(Math.max(left, 1));
    }
}
