package dev.carddelivery.bootstrap.demo;

import dev.carddelivery.adapters.http.demo.Behaviour;
import dev.carddelivery.adapters.jdbc.JdbcMailbox;
import dev.carddelivery.adapters.jdbc.PendingMail;
import dev.carddelivery.adapters.jdbc.PendingMail.Progress;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.application.process.SideBySide;
import dev.carddelivery.application.process.Turns;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.bootstrap.demo.DemoScript.Step;
import io.cloudevents.CloudEvent;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Plays the identity service, the bureau and the courier, who know nothing but the messages in their mailbox. How far
 * they have come is kept there, too, so that they go on where they were after a crash; a report they repeat carries the
 * same id and says the same.
 */
public final class DemoPartners implements Worker.Step {

    private static final System.Logger LOG = System.getLogger(DemoPartners.class.getName());
    private static final int AT_ONCE = 64;

    private final JdbcMailbox mailbox;
    private final Reports reports;
    private final InstantSource clock;
    private final Duration day;
    private final DemoScript script;
    private final Duration pause;
    private final Turns<PendingMail> turns = new Turns<>(AT_ONCE);

    /**
     * The partners.
     *
     * @param day how long a calendar day lasts for them
     * @param pause how long to wait between two looks at what is due
     */
    public DemoPartners(JdbcMailbox mailbox, Reports reports, InstantSource clock, Duration day, Duration pause) {
        this.mailbox = mailbox;
        this.reports = reports;
        this.clock = clock;
        this.day = day;
        this.script = new DemoScript(day);
        this.pause = pause;
    }

    @Override
    public Duration run() {
        Instant now = clock.instant();
        SideBySide.forEach(turns.next(now, limit -> mailbox.due(now, limit)), this::tryWork);
        return pause;
    }

    private void tryWork(PendingMail pending) {
        String what = pending.mail().kind() + " " + pending.mail().id();
        try {
            work(pending);
        } catch (StoreUnavailable e) {
            LOG.log(System.Logger.Level.WARNING, "A demo partner will try again: " + what + ": " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A demo partner will try again: " + what, e);
        }
    }

    /** Step 0 is taking note of the request; step n is the n-th report. */
    private void work(PendingMail pending) {
        DemoRequest request = DemoRequest.of(pending.mail());
        Behaviour behaviour = pending.behaviour().map(DemoBehaviours::read).getOrElse(Behaviour.NORMAL);
        int step = pending.progress().step();
        Chance chance = new Chance(request.id(), pending.asked(), step);
        boolean rejected = isRejected(pending, behaviour, chance);
        List<Step> steps = steps(request, rejected);
        if (step == 0) {
            dropWhatIsCalledOff(request);
            proceed(request, steps, new Progress(1, rejected, Option.none()), behaviour);
        } else {
            Telling telling =
                    Telling.at(step, step == steps.size(), pending.progress().heldBack(), behaviour, chance);
            tell(request, steps, step, telling);
            proceed(request, steps, new Progress(step + 1, rejected, telling.heldBack()), behaviour);
        }
    }

    /** Decided once, when the request is taken note of for the first time. */
    private static boolean isRejected(PendingMail pending, Behaviour behaviour, Chance chance) {
        boolean undecided = pending.asked() == 1 && pending.progress().step() == 0;
        return undecided
                ? chance.of("rejected", behaviour.rejected())
                : pending.progress().rejected();
    }

    private List<Step> steps(DemoRequest request, boolean rejected) {
        boolean made = request.kind() == Kind.CARD_STOP && mailbox.isFulfilled(request.orderId(), Kind.CARD_PRODUCE);
        return script.steps(request, rejected, made);
    }

    private void dropWhatIsCalledOff(DemoRequest request) {
        if (request.kind() == Kind.CARD_STOP) {
            mailbox.withdraw(request.orderId(), Kind.CARD_PRODUCE);
        }
        if (request.kind() == Kind.PARCEL_RECALL) {
            mailbox.withdraw(request.orderId(), Kind.PARCEL_DISPATCH);
        }
    }

    private void tell(DemoRequest request, List<Step> steps, int step, Telling telling) {
        DemoReports written = new DemoReports(request, steps);
        List<CloudEvent> told = telling.steps().map(written::of);
        reports.send(
                request.kind().partner(), telling.contradicted() ? told.append(written.contradicting(step)) : told);
    }

    private void proceed(DemoRequest request, List<Step> steps, Progress next, Behaviour behaviour) {
        if (next.step() <= steps.size()) {
            Duration late = Duration.ofNanos((long) (day.toNanos() * behaviour.delayDays()));
            Instant due =
                    clock.instant().plus(steps.get(next.step() - 1).after()).plus(late);
            mailbox.advance(request.id(), next, due);
        } else {
            mailbox.finish(request.id());
        }
    }
}
