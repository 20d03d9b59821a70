package dev.carddelivery.adapters.http.answer;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.ReceivedMessage;
import io.vavr.Tuple2;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** A message as it came in, whatever it may mean. */
final class MessageView {

    private MessageView() {}

    /** Puts the way over which it came, and the sender that is proven. */
    static ObjectNode putOrigin(ObjectNode json, String channel, Option<Partner> sender) {
        return json.put("channel", channel).put("sender", sender.map(Json::word).getOrNull());
    }

    /** Puts what it holds. */
    static ObjectNode putContent(ObjectNode json, ReceivedMessage message) {
        ObjectNode headers = json.putObject("headers");
        message.headers().toVector().sortBy(Tuple2::_1).forEach(header -> headers.put(header._1, header._2));
        Option<String> text = text(message.body());
        json.putObject("body")
                .put("encoding", text.isDefined() ? "text" : "base64")
                .put(
                        "content",
                        text.getOrElse(() -> Base64.getEncoder()
                                .encodeToString(message.body().toArray())));
        return json;
    }

    /** The bytes as text, if they are UTF-8, so that nothing is lost. */
    private static Option<String> text(Bytes body) {
        try {
            return Option.some(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.toArray()))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Option.none();
        }
    }
}
