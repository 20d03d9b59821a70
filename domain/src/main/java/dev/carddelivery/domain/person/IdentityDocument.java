package dev.carddelivery.domain.person;

import java.time.LocalDate;

/**
 * The paper that proves who the customer is.
 *
 * @param type what kind of paper
 * @param number its number
 * @param issuedOn the day it was issued; must not lie in the future when the order is placed
 * @param issuedBy the authority that issued it
 */
public record IdentityDocument(Type type, DocumentNumber number, LocalDate issuedOn, IssuingAuthority issuedBy) {

    /** The kinds of paper the bank takes. */
    public enum Type {
        PASSPORT,
        FOREIGN_PASSPORT,
        RESIDENCE_PERMIT
    }
}
