package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.process.PartnerRequest;
import dev.carddelivery.application.process.PartnerRequest.Kind;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every way to the other domains does. */
public abstract class PartnerRequestsContract {

    private final OrderId order = Samples.newOrderId();
    private final PartnerRequest check = new PartnerRequest(order, 1, Kind.IDENTITY_CHECK);
    private final PartnerRequest block = new PartnerRequest(order, 5, Kind.CARD_BLOCK);
    private final PartnerRequest stop = new PartnerRequest(order, 5, Kind.CARD_STOP);
    private PartnerRequests requests;

    /** A way on which nothing is yet; asked for once in each test. */
    protected abstract PartnerRequests noRequests() throws Exception;

    /** What was handed over on that way and will reach the partners, oldest first. */
    protected abstract Seq<PartnerRequest> handedOver() throws Exception;

    @BeforeEach
    void open() throws Exception {
        requests = noRequests();
    }

    @Test
    void requestsAreHandedOverInTheirOrder() throws Exception {
        requests.send(List.of(check));
        requests.send(List.of(block, stop));

        assertThat(handedOver()).containsExactly(check, block, stop);
    }

    @Test
    void everyKindOfRequestIsHandedOverAsItIs() throws Exception {
        List<PartnerRequest> all = List.of(Kind.values()).map(kind -> new PartnerRequest(order, 3, kind));

        requests.send(all);

        assertThat(handedOver()).containsExactlyElementsOf(all);
    }

    @Test
    void aRepeatedRequestChangesNothing() throws Exception {
        requests.send(List.of(check, block));
        requests.send(List.of(block, check));
        requests.send(List.of(check, stop));

        assertThat(handedOver()).containsExactly(check, block, stop);
    }

    @Test
    void aRequestMayBeRepeatedWithinOneCall() throws Exception {
        requests.send(List.of(check, check, block));

        assertThat(handedOver()).containsExactly(check, block);
    }

    @Test
    void theSameIsAskedAgainForAnotherVersionOrAnotherOrder() throws Exception {
        PartnerRequest later = new PartnerRequest(order, 6, Kind.CARD_BLOCK);
        PartnerRequest others = new PartnerRequest(Samples.newOrderId(), 5, Kind.CARD_BLOCK);

        requests.send(List.of(block, later, others));

        assertThat(handedOver()).containsExactly(block, later, others);
    }

    @Test
    void nothingToAskIsNoHarm() throws Exception {
        requests.send(List.of(check));
        requests.send(List.empty());

        assertThat(handedOver()).containsExactly(check);
    }

    @Test
    void requestsRepeatedAtTheSameMomentAreHandedOverOnce() throws Exception {
        Simultaneously.run(16, number -> () -> {
            requests.send(number % 2 == 0 ? List.of(block, stop) : List.of(stop, block));
            return number;
        });

        assertThat(handedOver()).containsExactlyInAnyOrder(block, stop);
    }
}
