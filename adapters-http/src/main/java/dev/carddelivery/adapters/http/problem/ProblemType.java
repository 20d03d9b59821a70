package dev.carddelivery.adapters.http.problem;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Locale;

/** The kinds of errors that this API answers with (RFC 9457); each has its own URI reference and HTTP status. */
public enum ProblemType {
    MALFORMED_JSON(400),
    IDEMPOTENCY_KEY_MISSING(400),
    BAD_REQUEST(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    ORDER_NOT_FOUND(404),
    DEAD_LETTER_NOT_FOUND(404),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    ORDER_ID_UNAVAILABLE(409),
    ORDER_NOT_EDITABLE(409),
    ORDER_NOT_CANCELLABLE(409),
    ORDER_NOT_ACTIVATABLE(409),
    ORDER_NOT_REDIRECTABLE(409),
    ACTIVATION_LOCKED(409),
    DEAD_LETTER_NOT_OPEN(409),
    DEAD_LETTER_NOT_KEPT(409),
    PRECONDITION_FAILED(412),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_ORDER(422),
    IDEMPOTENCY_KEY_REUSED(422),
    CARD_NUMBER_NOT_ACCEPTED(422),
    WRONG_PROOF(422),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;
    private final String code;

    ProblemType(int status) {
        this.status = status;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** Its stable name, the last part of its URI reference. */
    public String code() {
        return code;
    }

    /** A problem of this type, told in its usual words. */
    public Problem problem(Object... arguments) {
        return told(code + ".detail", arguments);
    }

    /** A problem of this type, told in the words for {@code detail}. */
    public Problem because(String detail, Object... arguments) {
        return told(code + "." + detail, arguments);
    }

    private Problem told(String text, Object... arguments) {
        Seq<String> mentioned = List.of(arguments).map(String::valueOf);
        return new Problem(this, text, mentioned, List.empty(), List.empty());
    }
}
