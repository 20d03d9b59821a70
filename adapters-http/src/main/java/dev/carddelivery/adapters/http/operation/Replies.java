package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.answer.StatusView;
import dev.carddelivery.adapters.http.request.EntityTags;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.OrderRevision;

/** What the operations' answers have in common. */
final class Replies {

    static final String REPLAYED = "Idempotent-Replayed";

    private Replies() {}

    /** The status after a wish was fulfilled, which must not be taken for the status of later. */
    static Reply fulfilled(int status, Answer answer) {
        OrderRevision revision = answer.revision();
        return Reply.json(status, StatusView.bytes(revision))
                .with("ETag", EntityTags.tag(revision.version()))
                .with("Cache-Control", "no-store")
                .withIf(answer.replayed(), REPLAYED, "true");
    }
}
