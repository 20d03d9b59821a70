package dev.carddelivery.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.testing.CardDeliveryDomain;
import dev.carddelivery.domain.testing.CommandArbitraries;
import dev.carddelivery.domain.testing.ComparedJourney;
import dev.carddelivery.domain.testing.Material;
import dev.carddelivery.domain.testing.Move;
import dev.carddelivery.domain.testing.OrderArbitraries;
import io.vavr.collection.List;
import io.vavr.control.Either;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** The decider against the reference model, with any content, any parcel and any reasons. */
@Domain(CardDeliveryDomain.class)
@Domain(DomainContext.Global.class)
class LifecycleProperties {

    @Property(tries = 200)
    void theDeciderAcceptsExactlyWhatTheReferenceModelDocuments(
            @ForAll Material material, @ForAll @Size(max = 30) java.util.List<Move> detours) {
        ComparedJourney journey = ComparedJourney.of(material);
        for (Move detour : detours) {
            journey = journey.make(detour).make(journey.life().onward());
        }
    }

    @Property(tries = 200)
    void whatTheReferenceModelCallsSensibleIsRecorded(
            @ForAll("sensible") Either<OrderRejection, List<OrderEvent>> verdict) {
        assertThat(verdict.get()).anyMatch(event -> !(event instanceof OrderEvent.ReportNoted));
    }

    @Provide
    Arbitrary<Either<OrderRejection, List<OrderEvent>>> sensible() {
        return OrderArbitraries.journeys()
                .filter(life -> !(life.order() instanceof Order.Ended))
                .flatMap(life -> CommandArbitraries.sensibleCommands(life)
                        .map(command -> life.decider().decide(life.order(), command)));
    }
}
