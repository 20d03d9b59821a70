package dev.carddelivery.domain.person;

import io.vavr.control.Option;
import java.time.LocalDate;

/**
 * The person whose card it will be.
 *
 * @param firstName given name
 * @param lastName family name
 * @param middleName patronymic or middle name, where there is one
 * @param birthDate day of birth; whether that is old enough depends on the day and the card
 * @param contact how to reach the person
 */
public record Cardholder(
        PersonName firstName,
        PersonName lastName,
        Option<PersonName> middleName,
        LocalDate birthDate,
        Contact contact) {

    /** The same person, reached in another way. */
    public Cardholder reachedBy(Contact other) {
        return new Cardholder(firstName, lastName, middleName, birthDate, other);
    }
}
