package dev.carddelivery.adapters.http.answer;

import io.javalin.http.Context;
import io.vavr.collection.List;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What a request is answered with.
 *
 * @param status the HTTP status
 * @param headers headers beside those that every answer has
 * @param body what follows them
 */
public record Reply(int status, List<Header> headers, Body body) {

    private static final Body NOTHING = to -> {};

    /** What follows the headers. */
    @FunctionalInterface
    public interface Body {

        /**
         * Writes it, for as long as that takes.
         *
         * @throws IOException when the client is gone
         * @throws InterruptedException when the server closes
         */
        void writeTo(OutputStream client) throws IOException, InterruptedException;
    }

    /** An answer of a media type. */
    public static Reply of(int status, String mediaType, Body body) {
        return new Reply(status, List.of(new Header("Content-Type", mediaType)), body);
    }

    /** An answer of a media type that is known as a whole. */
    public static Reply of(int status, String mediaType, byte[] body) {
        return of(status, mediaType, client -> client.write(body));
    }

    /** An answer that is JSON. */
    public static Reply json(int status, byte[] json) {
        return of(status, "application/json", json);
    }

    /** An answer without a body. */
    public static Reply empty(int status) {
        return new Reply(status, List.empty(), NOTHING);
    }

    /** The same answer with one more header. */
    public Reply with(String name, String value) {
        return new Reply(status, headers.prepend(new Header(name, value)), body);
    }

    /** The same answer with one more header if {@code condition} holds. */
    public Reply withIf(boolean condition, String name, String value) {
        return condition ? with(name, value) : this;
    }

    /** Gives this answer. */
    public void writeTo(Context http) throws IOException, InterruptedException {
        http.status(status);
        http.removeHeader("Content-Type"); // Javalin presumes one
        headers.forEach(header -> http.header(header.name(), header.value()));
        body.writeTo(http.res().getOutputStream());
    }
}
