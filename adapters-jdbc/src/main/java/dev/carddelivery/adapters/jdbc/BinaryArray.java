package dev.carddelivery.adapters.jdbc;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Arrays in PostgreSQL's binary format, of types which the driver sends as text: for a batch, the server's parsing of
 * them is a good part of its work. The format is that of the server's functions {@code array_recv}, {@code uuid_recv}
 * and {@code timestamptz_recv}.
 */
final class BinaryArray {

    /** Instants are counted from here. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private static final int HEADER = 5 * Integer.BYTES;
    private static final int LOWER_BOUND = 1;
    private static final int NULL = -1;

    private BinaryArray() {}

    private interface Encoding<V> {
        void put(V value, ByteBuffer to);
    }

    static Array ofUuids(Connection connection, @Nullable UUID[] values) throws SQLException {
        return of(
                connection,
                Oid.UUID,
                Oid.UUID_ARRAY,
                2 * Long.BYTES,
                values,
                (value, to) -> to.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits()));
    }

    /** What is finer than a microsecond is cut off; PostgreSQL would round it up. */
    static Array ofInstants(Connection connection, @Nullable Instant[] values) throws SQLException {
        return of(
                connection,
                Oid.TIMESTAMPTZ,
                Oid.TIMESTAMPTZ_ARRAY,
                Long.BYTES,
                values,
                (value, to) -> to.putLong(ChronoUnit.MICROS.between(EPOCH, value.truncatedTo(ChronoUnit.MICROS))));
    }

    private static <V> Array of(
            Connection connection, int type, int arrayType, int size, @Nullable V[] values, Encoding<V> encoding)
            throws SQLException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + values.length * (Integer.BYTES + size));
        int dimensions = values.length == 0 ? 0 : 1;
        int mayHoldNulls = 1;
        bytes.putInt(dimensions).putInt(mayHoldNulls).putInt(type);
        bytes.putInt(values.length).putInt(LOWER_BOUND);
        for (V value : values) {
            if (value == null) {
                bytes.putInt(NULL);
            } else {
                encoding.put(value, bytes.putInt(size));
            }
        }
        byte[] written = new byte[dimensions == 0 ? 3 * Integer.BYTES : bytes.position()];
        bytes.get(0, written);
        return new PgArray(connection.unwrap(BaseConnection.class), arrayType, written);
    }
}
