package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.ReceivedMessage;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.Update;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** A message as it came in, in four columns that tables of such messages have. */
final class MessageColumns {

    static final String NAMES = "channel, sender, headers, body";
    static final String VALUES = ":channel, :sender, cast(:headers as json), :body";

    /** Reads whatever was written: a message that could be kept can be looked at. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private MessageColumns() {}

    /** Binds the {@link #VALUES}. */
    static Update bind(Update statement, ReceivedMessage message) {
        return statement
                .bind("channel", message.channel())
                .bind("sender", message.sender().map(Words::of).getOrNull())
                .bind("headers", JSON.writeValueAsString(message.headers().toJavaMap()))
                .bind("body", message.body().toArray());
    }

    /** Reads the columns {@link #NAMES} of a row. */
    static ReceivedMessage read(ResultSet row) throws SQLException {
        return new ReceivedMessage(
                row.getString("channel"),
                sender(row),
                headers(row.getString("headers")),
                Bytes.of(row.getBytes("body")));
    }

    /** Reads the column {@code sender} of a row. */
    static Option<Partner> sender(ResultSet row) throws SQLException {
        return Option.of(row.getString("sender")).map(word -> Words.parse(Partner.class, word));
    }

    private static Map<String, String> headers(String json) {
        return HashMap.ofEntries(Vector.ofAll(JSON.readTree(json).properties())
                .map(header -> Tuple.of(header.getKey(), header.getValue().stringValue())));
    }
}
