package dev.carddelivery.bootstrap.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive HTTP/1.1 connection that does as little as possible, since the load generator shares the processors
 * with what it measures.
 */
final class HttpConnection implements AutoCloseable {

    /** As our server spells it. */
    private static final String CONTENT_LENGTH = "\r\nContent-Length: ";

    private final Socket socket;
    private final byte[] buffer = new byte[16_384];

    HttpConnection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
    }

    /** Sends {@code content} and returns the status of the answer, which is read to its end. */
    int send(String method, String path, String token, byte[] content) throws IOException {
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
        int length = head.indexOf(CONTENT_LENGTH);
        if (length < 0) {
            throw new IOException("An answer without Content-Length:\n" + head);
        }
        int digits = length + CONTENT_LENGTH.length();
        int end = body + Integer.parseInt(head, digits, head.indexOf('\r', digits), 10);
        while (read < end) {
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
