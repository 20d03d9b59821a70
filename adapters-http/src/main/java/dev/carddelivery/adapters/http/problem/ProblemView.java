package dev.carddelivery.adapters.http.problem;

import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.adapters.http.answer.Reply;
import io.vavr.collection.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes problems as RFC 9457 {@code application/problem+json}. */
public final class ProblemView {

    private ProblemView() {}

    /**
     * The answer that tells {@code problem}.
     *
     * @param path the path that was asked for
     * @param texts in which words
     */
    public static Reply reply(Problem problem, String path, Texts texts) {
        ObjectNode json = Json.object()
                .put("type", "/problems/" + problem.type().code())
                .put("title", texts.text(problem.type().code() + ".title", List.empty()))
                .put("status", problem.type().status())
                .put("detail", texts.text(problem.detail(), problem.arguments()))
                .put("instance", path);
        if (problem.violations().nonEmpty()) {
            ArrayNode errors = json.putArray("errors");
            problem.violations()
                    .forEach(violation -> errors.addObject()
                            .put("pointer", violation.pointer())
                            .put("code", violation.code())
                            .put("message", texts.text(violation.code(), violation.arguments())));
        }
        Reply reply = new Reply(problem.type().status(), List.empty(), "application/problem+json", Json.bytes(json))
                .with("Content-Language", texts.language())
                .with("Vary", "Accept-Language")
                .with("Cache-Control", "no-store");
        return problem.header().toList().foldLeft(reply, (told, header) -> told.with(header.name(), header.value()));
    }
}
