package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The query of a request, UTF-8 in percent-encoding whatever the body is said to be. What cannot be read, is not known
 * or is given twice is refused, since to pass over it would be to answer another question.
 *
 * @param parameters values by name
 */
record Query(Map<String, String> parameters) {

    static final Query NONE = new Query(HashMap.empty());

    /** Names that may stand in an answer: nobody hides a card's number in them. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_-]{1,40}");

    /** Reads a query in which no parameters but {@code known} may be. */
    static Query parse(String raw, Set<String> known) {
        Map<String, String> found = HashMap.empty();
        for (String pair : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            String[] parts = pair.split("=", 2);
            String name = decoded(parts[0]);
            if (!known.contains(name) || found.containsKey(name)) {
                throw refused(known.contains(name) ? "repeated-parameter" : "unknown-parameter", name);
            }
            found = found.put(name, parts.length == 2 ? decoded(parts[1]) : "");
        }
        return new Query(found);
    }

    /** The parameter of this name, if it is there and not empty. */
    Option<String> parameter(String name) {
        return parameters.get(name).filter(value -> !value.isEmpty());
    }

    private static ProblemException refused(String why, String name) {
        return ProblemType.BAD_REQUEST
                .because(why, PLAIN.matcher(name).matches() ? name : "…")
                .exception();
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
