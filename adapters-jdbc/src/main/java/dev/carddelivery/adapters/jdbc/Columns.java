package dev.carddelivery.adapters.jdbc;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
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
        return bind(BinaryArray.ofUuids(statement.getConnection(), values(new UUID[rows.size()], column)));
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

    Columns<T> bytes(Function<T, byte[]> column) throws SQLException {
        return bind("bytea", new byte[rows.size()][], column);
    }

    Columns<T> word(Function<T, Enum<?>> column) throws SQLException {
        return text(column.andThen(Words::of));
    }

    Columns<T> wordOption(Function<T, Option<? extends Enum<?>>> column) throws SQLException {
        return textOption(column.andThen(word -> word.map(Words::of)));
    }

    Columns<T> instant(Function<T, Instant> column) throws SQLException {
        return bind(BinaryArray.ofInstants(statement.getConnection(), values(new Instant[rows.size()], column)));
    }

    Columns<T> instantOption(Function<T, Option<Instant>> column) throws SQLException {
        return bind(BinaryArray.ofInstants(
                statement.getConnection(), values(new Instant[rows.size()], column.andThen(Option::getOrNull))));
    }

    private <V> Columns<T> bind(String type, @Nullable V[] empty, Function<T, ? extends @Nullable V> column)
            throws SQLException {
        return bind(statement.getConnection().createArrayOf(type, values(empty, column)));
    }

    private Columns<T> bind(Array values) throws SQLException {
        statement.setArray(++bound, values);
        return this;
    }

    private <V> @Nullable V[] values(@Nullable V[] empty, Function<T, ? extends @Nullable V> column) {
        int row = 0;
        for (T each : rows) {
            empty[row++] = column.apply(each);
        }
        return empty;
    }
}
