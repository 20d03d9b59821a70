package dev.carddelivery.application.simulation;

import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.order.Refusal;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks the program for something, again and again under the same name, until an answer gets through. */
final class Client {

    private static final Duration USUAL_WAIT = Duration.ofMinutes(20);

    private final Nature nature;
    private final OrderDomain domain;
    private final Ledger ledger;

    Client(Nature nature, OrderDomain domain, Ledger ledger) {
        this.nature = nature;
        this.domain = domain;
        this.ledger = ledger;
    }

    /**
     * A wish for something.
     *
     * @param what in a word
     * @param id the wish's name
     * @param request how it is asked for
     */
    record Wish(String what, OrderId orderId, CommandId id, Function<OrderHandler, Either<Refusal, Answer>> request) {}

    /** Asks until there is an answer, whatever it is. */
    void insist(Wish wish) {
        insist(wish, refusal -> {});
    }

    /** Asks until there is an answer, and hears why it is a refusal if it is one. */
    void insist(Wish wish, Consumer<Refusal> refused) {
        String what = wish.what() + " " + nature.trace().nameOf(wish.orderId());
        Option<Either<Refusal, Answer>> answer = domain.ask(
                        what, instance -> wish.request().apply(instance.orders()))
                .filter(sent -> !nature.chance().of(nature.weather().lost()));
        nature.note(what + ": " + answer.fold(() -> "no answer", Client::brief));
        answer.peek(heard -> heard.peek(given -> ledger.fulfilled(wish.id(), wish.orderId(), given))
                        .peekLeft(refused))
                .onEmpty(() -> nature.later(nature.chance().about(USUAL_WAIT), () -> insist(wish, refused)));
    }

    private static String brief(Either<Refusal, Answer> answer) {
        return answer.fold(
                Refusal::toString, given -> "version " + given.revision().version());
    }
}
