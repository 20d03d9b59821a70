package dev.carddelivery.adapters.http.answer;

import static dev.carddelivery.adapters.http.answer.Json.word;

import dev.carddelivery.application.report.DeadLetter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Dead letters as operators see them. */
public final class DeadLetterView {

    private DeadLetterView() {}

    /** A whole letter, as it is now. */
    public static Reply reply(DeadLetter letter) {
        ObjectNode json = MessageView.putContent(summary(letter.summary()), letter.message());
        ArrayNode acts = json.putArray("acts");
        letter.acts()
                .forEach(act -> acts.addObject()
                        .put("at", act.at().toString())
                        .put("by", act.by())
                        .put("what", word(act.what()))
                        .put("note", act.note()));
        return Reply.json(200, Json.bytes(json)).with("Cache-Control", "no-store");
    }

    /** A letter in a list. */
    static ObjectNode summary(DeadLetter.Summary letter) {
        ObjectNode json = Json.object()
                .put("id", letter.id().toString())
                .put("receivedAt", letter.receivedAt().toString());
        return MessageView.putOrigin(json, letter.channel(), letter.sender())
                .put("reason", word(letter.reason()))
                .put("detail", letter.detail())
                .put("subject", letter.subject().getOrNull())
                .put("state", word(letter.state()));
    }
}
