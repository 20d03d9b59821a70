package dev.carddelivery.adapters.http.request;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code If-Match} or {@code If-None-Match} says (RFC 9110, sections 8.8.3 and 13.1).
 *
 * @param any whether it is {@code *}
 * @param tags the tags, else
 */
public record EntityTags(boolean any, Seq<Tag> tags) {

    /**
     * An entity tag. That of an order is its version in quotes.
     *
     * @param weak whether it is marked as weak
     * @param opaque what stands in quotes
     */
    public record Tag(boolean weak, String opaque) {}

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern BETWEEN = Pattern.compile("[ \\t,]*");

    /** The tag of a version. */
    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** Reads the header, or answers nothing where it is no list of tags. */
    static Option<EntityTags> parse(String header) {
        if (header.strip().equals("*")) {
            return Option.some(new EntityTags(true, Vector.empty()));
        }
        Vector<Tag> tags = Vector.empty();
        Matcher between = BETWEEN.matcher(header);
        Matcher tag = TAG.matcher(header);
        int at = 0;
        while (true) {
            between.region(at, header.length()).lookingAt();
            boolean separated =
                    tags.isEmpty() || header.substring(at, between.end()).contains(",");
            at = between.end();
            if (at == header.length()) {
                return Option.when(tags.nonEmpty(), new EntityTags(false, tags));
            }
            if (!separated || !tag.region(at, header.length()).lookingAt()) {
                return Option.none();
            }
            tags = tags.append(new Tag(tag.group(1) != null, tag.group(2)));
            at = tag.end();
        }
    }

    /** Whether a tag stands for {@code version} by weak comparison, as {@code If-None-Match} compares. */
    public boolean weaklyMatch(int version) {
        return any || tags.exists(tag -> tag.opaque().equals(String.valueOf(version)));
    }

    /** Whether a tag stands for {@code version} by strong comparison, as {@code If-Match} compares. */
    public boolean stronglyMatch(int version) {
        return any || tags.exists(tag -> !tag.weak() && tag.opaque().equals(String.valueOf(version)));
    }
}
