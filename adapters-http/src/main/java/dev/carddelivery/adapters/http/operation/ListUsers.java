package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.PageView;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.PageQuery;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.port.UserSearch;
import dev.carddelivery.application.port.UserSearch.Direction;
import dev.carddelivery.domain.card.CardType;

/** listUsers: who has a card of a type, by registration. */
public record ListUsers(UserSearch users) implements Operation {

    @Override
    public Reply handle(Request request) {
        CardType type = request.requiredQuery("cardType", CardType.class);
        Direction direction = direction(request.query("sort").getOrElse("registeredAt"));
        return PageView.users(
                PageQuery.of(request).in((cursor, limit) -> users.withCard(type, direction, cursor, limit)));
    }

    private static Direction direction(String sort) {
        return switch (sort) {
            case "registeredAt" -> Direction.OLDEST_FIRST;
            case "-registeredAt" -> Direction.NEWEST_FIRST;
            default ->
                throw ProblemType.BAD_REQUEST
                        .because("value", "sort", "registeredAt, -registeredAt")
                        .exception();
        };
    }
}
