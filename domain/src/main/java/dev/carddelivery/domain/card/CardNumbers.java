package dev.carddelivery.domain.card;

/**
 * Finds what looks like a full card number in free text, so that it can be refused before it is stored or logged
 * anywhere.
 */
public final class CardNumbers {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    private CardNumbers() {}

    /**
     * Whether {@code text} holds a run of 13 to 19 digits of any script, alone or with single blanks or hyphens between
     * them, that passes the Luhn check (ISO/IEC 7812-1, annex B).
     */
    public static boolean occurIn(String text) {
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                run.append((char) ('0' + Character.digit(c, 10)));
            } else if (!joinsDigits(text, i)) {
                if (isCardNumber(run)) {
                    return true;
                }
                run.setLength(0);
            }
        }
        return isCardNumber(run);
    }

    private static boolean joinsDigits(String text, int i) {
        char c = text.charAt(i);
        return (c == ' ' || c == '-' || c == '\u00a0' || c == '\u202f')
                && i > 0
                && Character.isDigit(text.charAt(i - 1))
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i + 1));
    }

    private static boolean isCardNumber(CharSequence digits) {
        return digits.length() >= SHORTEST && digits.length() <= LONGEST && passesLuhn(digits);
    }

    private static boolean passesLuhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
