package dev.carddelivery.bootstrap.architecture.offenders.adapters.jdbc;

import dev.carddelivery.adapters.http.problem.ProblemType;
import io.javalin.http.Context;

/** What the JDBC adapter must not contain. */
public final class JdbcOffenders {

    private JdbcOffenders() {}

    /** Speaks the words of HTTP. */
    public record KnowsAnotherAdapter(ProblemType type) {}

    /** Does another's work. */
    public record NeedsAnotherLibrary(Context request) {}
}
