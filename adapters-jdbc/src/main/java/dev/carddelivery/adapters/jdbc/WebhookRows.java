package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.webhook.WebhookAttempt;
import dev.carddelivery.application.webhook.WebhookAttempt.Answered;
import dev.carddelivery.application.webhook.WebhookAttempt.Fault;
import dev.carddelivery.application.webhook.WebhookAttempt.Unanswered;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookMessage;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads the rows of the tables {@code webhook_deliveries} and {@code webhook_attempts}. */
final class WebhookRows {

    private WebhookRows() {}

    static WebhookDelivery delivery(ResultSet row) throws SQLException {
        return new WebhookDelivery(
                row.getObject("delivery_id", UUID.class),
                row.getObject("subscriber_id", UUID.class),
                new WebhookMessage(
                        row.getObject("message_id", UUID.class),
                        row.getString("type"),
                        new OrderId(row.getObject("order_id", UUID.class)),
                        Bytes.of(row.getBytes("body"))),
                EventRow.instant(row, row.findColumn("created_at")),
                Words.parse(WebhookDelivery.State.class, row.getString("state")),
                row.getInt("attempts"),
                row.getInt("tries"),
                Option.of(row.getObject("due", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }

    static WebhookAttempt attempt(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return new WebhookAttempt(
                EventRow.instant(row, row.findColumn("at")),
                Duration.ofMillis(row.getLong("took_millis")),
                row.wasNull() || status == 0
                        ? new Unanswered(Words.parse(Fault.class, row.getString("fault")))
                        : new Answered(status));
    }
}
