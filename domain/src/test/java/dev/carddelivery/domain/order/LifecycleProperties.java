package dev.carddelivery.domain.order;

import dev.carddelivery.domain.testing.CardDeliveryDomain;
import dev.carddelivery.domain.testing.ComparedJourney;
import dev.carddelivery.domain.testing.Material;
import dev.carddelivery.domain.testing.Move;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;

/** The decider against the reference model, with any content, any parcel and any reasons. */
@Domain(CardDeliveryDomain.class)
class LifecycleProperties {

    @Property(tries = 300)
    void theDeciderAcceptsExactlyWhatTheReferenceModelDocuments(
            @ForAll Material material, @ForAll @Size(max = 30) List<Move> detours) {
        ComparedJourney journey = ComparedJourney.of(material);
        for (Move detour : detours) {
            journey = journey.make(detour).make(journey.life().onward());
        }
    }
}
