package dev.carddelivery.adapters.http.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a client accepts (RFC 9110, section 12.5.1). */
public final class Accept {

    private static final Pattern REFUSED = Pattern.compile("q=0(\\.0{0,3})?");

    private Accept() {}

    /** Whether {@code accept} admits {@code mediaType}; the most specific range that fits decides. */
    public static boolean admits(String accept, String mediaType) {
        String type = mediaType.substring(0, mediaType.indexOf('/'));
        for (String range : new String[] {mediaType, type + "/*", "*/*"}) {
            String[] fitting = Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",", -1))
                    .filter(each -> each.split(";", 2)[0].strip().equals(range))
                    .toArray(String[]::new);
            if (fitting.length > 0) {
                return Arrays.stream(fitting).anyMatch(Accept::isWanted);
            }
        }
        return false;
    }

    private static boolean isWanted(String range) {
        return Arrays.stream(range.split(";", -1))
                .map(String::strip)
                .noneMatch(parameter -> REFUSED.matcher(parameter).matches());
    }
}
