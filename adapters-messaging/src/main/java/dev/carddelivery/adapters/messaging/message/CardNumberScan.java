package dev.carddelivery.adapters.messaging.message;

import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.domain.card.CardNumbers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Refuses messages that hold what looks like a card number: before anything else is known of them, since broken ones
 * are kept as well, and once more as soon as it is known what their text means.
 */
final class CardNumberScan {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    /** Numbers longer than that are no card numbers. */
    private static final double LONGEST = 1e19;

    private CardNumberScan() {}

    /** Looks at the body and the headers as they came. */
    static void check(ReceivedMessage message) {
        if (occursIn(message.body().toText())) {
            throw MessageFault.cardNumber("The body");
        }
        message.headers().forEach((name, value) -> {
            if (occursIn(name) || occursIn(value)) {
                throw MessageFault.cardNumber("A header");
            }
        });
    }

    /** Looks at what was decoded. */
    static void check(String text, String where) {
        if (CardNumbers.occurIn(text)) {
            throw MessageFault.cardNumber(where);
        }
    }

    /** Looks at each value and each name of a field. */
    static void check(JsonNode json, String where) {
        if (json.isString()) {
            check(json.stringValue(), where);
        } else if (json.isNumber() && Math.abs(json.doubleValue(LONGEST)) < LONGEST) {
            check(json.decimalValue().toPlainString(), where);
        }
        json.propertyNames().forEach(name -> check(name, where));
        json.forEach(child -> check(child, where));
    }

    /** Also in UTF-16, where zeros stand between the digits, and with characters written as JSON's escapes. */
    private static boolean occursIn(String raw) {
        String text = raw.replace("\0", "");
        return CardNumbers.occurIn(text)
                || (text.contains("\\u")
                        && CardNumbers.occurIn(ESCAPE.matcher(text)
                                .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))))));
    }

    private static String character(String hexadecimal) {
        return String.valueOf((char) Integer.parseInt(hexadecimal, 16));
    }
}
