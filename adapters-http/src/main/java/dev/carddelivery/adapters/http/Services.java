package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.security.Authenticator;
import dev.carddelivery.adapters.http.security.DemoTokens;
import dev.carddelivery.adapters.http.security.Origins;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.port.OrderSearch;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.UserSearch;
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
 * @param authenticator tells who calls
 * @param origins tells our own pages from others
 * @param demoTokens issues tokens to anybody, in demo mode only
 * @param missing what is missing for taking orders, in snake case; empty when they can be taken
 * @param clock the present
 */
public record Services(
        OrderHandler orders,
        OrderStore store,
        LiveOrders live,
        OrderSearch orderSearch,
        UserSearch userSearch,
        Authenticator authenticator,
        Origins origins,
        Option<DemoTokens> demoTokens,
        Supplier<Seq<String>> missing,
        InstantSource clock) {}
