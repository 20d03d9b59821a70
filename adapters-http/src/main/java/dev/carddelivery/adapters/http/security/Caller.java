package dev.carddelivery.adapters.http.security;

import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.person.UserId;

/**
 * Who calls, as a valid token says.
 *
 * @param user the token's subject
 * @param role in which role
 */
public record Caller(UserId user, Role role) {

    /** The caller as an order's history names them. */
    public Actor actor() {
        Actor.Role inHistory = isCustomer() ? Actor.Role.CUSTOMER : Actor.Role.SUPPORT;
        return new Actor(inHistory, user.value());
    }

    /** Whether the caller sees no orders but the own. */
    public boolean isCustomer() {
        return role == Role.CUSTOMER;
    }

    /** Whether the caller may see what {@code owner} has ordered. */
    public boolean maySeeOrdersOf(UserId owner) {
        return !isCustomer() || user.equals(owner);
    }
}
