package dev.carddelivery.domain.card;

import java.util.regex.Pattern;

/**
 * Finds what looks like a full card number in free text, so that it can be refused before it is stored or logged
 * anywhere.
 */
public final class CardNumbers {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    /** Blanks and hyphens, the kinds that keep a line together included. */
    private static final String SEPARATORS = " \u00a0\u202f\u2010\u2011-";

    private static final Pattern BETWEEN_GROUPS = Pattern.compile("[" + SEPARATORS + "]");
    private static final Pattern BETWEEN_RUNS =
            Pattern.compile("[" + SEPARATORS + "]{2,}|[^\\p{Nd}" + SEPARATORS + "]+");

    /** Of some ten thousand UUIDs one has digits that pass the check by chance. */
    private static final Pattern UUID = Pattern.compile(
            "(?<!\\w)\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}(?!\\w)");

    private CardNumbers() {}

    /**
     * Whether {@code text} holds 13 to 19 digits of any script that pass the Luhn check (ISO/IEC 7812-1, annex B): one
     * group of digits, or several with single blanks or hyphens between them, whatever groups stand before and behind.
     * The groups of a UUID do not count.
     */
    public static boolean occurIn(String text) {
        return mayHold(text)
                && BETWEEN_RUNS
                        .splitAsStream(UUID.matcher(text).replaceAll("?"))
                        .anyMatch(CardNumbers::occurInRun);
    }

    /** Most texts have too few digits in a row, which is quicker to see than what kind of groups they form. */
    private static boolean mayHold(String text) {
        int inARow = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            // Some scripts have their digits where one takes two surrogates.
            if (Character.isDigit(each) || Character.isHighSurrogate(each)) {
                inARow++;
                if (inARow == SHORTEST) {
                    return true;
                }
            } else if (SEPARATORS.indexOf(each) < 0 && !Character.isLowSurrogate(each)) {
                inARow = 0;
            }
        }
        return false;
    }

    private static boolean occurInRun(String run) {
        String[] groups = BETWEEN_GROUPS.split(run, -1);
        for (int first = 0; first < groups.length; first++) {
            StringBuilder digits = new StringBuilder();
            for (int last = first; last < groups.length && digits.length() < LONGEST; last++) {
                groups[last].codePoints().forEach(digit -> digits.append(Character.digit(digit, 10)));
                if (isCardNumber(digits)) {
                    return true;
                }
            }
        }
        return false;
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
