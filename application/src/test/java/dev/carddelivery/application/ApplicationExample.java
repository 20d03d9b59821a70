package dev.carddelivery.application;

import dev.carddelivery.application.memory.InMemoryCheckpoints;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.memory.InMemoryMessages;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.Intent;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.order.Refusal;
import dev.carddelivery.application.process.Relay;
import dev.carddelivery.application.process.RevisionTracker;
import dev.carddelivery.application.process.Subscription;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.person.UserId;
import io.vavr.control.Either;
import java.time.Clock;
import java.util.UUID;

/** How a program uses the application without a database. */
public final class ApplicationExample {

    private ApplicationExample() {}

    /** Places an order twice, lets the identity service know the customer, and tells where the order is then. */
    public static Status run(OrderContent content) {
        // snippet: application
        InMemoryLog log = new InMemoryLog();
        OrderHandler orders = new OrderHandler(log, new OrderDecider(ServiceTerms.REAL), Clock.systemUTC());
        OrderId id = new OrderId(UUID.randomUUID());
        UserId anna = new UserId("anna");

        // The answer may get lost; asking again with the same id gives the same answer, and no second card.
        Answer first = orders.place(id, anna, content).get();
        Answer again = orders.place(id, anna, content).get();
        System.out.println(again.replayed() + ", and equal: " + again.revision().equals(first.revision()));

        // What is refused is a value, too.
        Either<Refusal, Answer> foreign = orders.place(id, new UserId("boris"), content);
        System.out.println(foreign.getLeft());

        // Subscriptions read the log; this one tells the other domains what they need to know.
        InMemoryMessages sent = new InMemoryMessages();
        Subscription relay =
                new Subscription("relay", log, new InMemoryCheckpoints(), new RevisionTracker(log, new Relay(sent)));
        relay.catchUp();
        System.out.println(sent.requests().map(PartnerRequest::kind));

        // Their answers come back as reports, each with a name that makes a repetition harmless.
        Intent report =
                new Intent(new CommandId(UUID.randomUUID()), new Actor(Actor.Role.IDENTITY, "identity-service"));
        orders.report(id, report, new IdentityReport.Passed());

        Status status = log.load(id).latest().get().status();
        System.out.println(status);
        // end
        return status;
    }
}
