package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.request.Bodies;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.adapters.http.request.TokenRequest;
import dev.carddelivery.adapters.http.security.DemoTokens;

/** issueDemoToken. */
public record IssueDemoToken(DemoTokens tokens) implements Operation {

    @Override
    public Reply handle(Request request) {
        TokenRequest wanted = Bodies.tokenRequest(request.json());
        String token = tokens.issue(wanted.subject(), wanted.role());
        return Reply.json(200, Json.bytes(Json.object().put("token", token))).with("Cache-Control", "no-store");
    }
}
