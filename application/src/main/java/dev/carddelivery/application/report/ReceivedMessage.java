package dev.carddelivery.application.report;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.util.UUID;

/**
 * A message as it came in, before anybody has understood it.
 *
 * @param channel over which way: {@code kafka}, {@code webhook} or {@code embedded}
 * @param sender the partner that is proven to have sent it; none where the way itself proves nothing
 * @param headers what belongs to the message beside its body, such as its content type, by lower-case name; nothing
 *     that another sending of the same message would have different
 * @param body the original bytes
 */
public record ReceivedMessage(String channel, Option<Partner> sender, Map<String, String> headers, Bytes body) {

    /** The name of this message: the same for the same content, however often and over which way it comes. */
    UUID id() {
        Bytes head = Bytes.of(headers.toVector()
                .sortBy(Tuple2::_1)
                .map(header -> measured(header._1) + measured(header._2))
                .mkString(headers.size() + " ", "", ""));
        return UUID.nameUUIDFromBytes(head.and(body).toArray());
    }

    /** A sender that puts line ends and colons into a header must not make one message look like another. */
    private static String measured(String text) {
        return text.length() + " " + text;
    }
}
