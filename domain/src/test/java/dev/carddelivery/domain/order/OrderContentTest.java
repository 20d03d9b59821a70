package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.testing.Examples.CARD;
import static dev.carddelivery.domain.testing.Examples.CONTENT;
import static dev.carddelivery.domain.testing.Examples.HOLDER;
import static dev.carddelivery.domain.testing.Examples.LEGAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.person.Cardholder;
import dev.carddelivery.domain.person.IdentityDocument;
import dev.carddelivery.domain.person.LegalInfo;
import dev.carddelivery.domain.validation.Violation;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What depends on the day on which something is ordered. */
class OrderContentTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @ParameterizedTest
    @CsvSource({
        "CREDIT, 2008-11-22, true",
        "CREDIT, 2008-11-23, false",
        "DEBIT,  2012-11-22, true",
        "DEBIT,  2012-11-23, false",
        "DEBIT,  1905-11-23, true",
        "DEBIT,  1905-11-22, false",
    })
    void theCardholderIsOldEnoughForTheCardAndNotTooOldToBeTrue(CardType type, LocalDate born, boolean accepted) {
        OrderContent content = new OrderContent(
                new CardSpec(type, CARD.paymentSystem(), CARD.embossingName(), CARD.currency(), CARD.design()),
                new Cardholder(HOLDER.firstName(), HOLDER.lastName(), HOLDER.middleName(), born, HOLDER.contact()),
                issued(TODAY),
                CONTENT.delivery());
        assertThat(content.violationsOn(TODAY).map(Violation::code).contains("age"))
                .isEqualTo(!accepted);
        assertThat(content.violationsOn(TODAY).size()).isEqualTo(accepted ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "1990-04-11, false",
        "1990-04-12, true",
        "2026-11-23, true",
        "2026-11-24, false",
    })
    void theDocumentWasIssuedInTheCardholdersLifeAndNotInTheFutureAnywhereOnEarth(LocalDate day, boolean accepted) {
        OrderContent content = new OrderContent(CARD, HOLDER, issued(day), CONTENT.delivery());
        assertThat(content.violationsOn(TODAY).map(Violation::code))
                .hasSize(accepted ? 0 : 1)
                .allMatch("document-date"::equals);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-02, true",
        "2026-12-03, false",
    })
    void theSlotHasNotPassedAnywhereOnEarth(LocalDate today, boolean accepted) {
        assertThat(CONTENT.violationsOn(today).map(Violation::code))
                .hasSize(accepted ? 0 : 1)
                .allMatch("slot-in-the-past"::equals);
    }

    private static LegalInfo issued(LocalDate day) {
        IdentityDocument document = LEGAL.document();
        return new LegalInfo(
                LEGAL.citizenship(),
                new IdentityDocument(document.type(), document.number(), day, document.issuedBy()),
                LEGAL.consents());
    }
}
