package dev.carddelivery.application.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that never change and are equal when they are the same. */
public final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy of these bytes. */
    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /** The text as UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** These bytes and then those. */
    Bytes and(Bytes further) {
        byte[] both = Arrays.copyOf(content, content.length + further.content.length);
        System.arraycopy(further.content, 0, both, content.length, further.content.length);
        return new Bytes(both);
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return content.clone();
    }

    /** How many there are. */
    public int size() {
        return content.length;
    }

    /** As text in UTF-8; what is none is replaced by the mark for unreadable characters. */
    public String toText() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Says nothing of what they hold, since that may be anything. */
    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
