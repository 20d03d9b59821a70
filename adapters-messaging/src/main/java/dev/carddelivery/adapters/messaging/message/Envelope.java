package dev.carddelivery.adapters.messaging.message;

import static dev.carddelivery.adapters.messaging.message.MessageFault.malformed;

import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A CloudEvent taken out of what it travelled in: its attributes by name, all as text, and its data.
 *
 * @param attributes the attributes, extensions among them
 * @param data the data's bytes; empty where there are none
 */
record Envelope(Map<String, String> attributes, Bytes data) {

    static final String STRUCTURED = "application/cloudevents+json";

    /** The attributes that the specification itself names, in the order in which they are written. */
    static final List<String> OF_THE_CORE =
            List.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,64}");
    private static final String KAFKA = "ce_";
    private static final String HTTP = "ce-";

    /** Opens a message in structured or binary mode, by its content type. */
    static Envelope of(ReceivedMessage message) {
        String contentType =
                message.headers().get("content-type").map(Envelope::mediaType).getOrElse("");
        if (contentType.equals(STRUCTURED)) {
            JsonNode event = json(message.body(), "The body");
            CardNumberScan.check(event, "The body");
            return structured(event);
        }
        String prefix = message.headers().containsKey(KAFKA + "specversion") ? KAFKA : HTTP;
        if (!message.headers().containsKey(prefix + "specversion")) {
            throw malformed("It is no CloudEvent: neither is its content type " + STRUCTURED
                    + " nor is there a header ce_specversion or ce-specversion");
        }
        return binary(message, prefix).typed(contentType);
    }

    /** Opens the JSON form of a CloudEvent. */
    static Envelope structured(JsonNode event) {
        if (!event.isObject()) {
            throw malformed("The body is no JSON object");
        }
        Bytes data = data(event);
        Map<String, String> attributes = HashMap.empty();
        for (var field : event.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.equals("data") || name.equals("data_base64") || value.isNull()) {
                continue;
            }
            if (!NAME.matcher(name).matches()) {
                throw malformed("The name of an attribute is not made of small letters and digits");
            }
            if (!value.isString() && !value.isBoolean() && !value.isInt()) {
                throw malformed((OF_THE_CORE.contains(name) ? "/" + name : "An extension")
                        + " is no text, number or truth value");
            }
            attributes = attributes.put(name, value.asString());
        }
        return new Envelope(attributes, data);
    }

    private static Bytes data(JsonNode event) {
        JsonNode base64 = event.get("data_base64");
        JsonNode data = event.get("data");
        if (base64 == null) {
            return Bytes.of(data == null ? new byte[0] : Json.bytes(data));
        }
        if (data != null || !base64.isString()) {
            throw malformed("/data_base64 is no text, or there is /data as well");
        }
        Bytes decoded = Try.of(() -> Bytes.of(Base64.getDecoder().decode(base64.stringValue())))
                .getOrElseThrow(() -> malformed("/data_base64 is not written in Base64"));
        CardNumberScan.check(decoded.toText(), "/data_base64");
        return decoded;
    }

    private static Envelope binary(ReceivedMessage message, String prefix) {
        Map<String, String> attributes = message.headers()
                .filterKeys(name -> name.startsWith(prefix))
                .bimap(
                        name -> name.substring(prefix.length()),
                        value -> prefix.equals(HTTP) ? percentDecoded(value) : value);
        if (!attributes.keySet().forAll(name -> NAME.matcher(name).matches())) {
            throw malformed("The name of an attribute is not made of small letters and digits");
        }
        return new Envelope(attributes, message.body());
    }

    /** HTTP carries what is not ASCII in percent-encoding (CloudEvents HTTP binding, 3.1.3.2). */
    private static String percentDecoded(String value) {
        if (!value.contains("%")) {
            return value;
        }
        String decoded = Try.of(() -> URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8))
                .getOrElseThrow(() -> malformed("The percent-encoding of a header is broken"));
        CardNumberScan.check(decoded, "A header");
        return decoded;
    }

    private Envelope typed(String contentType) {
        return contentType.isEmpty() ? this : new Envelope(attributes.put("datacontenttype", contentType), data);
    }

    /** An attribute that has to be there. */
    String attribute(String name) {
        return attributes
                .get(name)
                .filter(value -> !value.isEmpty())
                .getOrElseThrow(() -> malformed("/" + name + " is missing"));
    }

    /** The order that the message says it is about. */
    Option<OrderId> order() {
        return attributes.get("subject").flatMap(Uuids::parse).map(OrderId::new);
    }

    /** The data as JSON. */
    JsonNode json() {
        String type = attributes.get("datacontenttype").map(Envelope::mediaType).getOrElse("application/json");
        if (!type.equals("application/json") && !type.endsWith("+json")) {
            throw malformed("/datacontenttype is not JSON");
        }
        if (data.size() == 0) {
            throw malformed("/data is missing");
        }
        return json(data, "/data");
    }

    static JsonNode json(Bytes bytes, String where) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toArray()))
                    .toString();
            return Json.parse(text);
        } catch (CharacterCodingException e) {
            throw malformed(where + " is not written in UTF-8");
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw malformed(where + " is no JSON"
                    + (place == null ? "" : ", see line " + place.getLineNr() + " column " + place.getColumnNr()));
        }
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
