package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.adapters.http.security.Authenticator;
import dev.carddelivery.adapters.http.security.Caller;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Lets callers in: those with a valid token, to what their role may do. */
record Gate(Authenticator authenticator) {

    private static final String SCHEME = "Bearer ";

    /** The request of a caller who may use {@code access}. */
    Request admit(Context http, Access access) {
        return access == Access.EVERYBODY ? new Request(http, null) : new Request(http, caller(http, access));
    }

    private Caller caller(Context http, Access access) {
        Caller caller = authenticator.authenticate(token(http.header("Authorization")));
        if (!access.admits(caller.role())) {
            throw ProblemType.FORBIDDEN.problem().exception();
        }
        return caller;
    }

    private static String token(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ProblemType.UNAUTHENTICATED
                    .problem()
                    .with("WWW-Authenticate", "Bearer")
                    .exception();
        }
        return authorization.substring(SCHEME.length()).strip();
    }
}
