package dev.carddelivery.adapters.http.answer;

import dev.carddelivery.application.report.Outcome;
import tools.jackson.databind.node.ObjectNode;

/** What became of a partner's report, as the partner is told. */
public final class OutcomeView {

    private OutcomeView() {}

    /** Whatever became of it, it is kept and need not be sent again. */
    public static Reply reply(Outcome outcome) {
        return Reply.json(202, Json.bytes(json(outcome))).with("Cache-Control", "no-store");
    }

    private static ObjectNode json(Outcome outcome) {
        ObjectNode json = Json.object();
        return switch (outcome) {
            case Outcome.Applied applied -> json.put("outcome", "applied");
            case Outcome.Noted noted -> json.put("outcome", "noted").put("reason", Json.word(noted.reason()));
            case Outcome.Parked parked -> json.put("outcome", "parked");
            case Outcome.LaidAside aside ->
                json.put("outcome", "laid_aside")
                        .put("reason", Json.word(aside.reason()))
                        .put("detail", aside.detail())
                        .put("deadLetterId", aside.deadLetter().toString());
        };
    }
}
