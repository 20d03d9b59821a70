package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.problem.Problem;
import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.problem.ProblemView;
import dev.carddelivery.adapters.http.problem.Texts;
import dev.carddelivery.application.port.StoreUnavailable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.vavr.control.Option;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers whatever ends a request early as a problem. No value of a request is logged. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static void answerIn(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, http) -> answer(e.problem(), http));
        routes.exception(StoreUnavailable.class, (e, http) -> {
            LOG.warn("Cannot serve {}: {}", http.endpoint().path, e.getMessage());
            answer(Problem.unavailable(), http);
        });
        routes.exception(InterruptedException.class, (e, http) -> answer(Problem.unavailable(), http));
        routes.exception(HttpResponseException.class, (e, http) -> answer(problem(e), http));
        routes.exception(UncheckedIOException.class, (e, http) -> {
            LOG.debug("A client went away", e);
            answer(ProblemType.BAD_REQUEST.because("unreadable"), http);
        });
        routes.exception(Exception.class, (e, http) -> {
            LOG.error("Cannot serve {}", http.endpoint().path, e);
            answer(ProblemType.INTERNAL_ERROR.problem(), http);
        });
    }

    private static void answer(Problem problem, Context http) {
        String language = Option.of(http.header("Accept-Language")).getOrElse("");
        HttpServer.write(ProblemView.reply(problem, Option.some(http.path()), Texts.preferredBy(language)), http);
    }

    private static Problem problem(HttpResponseException thrown) {
        return switch (thrown) {
            case MethodNotAllowedResponse e ->
                ProblemType.METHOD_NOT_ALLOWED
                        .problem()
                        .with("Allow", String.join(", ", e.getDetails().values()));
            case HttpResponseException e when e.getStatus() == 404 -> ProblemType.NOT_FOUND.problem();
            case HttpResponseException e -> ProblemType.BAD_REQUEST.because("unreadable");
        };
    }
}
