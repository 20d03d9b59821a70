package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, UTF-8 in percent-encoding whatever the body is said to be. What cannot be read is refused,
 * since to pass over it would be to answer another question.
 */
record Query(@Nullable String raw) {

    /** The first parameter of this name, if it is there and not empty. */
    Option<String> parameter(String name) {
        Option<String> found = Option.none();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? decoded(parts[1]) : "";
            if (decoded(parts[0]).equals(name) && found.isEmpty()) {
                found = Option.some(value);
            }
        }
        return found.filter(value -> !value.isEmpty());
    }

    private static String decoded(String text) {
        byte[] encoded = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                bytes.put(escaped(encoded, i + 1));
                i += 2;
            } else {
                bytes.put(encoded[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException noText) {
            throw unreadable();
        }
    }

    private static byte escaped(byte[] text, int at) {
        if (at + 1 >= text.length || !HexFormat.isHexDigit(text[at]) || !HexFormat.isHexDigit(text[at + 1])) {
            throw unreadable();
        }
        return (byte) (HexFormat.fromHexDigit(text[at]) << 4 | HexFormat.fromHexDigit(text[at + 1]));
    }

    private static ProblemException unreadable() {
        return ProblemType.BAD_REQUEST.because("query").exception();
    }
}
