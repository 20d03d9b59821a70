package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.request.Request;
import io.vavr.collection.Seq;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Whether the program runs, and whether it can take orders. */
public record Health(Supplier<Seq<String>> missing) {

    /** isLive: whoever gets an answer knows. */
    public Reply live(Request request) {
        return reply(200, Json.object().put("status", "up"));
    }

    /** isReady. */
    public Reply ready(Request request) {
        Seq<String> wanting = missing.get();
        ObjectNode json = Json.object().put("status", wanting.isEmpty() ? "ready" : "not_ready");
        wanting.forEach(json.putArray("missing")::add);
        return reply(wanting.isEmpty() ? 200 : 503, json);
    }

    private static Reply reply(int status, ObjectNode json) {
        return Reply.json(status, Json.bytes(json)).with("Cache-Control", "no-store");
    }
}
