package dev.carddelivery.bootstrap.architecture.offenders.adapters.http;

import com.zaxxer.hikari.HikariDataSource;
import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.bootstrap.Settings;

/** What the HTTP adapter must not contain. */
public final class HttpOffenders {

    private HttpOffenders() {}

    /** Goes past the application. */
    public record KnowsAnotherAdapter(Database database) {}

    /** Does another's work. */
    public record NeedsAnotherLibrary(HikariDataSource connections) {}

    /** Reads settings itself. */
    public record KnowsTheProgram(Settings settings) {}
}
