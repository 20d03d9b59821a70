package dev.carddelivery.adapters.messaging.webhook;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One request over a connection of its own to one address, HTTP/1.1. No client of the JDK can be told which address to
 * connect to, and one that looks the name up a second time could be led elsewhere than to where the first look led.
 *
 * @param url whose host the server has to be, if it is {@code https}
 * @param address where to connect to; nothing else is connected to, redirects are not followed
 * @param tls makes connections secure
 * @param limit how long all of it may take
 */
record Exchange(WebhookUrl url, InetAddress address, SSLSocketFactory tls, Duration limit) {

    /** The first line of an answer, in bytes. */
    private static final int LONGEST_LINE = 8_192;

    /** Of an answer nothing but its status matters; so much is read so that the server need not be cut off. */
    private static final int POLITE = 4_096;

    private static final int POLITE_MILLIS = 500;
    private static final int MOST_INTERIM_ANSWERS = 8;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");

    /**
     * Sends a request and reads the status of its answer.
     *
     * @param request head and body
     * @throws SocketTimeoutException when it took too long
     * @throws ProtocolException when the answer is no HTTP
     */
    int status(byte[] request) throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        try (Socket socket = new Socket()) {
            Thread.startVirtualThread(() -> cutLate(socket, done));
            socket.connect(new InetSocketAddress(address, url.port()), (int) limit.toMillis());
            Socket connection = url.secure() ? secured(socket) : socket;
            connection.getOutputStream().write(request);
            InputStream answer = new BufferedInputStream(connection.getInputStream());
            int status = status(answer);
            socket.setSoTimeout(POLITE_MILLIS);
            readOn(answer);
            return status;
        } catch (IOException e) {
            // The one that cuts is the only one who counts down before the end.
            throw done.getCount() > 0 ? e : timeout(e);
        } finally {
            done.countDown();
        }
    }

    private void cutLate(Socket socket, CountDownLatch done) {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                done.countDown();
                socket.close();
            }
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException("Nobody interrupts this thread, and closing is no work", e);
        }
    }

    private Socket secured(Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, url.host(), url.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static int status(InputStream answer) throws IOException {
        for (int i = 0; i < MOST_INTERIM_ANSWERS; i++) {
            Matcher line = STATUS.matcher(line(answer));
            if (!line.matches()) {
                throw new ProtocolException("The answer does not begin like one");
            }
            int status = Integer.parseInt(line.group(1));
            if (status >= 200) {
                return status;
            }
            skipHeaders(answer);
        }
        throw new ProtocolException("The answer does not come to an end");
    }

    private static void skipHeaders(InputStream answer) throws IOException {
        String header = line(answer);
        while (!header.isEmpty()) {
            header = line(answer);
        }
    }

    private static String line(InputStream answer) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = answer.read(); next != '\n'; next = answer.read()) {
            if (next < 0) {
                throw new EOFException("The server hung up");
            }
            if (line.size() == LONGEST_LINE) {
                throw new ProtocolException("The answer has an endless line");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static void readOn(InputStream answer) {
        try {
            answer.readNBytes(POLITE);
        } catch (IOException e) {
            // Whatever it was, the status is known.
        }
    }

    private static SocketTimeoutException timeout(IOException cause) {
        SocketTimeoutException timeout = new SocketTimeoutException("It took too long");
        timeout.initCause(cause);
        return timeout;
    }
}
