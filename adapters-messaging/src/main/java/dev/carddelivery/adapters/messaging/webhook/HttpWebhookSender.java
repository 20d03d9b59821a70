package dev.carddelivery.adapters.messaging.webhook;

import dev.carddelivery.adapters.messaging.message.StructuredFormat;
import dev.carddelivery.application.port.WebhookSender;
import dev.carddelivery.application.webhook.UrlFault;
import dev.carddelivery.application.webhook.WebhookAttempt.Answered;
import dev.carddelivery.application.webhook.WebhookAttempt.Fault;
import dev.carddelivery.application.webhook.WebhookAttempt.Result;
import dev.carddelivery.application.webhook.WebhookAttempt.Unanswered;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookSecret;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends deliveries over HTTP, signed as Standard Webhooks has it. A name is looked up once for each attempt, all its
 * addresses are judged, and one of just these is connected to; so nobody's name leads into a private network, neither
 * at once nor by changing in between.
 */
public final class HttpWebhookSender implements WebhookSender {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int MOST_ADDRESSES = 3;

    private final HostLookup lookup;
    private final SSLSocketFactory tls;
    private final boolean privateAllowed;
    private final Duration limit;

    /**
     * A sender.
     *
     * @param privateAllowed whether to send to private networks and to this very machine too, and without TLS
     */
    public HttpWebhookSender(boolean privateAllowed) {
        this(HostLookup::bySystem, (SSLSocketFactory) SSLSocketFactory.getDefault(), privateAllowed, LIMIT);
    }

    HttpWebhookSender(HostLookup lookup, SSLSocketFactory tls, boolean privateAllowed, Duration limit) {
        this.lookup = lookup;
        this.tls = tls;
        this.privateAllowed = privateAllowed;
        this.limit = limit;
    }

    /** Why nothing would be sent to {@code url}, as far as one can tell without looking its name up. */
    public Option<UrlFault> fault(String url) {
        return WebhookUrl.fault(url, privateAllowed);
    }

    @Override
    public Result send(String url, Seq<WebhookSecret> secrets, WebhookDelivery delivery, Instant now) {
        return WebhookUrl.parse(url, privateAllowed)
                .fold(
                        fault -> new Unanswered(Fault.URL_REFUSED),
                        target -> send(target, request(target, secrets, delivery, now)));
    }

    private Result send(WebhookUrl url, byte[] request) {
        try {
            Seq<InetAddress> addresses = lookup.addresses(url.host());
            return privateAllowed || addresses.forAll(AddressRange::isPublic)
                    ? new Answered(status(url, addresses.take(MOST_ADDRESSES), request))
                    : new Unanswered(Fault.ADDRESS_REFUSED);
        } catch (IOException e) {
            return new Unanswered(fault(e));
        }
    }

    /** The next address is asked where nobody listens at one. */
    private int status(WebhookUrl url, Seq<InetAddress> addresses, byte[] request) throws IOException {
        try {
            return new Exchange(url, addresses.head(), tls, limit).status(request);
        } catch (ConnectException | NoRouteToHostException e) {
            if (addresses.size() == 1) {
                throw e;
            }
            return status(url, addresses.tail(), request);
        }
    }

    private static Fault fault(IOException e) {
        return switch (e) {
            case UnknownHostException unknown -> Fault.UNKNOWN_HOST;
            case SocketTimeoutException late -> Fault.TIMEOUT;
            case SSLException insecure -> Fault.TLS;
            case ProtocolException odd -> Fault.NOT_HTTP;
            default -> Fault.CONNECTION;
        };
    }

    private static byte[] request(WebhookUrl url, Seq<WebhookSecret> secrets, WebhookDelivery delivery, Instant now) {
        long second = now.getEpochSecond();
        byte[] body = delivery.message().body().toArray();
        String head = """
                POST %s HTTP/1.1
                Host: %s
                User-Agent: card-delivery
                Connection: close
                Content-Type: %s
                Content-Length: %d
                webhook-id: %s
                webhook-timestamp: %d
                webhook-signature: %s

                """.formatted(
                        url.target(),
                        url.authority(),
                        StructuredFormat.CONTENT_TYPE,
                        body.length,
                        delivery.id(),
                        second,
                        Signature.of(delivery, second, secrets));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
