package dev.carddelivery.adapters.messaging.webhook;

import dev.carddelivery.application.webhook.UrlFault;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Where a webhook goes, taken apart.
 *
 * @param secure whether it is {@code https}
 * @param host a name or an address, IPv6 without brackets
 * @param port the port
 * @param authority host and port as the header {@code Host} names them
 * @param target path and query, as they stand in the first line of a request
 */
record WebhookUrl(boolean secure, String host, int port, String authority, String target) {

    /**
     * Takes a URL apart.
     *
     * @param privateAllowed whether it may lead to a private network, and then without TLS
     */
    static Either<UrlFault, WebhookUrl> parse(String text, boolean privateAllowed) {
        return server(text)
                .toEither(UrlFault.NO_SERVER)
                .filterOrElse(url -> url.secure() || privateAllowed, url -> UrlFault.NOT_HTTPS)
                .filterOrElse(url -> privateAllowed || !url.isPlainlyPrivate(), url -> UrlFault.PRIVATE_ADDRESS);
    }

    /** What is wrong with a URL, if anything is. */
    static Option<UrlFault> fault(String text, boolean privateAllowed) {
        return parse(text, privateAllowed).swap().toOption();
    }

    private static Option<WebhookUrl> server(String text) {
        try {
            URI uri = new URI(text);
            String scheme = Option.of(uri.getScheme()).getOrElse("").toLowerCase(Locale.ROOT);
            boolean secure = scheme.equals("https");
            String host = uri.getHost();
            boolean fits = (secure || scheme.equals("http"))
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535;
            return host == null || !fits ? Option.none() : Option.some(of(uri, secure, host));
        } catch (URISyntaxException e) {
            return Option.none();
        }
    }

    private static WebhookUrl of(URI uri, boolean secure, String host) {
        String path = Option.of(uri.getRawPath()).getOrElse("");
        String query = Option.of(uri.getRawQuery()).map(raw -> "?" + raw).getOrElse("");
        int usual = secure ? 443 : 80;
        return new WebhookUrl(
                secure,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                uri.getPort() < 0 ? usual : uri.getPort(),
                uri.getPort() < 0 ? host : host + ":" + uri.getPort(),
                URI.create((path.isEmpty() ? "/" : path) + query).toASCIIString());
    }

    /** Whether one sees without looking anything up that it leads to no server on the Internet. */
    private boolean isPlainlyPrivate() {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || (isAddress(name) && !isPublicAddress(name));
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || name.matches("\\d+(\\.\\d+){0,3}");
    }

    private static boolean isPublicAddress(String address) {
        try {
            return AddressRange.isPublic(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
