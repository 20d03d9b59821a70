package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.domain.card.CardCurrency;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.card.PaymentSystem;
import dev.carddelivery.domain.delivery.DeliveryMethod;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.order.ReturnReason;
import dev.carddelivery.domain.person.Consent;
import dev.carddelivery.domain.person.IdentityDocument;
import io.vavr.collection.List;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Renaming a constant must not change what is stored, nor make unreadable what was. */
class StoredWordsTest {

    private static final List<Class<? extends Enum<?>>> STORED = List.of(
            Actor.Role.class,
            Attention.Reason.class,
            BureauReport.Reason.class,
            CancelReason.class,
            CardCurrency.class,
            CardType.class,
            Consent.class,
            DeadLetter.Act.What.class,
            DeadLetter.Reason.class,
            DeadLetter.State.class,
            Deadline.Kind.class,
            DeliveryMethod.class,
            FailedAttempt.Reason.class,
            IdentityDocument.Type.class,
            IdentityReport.Reason.class,
            Leg.class,
            OrderEvent.RecallCompleted.Outcome.class,
            OrderEvent.ReportNoted.Reason.class,
            PartnerRequest.Kind.class,
            PartnerRequest.Partner.class,
            PaymentSystem.class,
            Purpose.class,
            ReturnReason.class);

    @Test
    void theWordsOnDiskAreThoseOfTheGoldenFile() throws IOException {
        List<String> lines =
                STORED.map(type -> type.getName().replaceFirst(".*[.]", "").replace('$', '.') + ": "
                        + List.of(type.getEnumConstants()).map(Words::of).mkString(" "));

        assertThat(lines.mkString("", "\n", "\n")).isEqualTo(golden());
    }

    private static String golden() throws IOException {
        try (InputStream in = StoredWordsTest.class.getResourceAsStream("/golden/words.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
