package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.demo.PartnerBehaviours;
import dev.carddelivery.adapters.http.request.WebhookRules;
import dev.carddelivery.adapters.http.security.Authenticator;
import dev.carddelivery.adapters.http.security.DemoTokens;
import dev.carddelivery.adapters.http.security.Origins;
import dev.carddelivery.adapters.http.security.PartnerSecrets;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.OrderSearch;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.application.port.UserSearch;
import dev.carddelivery.application.port.WebhookDeliveries;
import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.report.DeadLetterDesk;
import dev.carddelivery.application.report.ReportIntake;
import dev.carddelivery.application.webhook.WebhookDesk;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the HTTP API stands on.
 *
 * @param orders takes wishes
 * @param store reads single orders
 * @param live tells when an order changes; something else must keep it running
 * @param orderSearch finds orders
 * @param userSearch finds users
 * @param deadLetters keeps messages that could not be applied
 * @param deadLetterDesk decides about them
 * @param parkedReports keeps reports that came too early
 * @param partnerReports takes in what partners send
 * @param webhooks tells others
 * @param messageContract what partners and subscribers have to keep to
 * @param authenticator tells who calls
 * @param origins tells our own pages from others
 * @param demoTokens issues tokens to anybody, in demo mode only
 * @param partnerBehaviours tells demo partners how to behave, where they belong to this program
 * @param missing what is missing for taking orders, in snake case; empty when they can be taken
 * @param clock the present
 */
public record Services(
        OrderHandler orders,
        OrderStore store,
        LiveOrders live,
        OrderSearch orderSearch,
        UserSearch userSearch,
        DeadLetters deadLetters,
        DeadLetterDesk deadLetterDesk,
        ParkedReports parkedReports,
        PartnerReports partnerReports,
        Webhooks webhooks,
        MessageContract messageContract,
        Authenticator authenticator,
        Origins origins,
        Option<DemoTokens> demoTokens,
        Option<PartnerBehaviours> partnerBehaviours,
        Supplier<Seq<String>> missing,
        InstantSource clock) {

    /**
     * What stands behind the partners' reports.
     *
     * @param secrets how they show who they are
     * @param intake takes them in
     */
    public record PartnerReports(PartnerSecrets secrets, ReportIntake intake) {}

    /** The contract of the messages, in files. */
    @FunctionalInterface
    public interface MessageContract {

        /**
         * One of the files.
         *
         * @param name {@code asyncapi.yaml}, or {@code schemas/} and the name of a schema that it refers to
         * @return none where there is no such file
         */
        Option<byte[]> file(String name);
    }

    /**
     * What stands behind webhooks.
     *
     * @param subscribers who is told
     * @param deliveries what they are told
     * @param desk decides who is told
     * @param rules what they may ask for
     */
    public record Webhooks(
            WebhookSubscribers subscribers, WebhookDeliveries deliveries, WebhookDesk desk, WebhookRules rules) {}
}
