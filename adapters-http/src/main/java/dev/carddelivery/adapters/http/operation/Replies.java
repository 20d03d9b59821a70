package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.answer.StatusView;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.EntityTags;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.OrderRevision;
import java.util.function.Supplier;

/** What the operations' answers have in common. */
public final class Replies {

    /** For what the client may keep, and must ask for again before it uses it. */
    public static final String KEPT = "private, no-cache";

    /** For what nobody may keep. */
    static final String NOT_KEPT = "no-store";

    static final String REPLAYED = "Idempotent-Replayed";

    private Replies() {}

    /** A version of an order as the request's conditions want it (RFC 9110, section 13.2.2). */
    public static Reply read(Request request, int version, String caching, Supplier<byte[]> json) {
        if (!request.wants(version)) {
            throw ProblemType.PRECONDITION_FAILED.problem().exception();
        }
        Reply reply = request.alreadyHas(version) ? Reply.empty(304) : Reply.json(200, json.get());
        return reply.with("ETag", EntityTags.tag(version)).with("Cache-Control", caching);
    }

    /** The status after a wish was fulfilled, which must not be taken for the status of later. */
    static Reply fulfilled(int status, Answer answer) {
        OrderRevision revision = answer.revision();
        return Reply.json(status, StatusView.bytes(revision))
                .with("ETag", EntityTags.tag(revision.version()))
                .with("Cache-Control", NOT_KEPT)
                .withIf(answer.replayed(), REPLAYED, "true");
    }
}
