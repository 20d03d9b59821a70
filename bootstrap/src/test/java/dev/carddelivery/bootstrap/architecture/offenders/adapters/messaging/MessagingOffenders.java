package dev.carddelivery.bootstrap.architecture.offenders.adapters.messaging;

import dev.carddelivery.adapters.jdbc.Database;
import io.javalin.http.Context;

/** What the messaging adapter must not contain. */
public final class MessagingOffenders {

    private MessagingOffenders() {}

    /** Goes past the application. */
    public record KnowsAnotherAdapter(Database database) {}

    /** Does another's work. */
    public record NeedsAnotherLibrary(Context request) {}
}
