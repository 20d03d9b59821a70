package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Request;

/**
 * Keeps a token in a cookie for what a browser sends without headers of ours: EventSource and WebSocket. The cookie
 * counts for reading only, so that no other site can make a browser change anything.
 */
public final class Session {

    /** The cookie's name. The prefix makes browsers insist on HTTPS (or localhost) and on this very host. */
    public static final String COOKIE = "__Host-session";

    /** Longer ones, name and value together, are dropped by browsers without a word. */
    private static final int LONGEST = 4_096;

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";

    private Session() {}

    /** openSession: the token with which this is asked goes into the cookie, and ends when it ends. */
    public static Reply open(Request request) {
        if (COOKIE.length() + request.token().length() > LONGEST) {
            throw ProblemType.BAD_REQUEST
                    .because("session-token", LONGEST - COOKIE.length())
                    .exception();
        }
        return answer(COOKIE + "=" + request.token() + ATTRIBUTES);
    }

    /** closeSession. */
    public static Reply close(Request request) {
        return answer(COOKIE + "=" + ATTRIBUTES + "; Max-Age=0");
    }

    private static Reply answer(String cookie) {
        return Reply.empty(204).with("Set-Cookie", cookie).with("Cache-Control", "no-store");
    }
}
