package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every way to the other domains does. */
public abstract class MessagePublisherContract {

    private final OrderId order = Samples.newOrderId();
    private final PartnerRequest check = new PartnerRequest(order, 1, Kind.IDENTITY_CHECK);
    private final PartnerRequest block = new PartnerRequest(order, 5, Kind.CARD_BLOCK);
    private final PartnerRequest stop = new PartnerRequest(order, 5, Kind.CARD_STOP);
    private MessagePublisher publisher;

    /** A way on which nothing is yet; asked for once in each test. */
    protected abstract MessagePublisher nothingPublished() throws Exception;

    /** What was handed over on that way and will reach the partners, oldest first. */
    protected abstract Seq<PartnerRequest> handedOver() throws Exception;

    /** Whether that way carries requests of this kind at all. */
    protected boolean carries(Kind kind) {
        return true;
    }

    @BeforeEach
    void open() throws Exception {
        publisher = nothingPublished();
    }

    @Test
    void requestsAreHandedOverInTheirOrder() throws Exception {
        send(List.of(check));
        send(List.of(block, stop));

        assertThat(handedOver()).containsExactly(check, block, stop);
    }

    @Test
    void everyKindOfRequestIsHandedOverAsItIs() throws Exception {
        List<PartnerRequest> all = List.of(Kind.values()).map(kind -> new PartnerRequest(order, 3, kind));

        send(all);

        assertThat(handedOver()).isNotEmpty().containsExactlyElementsOf(all.filter(request -> carries(request.kind())));
    }

    @Test
    void aRepeatedRequestChangesNothing() throws Exception {
        send(List.of(check, block));
        send(List.of(block, check));
        send(List.of(check, stop));

        assertThat(handedOver()).containsExactly(check, block, stop);
    }

    @Test
    void aRequestMayBeRepeatedWithinOneCall() throws Exception {
        send(List.of(check, check, block));

        assertThat(handedOver()).containsExactly(check, block);
    }

    @Test
    void theSameIsAskedAgainForAnotherVersionOrAnotherOrder() throws Exception {
        PartnerRequest later = new PartnerRequest(order, 6, Kind.CARD_BLOCK);
        PartnerRequest others = new PartnerRequest(Samples.newOrderId(), 5, Kind.CARD_BLOCK);

        send(List.of(block, later, others));

        assertThat(handedOver()).containsExactly(block, later, others);
    }

    @Test
    void nothingToAskIsNoHarm() throws Exception {
        send(List.of(check));
        send(List.empty());

        assertThat(handedOver()).containsExactly(check);
    }

    @Test
    void requestsRepeatedAtTheSameMomentAreHandedOverOnce() throws Exception {
        Simultaneously.run(16, number -> () -> {
            send(number % 2 == 0 ? List.of(block, stop) : List.of(stop, block));
            return number;
        });

        assertThat(handedOver()).containsExactlyInAnyOrder(block, stop);
    }

    private void send(List<PartnerRequest> requests) {
        publisher.publish(requests.map(MessagePublisherContract::message));
    }

    /** A request as a message; what caused it is the same sample event for all. */
    public static OutgoingMessage message(PartnerRequest request) {
        OrderStory story = OrderStory.placed(request.orderId(), Samples.MORNING, Samples.ANNA, Examples.CONTENT);
        return new OutgoingMessage.Request(request, story.history().events().head(), story.latest());
    }
}
