package dev.carddelivery.application.simulation;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A partner's door, behind which there may be nobody for a while: who knocks then is not heard. */
final class Silence implements Consumer<PartnerRequest> {

    private static final Duration LATEST = Duration.ofDays(20);
    private static final Duration LONGEST = Duration.ofDays(12);

    private final Nature nature;
    private final Partner partner;
    private final Consumer<PartnerRequest> behind;
    private final Instant from;
    private final Instant until;

    Silence(Nature nature, Partner partner, Consumer<PartnerRequest> behind) {
        Chance chance = nature.chance();
        this.nature = nature;
        this.partner = partner;
        this.behind = behind;
        from = nature.clock().instant().plus(chance.between(Duration.ZERO, LATEST));
        until = from.plus(
                chance.of(nature.weather().silence()) ? chance.between(Duration.ZERO, LONGEST) : Duration.ZERO);
    }

    @Override
    public void accept(PartnerRequest request) {
        Instant now = nature.clock().instant();
        if (nature.isCalm() || now.isBefore(from) || !now.isBefore(until)) {
            behind.accept(request);
        } else {
            nature.note(partner + " is silent");
        }
    }
}
