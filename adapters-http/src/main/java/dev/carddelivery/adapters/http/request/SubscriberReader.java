package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.problem.Problem;
import dev.carddelivery.application.webhook.MessageTypes;
import dev.carddelivery.application.webhook.WebhookDesk.Wish;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import tools.jackson.databind.JsonNode;

/** Reads what operators want of a subscriber to webhooks. */
public final class SubscriberReader {

    /** Far more than any URL needs, and what other programs take. In characters. */
    private static final int LONGEST_URL = 2_000;

    private final Field<String> url;
    private final Field<String> type;

    /** A reader that lets pass what these rules let pass. */
    public SubscriberReader(WebhookRules rules) {
        this.url = Field.text(text -> url(text, rules), "https://hooks.example.org");
        this.type = Field.text(text -> type(text, rules), MessageTypes.EVERY);
    }

    /** What a new subscriber shall be like: URL and types are there. */
    public Wish registration(JsonNode body) {
        return valid(Cursor.read(
                body,
                at -> new Wish(
                        Option.some(at.required("url", url)),
                        Option.some(types(at)),
                        at.optional("enabled", Fields.FLAG))));
    }

    /** What shall be different about a subscriber. */
    public Wish change(JsonNode body) {
        return valid(Cursor.read(
                body,
                at -> new Wish(
                        at.optional("url", url),
                        at.has("types") ? Option.some(types(at)) : Option.none(),
                        at.optional("enabled", Fields.FLAG))));
    }

    private MessageTypes types(Cursor at) {
        Seq<String> names = at.array("types", type);
        Validation<Seq<Violation>, MessageTypes> some = names.isEmpty()
                ? Validation.invalid(List.of(Violation.of("required").under("types")))
                : Validation.valid(new MessageTypes(names.toSet()));
        return at.checked(some, MessageTypes.ALL);
    }

    private static Validation<Seq<Violation>, String> url(String text, WebhookRules rules) {
        if (text.length() > LONGEST_URL) {
            return Field.wrong("url");
        }
        return rules.urlFault()
                .apply(text)
                .map(fault -> switch (fault) {
                    case NO_SERVER -> Field.<String>wrong("url");
                    case NOT_HTTPS -> Field.<String>wrong("url-not-https");
                    case PRIVATE_ADDRESS -> Field.<String>wrong("url-private");
                })
                .getOrElse(() -> Validation.valid(text));
    }

    private static Validation<Seq<Violation>, String> type(String text, WebhookRules rules) {
        return text.equals(MessageTypes.EVERY) || rules.types().contains(text)
                ? Validation.valid(text)
                : Field.wrong("message-type");
    }

    private static Wish valid(Either<Seq<Violation>, Wish> read) {
        return read.getOrElseThrow(violations -> Problem.invalid(violations).exception());
    }
}
