package dev.carddelivery.adapters.http.problem;

import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.adapters.http.answer.Reply;
import io.vavr.collection.List;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes problems as RFC 9457 {@code application/problem+json}. */
public final class ProblemView {

    private ProblemView() {}

    /**
     * The answer that tells {@code problem}.
     *
     * @param path the path that was asked for, if it could be read
     * @param texts in which words
     */
    public static Reply reply(Problem problem, Option<String> path, Texts texts) {
        ObjectNode json = Json.object()
                .put("type", "/problems/" + problem.type().code())
                .put("title", texts.text(problem.type().code() + ".title", List.empty()))
                .put("status", problem.type().status())
                .put("detail", texts.text(problem.detail(), problem.arguments()));
        path.forEach(asked -> json.put("instance", asked));
        if (problem.violations().nonEmpty()) {
            ArrayNode errors = json.putArray("errors");
            problem.violations()
                    .forEach(violation -> errors.addObject()
                            .put("pointer", violation.pointer())
                            .put("code", violation.code())
                            .put("message", texts.text(violation.code(), violation.arguments())));
        }
        Reply reply = Reply.of(problem.type().status(), "application/problem+json", Json.bytes(json))
                .with("Content-Language", texts.language())
                .with("Vary", "Accept-Language")
                .with("Cache-Control", "no-store");
        return problem.headers().foldLeft(reply, (told, header) -> told.with(header.name(), header.value()));
    }
}
