package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.domain.card.CardCurrency;
import dev.carddelivery.domain.card.PaymentSystem;
import java.util.Locale;

/** How enum values are stored: in small letters, but payment systems and currencies the way the world writes them. */
final class Words {

    private Words() {}

    static String of(Enum<?> value) {
        return value instanceof PaymentSystem || value instanceof CardCurrency
                ? value.name()
                : value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E parse(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
