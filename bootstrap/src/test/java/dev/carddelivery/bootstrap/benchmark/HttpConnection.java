package dev.carddelivery.bootstrap.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kept-alive HTTP/1.1 connection that does as little as possible, since the load generator shares the processors
 * with what it measures.
 */
final class HttpConnection implements AutoCloseable {

    private static final Pattern CONTENT_LENGTH =
            Pattern.compile("\r\ncontent-length: *([0-9]+)", Pattern.CASE_INSENSITIVE);

    private final Socket socket;
    private final byte[] buffer = new byte[16_384];

    HttpConnection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
    }

    /** Sends {@code body} and returns the status of the answer, which is read to its end. */
    int send(String method, String path, String token, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Bearer " + token
                + "\r\nContent-Length: " + content.length + "\r\n\r\n";
        byte[] request = new byte[head.length() + content.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(content, 0, request, head.length(), content.length);
        socket.getOutputStream().write(request);
        return answer();
    }

    /** Reads one answer, which comes alone, since the next request is sent only after it. */
    private int answer() throws IOException {
        int read = 0;
        int body = -1;
        while (body < 0) {
            read += more(read);
            body = endOfHead(read);
        }
        String head = new String(buffer, 0, body, StandardCharsets.ISO_8859_1);
        Matcher length = CONTENT_LENGTH.matcher(head);
        if (!length.find()) {
            throw new IOException("An answer without Content-Length:\n" + head);
        }
        for (int end = body + Integer.parseInt(length.group(1)); read < end; ) {
            read += more(read);
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private int more(int read) throws IOException {
        int more = socket.getInputStream().read(buffer, read, buffer.length - read);
        if (more <= 0) {
            throw new EOFException("The server closed the connection, or its answer is too long");
        }
        return more;
    }

    /** Where the blank line has been passed, or -1. */
    private int endOfHead(int read) {
        for (int i = 3; i < read; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n' && buffer[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
