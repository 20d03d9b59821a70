package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.security.Caller;
import dev.carddelivery.adapters.http.security.Pass;
import dev.carddelivery.domain.order.OrderId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What was asked, read when it is asked for. What cannot be read ends the request with a {@link ProblemException}. */
public final class Request {

    /** The largest body that is read, in bytes. */
    public static final int LARGEST_BODY = 65_536;

    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,9}");

    private final Context http;
    private final Option<Pass> pass;
    private final String token;
    private final Query query;

    private Request(Context http, Option<Pass> pass, String token, Query query) {
        this.http = http;
        this.pass = pass;
        this.token = token;
        this.query = query;
    }

    /**
     * A request of somebody whom {@code token} has given this pass.
     *
     * @param parameters the query parameters that may be there
     */
    public static Request of(Context http, Pass pass, String token, Set<String> parameters) {
        String raw = Option.of(http.req().getQueryString()).getOrElse("");
        return new Request(http, Option.some(pass), token, Query.parse(raw, parameters));
    }

    /** A request of whoever it may be, whose query is passed over: links get things added on their way. */
    public static Request ofAnybody(Context http) {
        return new Request(http, Option.none(), "", Query.NONE);
    }

    /** Ends a request whose body is said to be too large, before anything is done for it. */
    public static void requireSmallBody(Context http) {
        if (http.req().getContentLengthLong() > LARGEST_BODY) {
            throw tooLarge();
        }
    }

    /** Who asks. Operations that are open to everybody do not know. */
    public Caller caller() {
        return pass().caller();
    }

    /** What shows who asks, and for how long. */
    public Pass pass() {
        return pass.get();
    }

    /** The token that has shown who asks. */
    public String token() {
        return token;
    }

    /** Whether only the beginning of the answer is wanted. */
    public boolean isHead() {
        return http.method().equals(HandlerType.HEAD);
    }

    /** The part of the path that has this name in the route. */
    public String path(String name) {
        return http.pathParam(name);
    }

    /** The order that the path names. What is no UUID names no order. */
    public OrderId orderId() {
        return Fields.uuid(path("orderId"))
                .map(OrderId::new)
                .getOrElseThrow(() -> ProblemType.ORDER_NOT_FOUND.problem().exception());
    }

    /** The dead letter that the path names. What is no UUID names none. */
    public UUID letterId() {
        return Fields.uuid(path("letterId"))
                .getOrElseThrow(
                        () -> ProblemType.DEAD_LETTER_NOT_FOUND.problem().exception());
    }

    /** The UUID in the part of the path that has this name in the route. What is none names nothing that there is. */
    public UUID id(String name, ProblemType unknown) {
        return Fields.uuid(path(name)).getOrElseThrow(() -> unknown.problem().exception());
    }

    /** The order that the query names. */
    public OrderId requiredOrderId() {
        return query("orderId")
                .flatMap(Fields::uuid)
                .map(OrderId::new)
                .getOrElseThrow(
                        () -> ProblemType.BAD_REQUEST.because("order-id").exception());
    }

    /** The query parameter of this name, if it is there and not empty. */
    public Option<String> query(String name) {
        return query.parameter(name);
    }

    /** The query parameter of this name, if it is there: one of a closed list, by its word. */
    public <E extends Enum<E>> Option<E> query(String name, Class<E> list) {
        return query(name)
                .map(word -> List.of(list.getEnumConstants())
                        .find(constant -> Json.word(constant).equals(word))
                        .getOrElseThrow(() -> notOneOf(name, list)));
    }

    /** The query parameter of this name, which must be there: one of a closed list, by its word. */
    public <E extends Enum<E>> E requiredQuery(String name, Class<E> list) {
        return query(name, list).getOrElseThrow(() -> notOneOf(name, list));
    }

    private static <E extends Enum<E>> ProblemException notOneOf(String name, Class<E> list) {
        String all = List.of(list.getEnumConstants()).map(Json::word).mkString(", ");
        return ProblemType.BAD_REQUEST.because("value", name, all).exception();
    }

    /** The whole number from 1 to {@code most} that {@code text} is. */
    public static Option<Integer> positive(String text, int most) {
        return Option.when(WHOLE.matcher(text).matches(), () -> Long.parseLong(text))
                .filter(number -> number <= most)
                .map(Long::intValue);
    }

    /** The moment that {@code text} is, as in a body. */
    public static Option<Instant> instant(String text) {
        return Try.of(() -> Fields.instant(text)).toOption();
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
    private Option<EntityTags> entityTags(String name) {
        return header(name)
                .map(header -> EntityTags.parse(header)
                        .getOrElseThrow(() -> ProblemType.BAD_REQUEST
                                .because("entity-tags", name)
                                .exception()));
    }

    /** The versions for which a change is meant, if the client says so by {@code If-Match} or {@code If-None-Match}. */
    public Option<IntPredicate> expectedVersions() {
        Option<EntityTags> wanted = entityTags("If-Match");
        Option<EntityTags> unwanted = entityTags("If-None-Match");
        return Option.when(
                wanted.isDefined() || unwanted.isDefined(),
                () -> version -> wanted.forAll(tags -> tags.stronglyMatch(version))
                        && !unwanted.exists(tags -> tags.weaklyMatch(version)));
    }

    /** Whether the client wants to read {@code version}, as {@code If-Match} says. */
    public boolean wants(int version) {
        return entityTags("If-Match").forAll(tags -> tags.stronglyMatch(version));
    }

    /** Whether the client has {@code version} already, as {@code If-None-Match} says. */
    public boolean alreadyHas(int version) {
        return entityTags("If-None-Match").exists(tags -> tags.weaklyMatch(version));
    }

    /**
     * The body, which must be JSON. Where there is none at all it counts as an object without fields, so that the
     * caller is told what is missing.
     */
    public JsonNode json() {
        byte[] body = body();
        if (body.length == 0 && header("Content-Type").isEmpty()) {
            return Json.object();
        }
        requireMediaType("application/json");
        return JsonBody.parse(body);
    }

    /** The body, which must be a JSON merge patch. */
    public JsonNode patch() {
        requireMediaType("application/merge-patch+json", "application/json");
        return JsonBody.parse(body());
    }

    /** Ends a request whose body is of none of these media types. */
    public void requireMediaType(String... mediaTypes) {
        // Not http.contentType(), which fails where the charset is none; JSON is UTF-8 whatever is said.
        String given = header("Content-Type").getOrElse("");
        String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!List.of(mediaTypes).contains(type)) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE
                    .problem(List.of(mediaTypes).mkString(", "))
                    .exception();
        }
    }

    /** The body as it came. */
    public byte[] body() {
        long announced = http.req().getContentLengthLong();
        // Otherwise the stream would begin with a buffer of 16 KiB, for orders that have one.
        int most = announced < 0 ? LARGEST_BODY + 1 : (int) Math.min(announced, LARGEST_BODY) + 1;
        try {
            byte[] body = http.req().getInputStream().readNBytes(most);
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
