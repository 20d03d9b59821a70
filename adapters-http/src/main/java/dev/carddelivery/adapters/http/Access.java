package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.security.Role;

/** Who may use an operation. */
enum Access {
    /** Everybody, without a token. */
    EVERYBODY,
    /** Whoever has a valid token. What they see depends on their role. */
    ANY_ROLE,
    /** Customers, for themselves. */
    CUSTOMERS,
    /** The bank's support. */
    STAFF;

    boolean admits(Role role) {
        return switch (this) {
            case EVERYBODY, ANY_ROLE -> true;
            case CUSTOMERS -> role == Role.CUSTOMER;
            case STAFF -> role != Role.CUSTOMER;
        };
    }
}
