package dev.carddelivery.adapters.http.security;

import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells our own pages from others, by the origin that a browser names (RFC 6454).
 *
 * @param published where browsers find this program, {@code scheme://host} or {@code scheme://host:port}; needed where
 *     a proxy in front hides from us which host they asked
 */
public record Origins(Option<String> published) {

    private static final Pattern FORM = Pattern.compile("(https?)://([^/]+)");

    /**
     * Whether a page from {@code origin} is one of ours. Proxies end TLS, so the scheme of a request says nothing.
     *
     * @param origin what the header {@code Origin} says
     * @param host what the header {@code Host} of the same request says
     */
    public boolean include(String origin, Option<String> host) {
        Matcher named = FORM.matcher(origin.toLowerCase(Locale.ROOT));
        if (!named.matches()) {
            return false;
        }
        String scheme = named.group(1);
        String authority = withoutUsualPort(scheme, named.group(2));
        return host.exists(asked ->
                        withoutUsualPort(scheme, asked.toLowerCase(Locale.ROOT)).equals(authority))
                || published.exists(ours -> isSame(ours, scheme, authority));
    }

    private static boolean isSame(String published, String scheme, String authority) {
        Matcher ours = FORM.matcher(published.toLowerCase(Locale.ROOT));
        return ours.matches()
                && ours.group(1).equals(scheme)
                && withoutUsualPort(scheme, ours.group(2)).equals(authority);
    }

    private static String withoutUsualPort(String scheme, String authority) {
        String usual = scheme.equals("https") ? ":443" : ":80";
        return authority.endsWith(usual) ? authority.substring(0, authority.length() - usual.length()) : authority;
    }
}
