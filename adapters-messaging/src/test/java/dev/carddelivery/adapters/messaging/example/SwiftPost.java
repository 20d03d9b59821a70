package dev.carddelivery.adapters.messaging.example;

import static dev.carddelivery.domain.delivery.FailedAttempt.Reason.NOT_AT_HOME;

import dev.carddelivery.adapters.messaging.message.ReportDialect;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.PartnerReport;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

// snippet: courier
/** A courier with words of its own. */
public final class SwiftPost implements ReportDialect {

    private static final int VISITS = 3;

    @Override
    public Partner partner() {
        return Partner.COURIER;
    }

    @Override
    public String type() {
        return "com.swift-post.parcel.v2";
    }

    @Override
    public String schema() {
        return resource("/example/swift-post.parcel.v2.json");
    }

    @Override
    public PartnerReport read(JsonNode data) {
        TrackingNumber parcel = new TrackingNumber(data.path("barcode").asString());
        return switch (data.path("state").asString()) {
            case "ACCEPTED" -> new CourierReport.Dispatched(parcel, Option.none());
            case "WITH_POSTMAN" -> new CourierReport.OutForDelivery(parcel);
            case "DOOR_CLOSED" ->
                new CourierReport.AttemptFailed(
                        parcel, new FailedAttempt(data.path("visit").asInt(), VISITS, NOT_AT_HOME));
            case "HANDED_OVER" -> new CourierReport.Delivered(parcel);
            default -> new CourierReport.InTransit(parcel);
        };
    }
    // end

    private static String resource(String name) {
        try (InputStream text = Objects.requireNonNull(SwiftPost.class.getResourceAsStream(name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
