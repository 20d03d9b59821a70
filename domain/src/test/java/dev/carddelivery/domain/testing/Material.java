package dev.carddelivery.domain.testing;

import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.ReturnReason;
import dev.carddelivery.domain.person.UserId;
import io.vavr.control.Option;

/**
 * What the commands to one order are made of, wherever a {@link Move} leaves a choice.
 *
 * @param id the order's name
 * @param owner who places it
 * @param content what is ordered
 * @param edit what the customer would rather have
 * @param plastic what the bureau makes of it
 * @param parcel what the courier says
 * @param reasons why things go wrong
 */
public record Material(
        OrderId id,
        UserId owner,
        OrderContent content,
        EditableContent edit,
        Plastic plastic,
        Parcel parcel,
        Reasons reasons) {

    /** What the courier says about the parcel besides where it is. */
    public record Parcel(TrackingNumber trackingNumber, FailedAttempt attempt, Option<TimeWindow> eta) {}

    /** Why somebody does not want to, or cannot. */
    public record Reasons(
            CancelReason cancelling,
            IdentityReport.Reason identity,
            BureauReport.Reason bureau,
            ReturnReason returning) {}
}
