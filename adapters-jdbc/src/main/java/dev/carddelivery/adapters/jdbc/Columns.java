package dev.carddelivery.adapters.jdbc;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Binds rows to a statement that unnests them: one array for each column, in the order of the statement. */
final class Columns<T> {

    private final PreparedStatement statement;
    private final Seq<T> rows;
    private int bound;

    private Columns(PreparedStatement statement, Seq<T> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    static <T> Columns<T> of(PreparedStatement statement, Seq<T> rows) {
        return new Columns<>(statement, rows);
    }

    Columns<T> uuid(Function<T, UUID> column) throws SQLException {
        return bind("uuid", new Object[rows.size()], column);
    }

    Columns<T> integer(ToIntFunction<T> column) throws SQLException {
        return bind("int4", new Integer[rows.size()], column::applyAsInt);
    }

    Columns<T> integerOption(Function<T, Option<Integer>> column) throws SQLException {
        return bind("int4", new Integer[rows.size()], column.andThen(Option::getOrNull));
    }

    Columns<T> bool(Function<T, Boolean> column) throws SQLException {
        return bind("bool", new Boolean[rows.size()], column);
    }

    Columns<T> text(Function<T, String> column) throws SQLException {
        return bind("text", new String[rows.size()], column);
    }

    Columns<T> textOption(Function<T, Option<String>> column) throws SQLException {
        return bind("text", new String[rows.size()], column.andThen(Option::getOrNull));
    }

    Columns<T> word(Function<T, Enum<?>> column) throws SQLException {
        return text(column.andThen(Words::of));
    }

    Columns<T> wordOption(Function<T, Option<? extends Enum<?>>> column) throws SQLException {
        return textOption(column.andThen(word -> word.map(Words::of)));
    }

    Columns<T> instant(Function<T, Instant> column) throws SQLException {
        return bind("timestamptz", new Object[rows.size()], column.andThen(Columns::micros));
    }

    Columns<T> instantOption(Function<T, Option<Instant>> column) throws SQLException {
        return bind(
                "timestamptz",
                new Object[rows.size()],
                column.andThen(instant -> instant.map(Columns::micros).getOrNull()));
    }

    /** PostgreSQL keeps microseconds, and would round up where it is given more. */
    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private Columns<T> bind(String type, @Nullable Object[] values, Function<T, ? extends @Nullable Object> column)
            throws SQLException {
        int row = 0;
        for (T each : rows) {
            values[row++] = column.apply(each);
        }
        statement.setArray(++bound, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
