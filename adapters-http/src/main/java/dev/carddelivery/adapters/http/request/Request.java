package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.security.Caller;
import dev.carddelivery.domain.order.OrderId;
import io.javalin.http.Context;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was asked, read when it is asked for. What cannot be read ends the request with a {@link ProblemException}. */
public final class Request {

    /** The largest body that is read, in bytes. */
    public static final int LARGEST_BODY = 65_536;

    private final Context http;
    private final @Nullable Caller caller;

    /** A request of {@code caller}, or of anybody. */
    public Request(Context http, @Nullable Caller caller) {
        this.http = http;
        this.caller = caller;
    }

    /** Who asks. */
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("An operation that is open to everybody does not know who asks");
        }
        return caller;
    }

    /** The order that the path names. What is no UUID names no order. */
    public OrderId orderId() {
        return Fields.uuid(http.pathParam("orderId"))
                .map(OrderId::new)
                .getOrElseThrow(() -> ProblemType.ORDER_NOT_FOUND.problem().exception());
    }

    /** The query parameter of this name, if it is there and not empty. */
    public Option<String> query(String name) {
        return Option.of(http.queryParam(name)).filter(value -> !value.isEmpty());
    }

    /** The header of this name, several lines of it as one list. */
    public Option<String> header(String name) {
        List<String> lines = List.ofAll(Collections.list(http.req().getHeaders(name)));
        return Option.when(lines.nonEmpty(), () -> lines.mkString(", "));
    }

    /** The client's name for this request, if it has one. */
    public Option<IdempotencyKey> idempotencyKey() {
        return header("Idempotency-Key")
                .map(header -> IdempotencyKey.parse(caller(), header)
                        .getOrElseThrow(() -> ProblemType.BAD_REQUEST
                                .because("idempotency-key")
                                .exception()));
    }

    /** What {@code If-Match} or {@code If-None-Match} says, if it is there. */
    public Option<EntityTags> entityTags(String name) {
        return header(name)
                .map(header -> EntityTags.parse(header)
                        .getOrElseThrow(() -> ProblemType.BAD_REQUEST
                                .because("entity-tags", name)
                                .exception()));
    }

    /** Whether the client has {@code version} already, as {@code If-None-Match} says. */
    public boolean alreadyHas(int version) {
        return entityTags("If-None-Match").exists(tags -> tags.weaklyMatch(version));
    }

    /** The body, which must be JSON of one of these media types. */
    public JsonNode json(String... mediaTypes) {
        String given = Option.of(http.contentType()).getOrElse("");
        String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!List.of(mediaTypes).contains(type)) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE
                    .problem(List.of(mediaTypes).mkString(", "))
                    .exception();
        }
        return JsonBody.parse(body());
    }

    private byte[] body() {
        if (http.req().getContentLengthLong() > LARGEST_BODY) {
            throw tooLarge();
        }
        try {
            byte[] body = http.req().getInputStream().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("The client went away while it was sending", e);
        }
    }

    private static ProblemException tooLarge() {
        return ProblemType.BODY_TOO_LARGE.problem(LARGEST_BODY).exception();
    }
}
