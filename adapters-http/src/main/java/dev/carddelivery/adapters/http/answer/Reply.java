package dev.carddelivery.adapters.http.answer;

import io.javalin.http.Context;
import io.vavr.collection.List;

/**
 * What a request is answered with.
 *
 * @param status the HTTP status
 * @param headers headers beside those that every answer has
 * @param mediaType what the body is; empty where there is none
 * @param body the body; not to be changed any more
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying each body would be waste
public record Reply(int status, List<Header> headers, String mediaType, byte[] body) {

    private static final byte[] NOTHING = {};

    /** An answer that is JSON. */
    public static Reply json(int status, byte[] json) {
        return new Reply(status, List.empty(), "application/json", json);
    }

    /** An answer without a body. */
    public static Reply empty(int status) {
        return new Reply(status, List.empty(), "", NOTHING);
    }

    /** The same answer with one more header. */
    public Reply with(String name, String value) {
        return new Reply(status, headers.prepend(new Header(name, value)), mediaType, body);
    }

    /** The same answer with one more header if {@code condition} holds. */
    public Reply withIf(boolean condition, String name, String value) {
        return condition ? with(name, value) : this;
    }

    /** Gives this answer. */
    public void writeTo(Context http) {
        http.status(status);
        headers.forEach(header -> http.header(header.name(), header.value()));
        if (!mediaType.isEmpty()) {
            http.contentType(mediaType);
            http.result(body);
        }
    }
}
