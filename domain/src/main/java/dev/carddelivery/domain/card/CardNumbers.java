package dev.carddelivery.domain.card;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like a full card number in free text, so that it can be refused before it is stored or logged
 * anywhere.
 */
public final class CardNumbers {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    private static final Pattern GROUP = Pattern.compile("\\p{Nd}+");

    /** Hyphens, the one that keeps a line together and the minus sign. */
    private static final String HYPHENS = "-\u2010\u2011\u2212";

    /** Marks and line breaks that people put between groups. */
    private static final String MARKS = "/._,:\t\n\u000b\f\r";

    /** Of some ten thousand UUIDs one has digits that pass the check by chance. */
    private static final Pattern UUID = Pattern.compile(
            "(?<!\\w)\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}(?!\\w)");

    private CardNumbers() {}

    /**
     * Whether {@code text} holds 13 to 19 digits of any script that pass the Luhn check (ISO/IEC 7812-1, annex B): one
     * group of digits, or several of one run, whatever groups stand before and behind. The groups of a UUID do not
     * count.
     */
    public static boolean occurIn(String text) {
        return mayHold(text)
                && occurInRuns(text)
                && occurInRuns(UUID.matcher(text).replaceAll("?"));
    }

    /** Most texts have too few digits in a row, which is quicker to see than what kind of groups they form. */
    private static boolean mayHold(String text) {
        int inARow = 0;
        for (int i = 0; i < text.length() && inARow < SHORTEST; i++) {
            char each = text.charAt(i);
            switch (Character.getType(each)) {
                case Character.DECIMAL_DIGIT_NUMBER -> inARow++;
                // Some scripts have their digits where one takes two surrogates.
                case Character.SURROGATE -> inARow += Character.isHighSurrogate(each) ? 1 : 0;
                // By far the most common, so it is not asked what else they might be.
                case Character.LOWERCASE_LETTER, Character.UPPERCASE_LETTER -> inARow = 0;
                default -> inARow = mayStandBetween(each) ? inARow : 0;
            }
        }
        return inARow == SHORTEST;
    }

    private static boolean occurInRuns(String text) {
        List<String> run = new ArrayList<>();
        Matcher group = GROUP.matcher(text);
        for (int end = 0; group.find(); end = group.end()) {
            String digits = inAscii(group.group());
            if (!run.isEmpty() && !continues(run, text.substring(end, group.start()), digits)) {
                run.clear();
            }
            run.add(digits);
            if (endsInCardNumber(run)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a group belongs to the run before it. A blank or a hyphen may stand between any two; other marks or
     * several of them only between such as card numbers are written in, since dates and phones stand so, too.
     */
    private static boolean continues(List<String> run, String gap, String next) {
        boolean narrow = gap.codePointCount(0, gap.length()) == 1 && isBlankOrHyphen(gap.codePointAt(0));
        return narrow || (areGroupedLikeCards(run, next) && gap.codePoints().allMatch(CardNumbers::mayStandBetween));
    }

    /** Four digits or more and then three or more; or thirteen digits, which go four, three, three, three. */
    private static boolean areGroupedLikeCards(List<String> run, String next) {
        return run.getLast().length() >= 4
                ? next.length() >= 3
                : next.length() == 3 && lengthFromEnd(run, 1) == 3 && endsInFourAndThrees(run);
    }

    private static boolean endsInFourAndThrees(List<String> run) {
        return lengthFromEnd(run, 2) == 4 || (lengthFromEnd(run, 2) == 3 && lengthFromEnd(run, 3) == 4);
    }

    private static int lengthFromEnd(List<String> run, int place) {
        return place > run.size() ? 0 : run.get(run.size() - place).length();
    }

    /** Of any kind, also those that keep a line together or cannot be seen. */
    private static boolean isBlankOrHyphen(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.FORMAT -> true;
            default -> HYPHENS.indexOf(character) >= 0;
        };
    }

    private static boolean mayStandBetween(int character) {
        return isBlankOrHyphen(character)
                || Character.getType(character) == Character.DASH_PUNCTUATION
                || MARKS.indexOf(character) >= 0;
    }

    private static boolean endsInCardNumber(List<String> run) {
        String digits = "";
        for (int first = run.size() - 1; first >= 0 && digits.length() < LONGEST; first--) {
            digits = run.get(first) + digits;
            if (isCardNumber(digits)) {
                return true;
            }
        }
        return false;
    }

    private static String inAscii(String digits) {
        return digits.codePoints()
                .map(digit -> '0' + Character.digit(digit, 10))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
