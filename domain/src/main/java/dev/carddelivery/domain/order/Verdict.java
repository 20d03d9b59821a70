package dev.carddelivery.domain.order;

import dev.carddelivery.domain.order.OrderCommand.Report;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import io.vavr.collection.List;
import io.vavr.control.Either;

/** The words in which decisions are written down. */
final class Verdict {

    private Verdict() {}

    static Either<OrderRejection, List<OrderEvent>> record(OrderEvent... events) {
        return Either.right(List.of(events));
    }

    static Either<OrderRejection, List<OrderEvent>> nothingNew() {
        return Either.right(List.empty());
    }

    static Either<OrderRejection, List<OrderEvent>> refuse(OrderRejection rejection) {
        return Either.left(rejection);
    }

    static Either<OrderRejection, List<OrderEvent>> early(Order.Placed order) {
        return refuse(new OrderRejection.TooEarly(Status.of(order)));
    }

    static Either<OrderRejection, List<OrderEvent>> late(Report command) {
        return note(command, ReportNoted.Reason.LATE);
    }

    static Either<OrderRejection, List<OrderEvent>> contradictory(Report command) {
        return note(command, ReportNoted.Reason.CONTRADICTORY);
    }

    private static Either<OrderRejection, List<OrderEvent>> note(Report command, ReportNoted.Reason reason) {
        return record(new ReportNoted(command.report().name(), reason));
    }
}
