package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Locale;

/** The names of the topics, which are part of the contract with the other domains. */
public final class Topics {

    private final String prefix;

    Topics(String prefix) {
        this.prefix = prefix;
    }

    /** Public events: what has happened to the orders. */
    public String events() {
        return prefix + ".events";
    }

    /** What one partner is asked. */
    public String requests(Partner partner) {
        return prefix + ".requests." + partner.name().toLowerCase(Locale.ROOT);
    }

    /** What the partners say. */
    public String reports() {
        return prefix + ".reports";
    }

    /** Copies of the reports that could not be applied, with the reason. */
    public String deadLetters() {
        return prefix + ".dead-letters";
    }

    /** All of them. */
    public Seq<String> all() {
        return List.of(Partner.values())
                .map(this::requests)
                .prepend(events())
                .append(reports())
                .append(deadLetters());
    }
}
