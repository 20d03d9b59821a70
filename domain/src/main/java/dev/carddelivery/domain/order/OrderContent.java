package dev.carddelivery.domain.order;

import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.person.Cardholder;
import dev.carddelivery.domain.person.LegalInfo;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.LocalDate;

/**
 * What the customer fills in: the card, the person, what the law asks, the way to the door.
 *
 * @param card which card
 * @param holder whose card
 * @param legal document, citizenship, consents
 * @param delivery how it gets there
 */
public record OrderContent(CardSpec card, Cardholder holder, LegalInfo legal, DeliveryPlan delivery) {

    /** From this age a person may hold a card that spends their own money. */
    public static final int DEBIT_AGE = 14;

    /** From this age a person may owe the bank money. */
    public static final int CREDIT_AGE = 18;

    private static final int OLDEST_AGE = 120;

    /** What the customer may still change until the cut-off. */
    public EditableContent editable() {
        return new EditableContent(card.embossingName(), card.design(), holder.contact(), delivery);
    }

    /** This content with its editable part replaced. */
    public OrderContent with(EditableContent edited) {
        CardSpec newCard = new CardSpec(
                card.type(), card.paymentSystem(), edited.embossingName(), card.currency(), edited.design());
        return new OrderContent(newCard, holder.reachedBy(edited.contact()), legal, edited.delivery());
    }

    /** This content, to be delivered in another way. */
    OrderContent with(DeliveryPlan newDelivery) {
        return new OrderContent(card, holder, legal, newDelivery);
    }

    /** What is wrong with this content on the day {@code today} (UTC), each with its pointer from the order's root. */
    public Seq<Violation> violationsOn(LocalDate today) {
        return List.of(age(today), document(today)).flatMap(found -> found).appendAll(slotViolationOn(today));
    }

    /** A wished slot that has passed; the day before today is let through, since some time zones are behind UTC. */
    Option<Violation> slotViolationOn(LocalDate today) {
        return delivery.slot()
                .filter(slot -> slot.date().isBefore(today.minusDays(1)))
                .map(slot -> Violation.of("slot-in-the-past")
                        .under("date")
                        .under("slot")
                        .under("deliveryInfo"));
    }

    private Option<Violation> age(LocalDate today) {
        int youngest = card.type() == CardType.CREDIT ? CREDIT_AGE : DEBIT_AGE;
        LocalDate born = holder.birthDate();
        boolean fits = !born.isAfter(today.minusYears(youngest)) && born.isAfter(today.minusYears(OLDEST_AGE + 1L));
        return Option.when(
                !fits,
                () -> Violation.of("age", youngest, OLDEST_AGE)
                        .under("birthDate")
                        .under("userInfo"));
    }

    private Option<Violation> document(LocalDate today) {
        LocalDate issuedOn = legal.document().issuedOn();
        return Option.when(
                issuedOn.isAfter(today.plusDays(1)) || issuedOn.isBefore(holder.birthDate()),
                () -> Violation.of("document-date")
                        .under("issuedOn")
                        .under("document")
                        .under("legalInfo"));
    }
}
