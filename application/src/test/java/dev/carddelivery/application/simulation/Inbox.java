package dev.carddelivery.application.simulation;

import dev.carddelivery.application.report.Outcome;
import dev.carddelivery.application.report.ReceivedMessage;
import java.time.Duration;

/** The way from the partners into the program: what the program has not taken comes again. */
final class Inbox {

    private static final Duration USUAL_WAIT = Duration.ofMinutes(10);

    private final Nature nature;
    private final OrderDomain domain;
    private final Reports reports;
    private final Ledger ledger;

    Inbox(Nature nature, OrderDomain domain, Reports reports, Ledger ledger) {
        this.nature = nature;
        this.domain = domain;
        this.reports = reports;
        this.ledger = ledger;
    }

    /** Brings a message until it is taken. */
    void bring(ReceivedMessage message) {
        domain.ask("intake", instance -> instance.intake().accept(message))
                .peek(outcome -> {
                    nature.note("  " + outcome);
                    reports.read(message).forEach(ledger::taken);
                    if (outcome instanceof Outcome.LaidAside letter) {
                        ledger.laidAside(letter.deadLetter());
                    }
                })
                .onEmpty(() -> nature.later(nature.chance().about(USUAL_WAIT), () -> bring(message)));
    }
}
