package dev.carddelivery.domain.order;

/**
 * Who wishes or asserts something.
 *
 * @param role in which role
 * @param id who in that role: a token's subject or a partner's name
 */
public record Actor(Role role, String id) {

    /** The passing of time itself. */
    public static final Actor CLOCK = new Actor(Role.CLOCK, "clock");

    /** The roles in which somebody can move an order. */
    public enum Role {
        CUSTOMER,
        SUPPORT,
        IDENTITY,
        BUREAU,
        COURIER,
        CLOCK
    }
}
