package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.operation.Session;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.adapters.http.security.Authenticator;
import dev.carddelivery.adapters.http.security.Origins;
import dev.carddelivery.adapters.http.security.Pass;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.vavr.collection.Set;
import io.vavr.control.Option;

/** Lets callers in: those with a valid token, to what their role may do. */
record Gate(Authenticator authenticator, Origins origins) {

    private static final String SCHEME = "Bearer ";

    /**
     * The request of a caller who may use {@code access}.
     *
     * @param parameters the query parameters that may be there; whatever everybody may use passes over all
     */
    Request admit(Context http, Access access, Set<String> parameters) {
        if (access == Access.EVERYBODY) {
            return Request.ofAnybody(http);
        }
        String token = bearer(http)
                .orElse(() -> session(http))
                .getOrElseThrow(() -> ProblemType.UNAUTHENTICATED
                        .problem()
                        .with("WWW-Authenticate", "Bearer")
                        .exception());
        Pass pass = authenticator.authenticate(token);
        if (!access.admits(pass.caller().role())) {
            throw ProblemType.FORBIDDEN.problem().exception();
        }
        return Request.of(http, pass, token, parameters);
    }

    /**
     * The request of a caller who opens a WebSocket. Browsers let every page do that anywhere, and the session's
     * cookie, which they keep from other sites, they send along from a neighbour's page on the same site; so with the
     * cookie it must be a page of ours.
     */
    Request admitSocket(Context http, Set<String> parameters) {
        Request request = admit(http, Access.ANY_ROLE, parameters);
        if (bearer(http).isEmpty() && isFromElsewhere(http)) {
            throw ProblemType.FORBIDDEN.because("origin").exception();
        }
        return request;
    }

    private boolean isFromElsewhere(Context http) {
        return Option.of(http.header("Origin"))
                .exists(origin -> !origins.include(origin, Option.of(http.header("Host"))));
    }

    private static Option<String> bearer(Context http) {
        return Option.of(http.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    /** The cookie counts only for what changes nothing. */
    private static Option<String> session(Context http) {
        boolean reads = http.method().equals(HandlerType.GET) || http.method().equals(HandlerType.HEAD);
        return reads ? Option.of(http.cookie(Session.COOKIE)).filter(token -> !token.isEmpty()) : Option.none();
    }
}
