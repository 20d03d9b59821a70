package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.BehaviourView;
import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.demo.PartnerBehaviours;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.BehaviourRequest;
import dev.carddelivery.adapters.http.request.Bodies;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import io.vavr.collection.List;
import java.time.InstantSource;

/** What a demo partner can be told. Those who tell the customers do nothing in the demo, and so nothing wrong. */
public record DemoPartner(PartnerBehaviours behaviours, InstantSource clock) {

    private static final List<Partner> PARTNERS = List.of(Partner.IDENTITY, Partner.BUREAU, Partner.COURIER);

    /** setPartnerBehaviour. */
    public Reply tell(Request request) {
        Partner partner = partner(request);
        BehaviourRequest wanted = Bodies.behaviour(request.json("application/json"), clock.instant());
        behaviours.tell(partner, wanted.orderId(), wanted.behaviour());
        return shown(partner);
    }

    /** getPartnerBehaviour. */
    public Reply show(Request request) {
        return shown(partner(request));
    }

    /** resetPartnerBehaviour. */
    public Reply reset(Request request) {
        Partner partner = partner(request);
        behaviours.reset(partner);
        return shown(partner);
    }

    private static Partner partner(Request request) {
        String name = request.path("partner");
        return PARTNERS.find(partner -> Json.word(partner).equals(name))
                .getOrElseThrow(() -> ProblemType.NOT_FOUND.problem().exception());
    }

    private Reply shown(Partner partner) {
        return Reply.json(200, BehaviourView.bytes(partner, behaviours.of(partner)))
                .with("Cache-Control", Replies.NOT_KEPT);
    }
}
