package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.security.Caller;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.control.Option;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The client's name for a request. Names of different callers never meet.
 *
 * @param caller whose name
 * @param value the name, without quotes
 */
public record IdempotencyKey(Caller caller, String value) {

    private static final Pattern FORM = Pattern.compile("\"([ !#-\\[\\]-~]{1,255})\"|([!#-\\[\\]-~]{1,255})");

    /** Reads the header, or answers nothing where it is no key. */
    static Option<IdempotencyKey> parse(Caller caller, String header) {
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            return Option.none();
        }
        String quoted = matcher.group(1);
        return Option.some(new IdempotencyKey(caller, quoted == null ? header : quoted));
    }

    /** The order that this key names. */
    public OrderId orderId() {
        return new OrderId(
                Digest.uuid("order", caller.role().name(), caller.user().value(), value));
    }

    /** The name of a command on an order; what exactly is asked is kept as a fingerprint. */
    public CommandId commandId(OrderId order, String operation, JsonNode body) {
        UUID name = Digest.uuid(
                "command",
                caller.role().name(),
                caller.user().value(),
                order.value().toString(),
                value);
        return new CommandId(name, Digest.hex(name.toString(), operation, Canonical.text(body)));
    }
}
