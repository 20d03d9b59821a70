package dev.carddelivery.adapters.http.security;

/** In which role somebody calls. */
public enum Role {
    /** Orders cards and sees the own orders only. */
    CUSTOMER,
    /** Of the bank's support: sees all orders and gets around what goes wrong. */
    OPERATOR,
    /** An operator whom other operators ask. */
    SUPERVISOR
}
