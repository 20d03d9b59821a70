package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.request.Request;

/** What this API does for a request. */
@FunctionalInterface
public interface Operation {

    /**
     * Does it.
     *
     * @throws ProblemException when the request cannot be fulfilled
     * @throws InterruptedException when the program stops while a request is waiting
     */
    Reply handle(Request request) throws InterruptedException;
}
