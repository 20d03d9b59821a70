package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.port.UserSearch;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.person.UserId;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.jdbi.v3.core.statement.SqlStatements;

/** Customers, found in the table {@code users} by one walk along one index. */
public final class JdbcUserSearch implements UserSearch {

    private final Sql sql;

    public JdbcUserSearch(Database database) {
        this.sql = new Sql(database.requests());
    }

    @Override
    public Slice<RegisteredUser> withCard(CardType type, Direction direction, Option<String> cursor, int limit) {
        Option<Cursor> after = cursor.map(Cursor::parse);
        Seq<RegisteredUser> found = sql.list(handle -> handle.createQuery(query(direction, after.isDefined()))
                .configure(SqlStatements.class, statement -> statement.setUnusedBindingAllowed(true))
                .bind("type", Words.of(type))
                .bind("at", after.map(Cursor::at).getOrNull())
                .bind("id", after.map(Cursor::id).getOrNull())
                .bind("limit", limit + 1)
                .map((row, context) -> new RegisteredUser(new UserId(row.getString(2)), EventRow.instant(row, 1))));
        return Cursor.slice(
                found,
                limit,
                last -> new Cursor(last.registeredAt(), last.userId().value()));
    }

    /** Distinct users need no sorting: in the index a user's rows stand beside each other. */
    static String query(Direction direction, boolean goesOn) {
        boolean oldestFirst = direction == Direction.OLDEST_FIRST;
        return """
                select distinct registered_at, user_id
                from users
                where card_type = :type and current %1$s
                order by registered_at %2$s, user_id %2$s
                limit :limit
                """.formatted(
                        goesOn ? "and (registered_at, user_id) " + (oldestFirst ? ">" : "<") + " (:at, :id)" : "",
                        oldestFirst ? "asc" : "desc");
    }
}
