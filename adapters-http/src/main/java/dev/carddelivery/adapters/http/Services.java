package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.demo.PartnerBehaviours;
import dev.carddelivery.adapters.http.security.Authenticator;
import dev.carddelivery.adapters.http.security.DemoTokens;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.OrderSearch;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.application.port.UserSearch;
import dev.carddelivery.application.report.DeadLetterDesk;
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
 * @param authenticator tells who calls
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
        Authenticator authenticator,
        Option<DemoTokens> demoTokens,
        Option<PartnerBehaviours> partnerBehaviours,
        Supplier<Seq<String>> missing,
        InstantSource clock) {}
