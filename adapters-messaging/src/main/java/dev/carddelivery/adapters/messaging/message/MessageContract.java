package dev.carddelivery.adapters.messaging.message;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** The contract of all messages, {@code asyncapi.yaml} and the schemas to which it refers, as files. */
public final class MessageContract {

    private static final Pattern NAME = Pattern.compile("asyncapi\\.yaml|schemas/[a-z0-9.-]+\\.json");

    private MessageContract() {}

    /**
     * One of the files.
     *
     * @param name {@code asyncapi.yaml}, or {@code schemas/} and the name of a schema
     * @return none where there is no such file
     */
    public static Option<byte[]> file(String name) {
        if (!NAME.matcher(name).matches()) {
            return Option.none();
        }
        try (InputStream file = MessageContract.class.getResourceAsStream("/" + name)) {
            return file == null ? Option.none() : Option.some(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
