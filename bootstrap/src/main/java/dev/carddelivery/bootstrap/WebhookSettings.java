package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Variable.WEBHOOK_ALLOW_PRIVATE;
import static dev.carddelivery.bootstrap.Variable.WEBHOOK_SECRETS_BUREAU;
import static dev.carddelivery.bootstrap.Variable.WEBHOOK_SECRETS_COURIER;
import static dev.carddelivery.bootstrap.Variable.WEBHOOK_SECRETS_IDENTITY;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.webhook.WebhookSecret;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.util.function.Function;

/**
 * How webhooks come in and go out.
 *
 * @param secrets with which partners sign their reports; a partner without any sends none by webhook
 * @param privateAllowed whether webhooks may go to private networks, and without TLS
 */
public record WebhookSettings(Map<Partner, Seq<WebhookSecret>> secrets, boolean privateAllowed) {

    /** No partner sends any, and none go to private networks. */
    public static final WebhookSettings NONE = new WebhookSettings(HashMap.empty(), false);

    private static final String PREFIX = "WEBHOOK_SECRETS_";

    /** During a rotation there are two. */
    private static final int MOST_SECRETS = 2;

    private static final Map<Partner, Variable> VARIABLES = LinkedHashMap.of(
            Partner.IDENTITY, WEBHOOK_SECRETS_IDENTITY,
            Partner.BUREAU, WEBHOOK_SECRETS_BUREAU,
            Partner.COURIER, WEBHOOK_SECRETS_COURIER);

    /** Reads them. */
    static Validation<Seq<SettingError>, WebhookSettings> from(Environment environment) {
        return Validation.combine(
                        secrets(environment), environment.flag(WEBHOOK_ALLOW_PRIVATE), nothingElse(environment))
                .ap((secrets, privateAllowed, nothing) -> new WebhookSettings(secrets, privateAllowed.getOrElse(false)))
                .mapError(errors -> errors.flatMap(Function.identity()));
    }

    /** A secret under a wrong name would be missed only when its partner reports. */
    private static Validation<Seq<SettingError>, Seq<String>> nothingElse(Environment environment) {
        Seq<String> known = VARIABLES.values().map(Variable::name);
        Seq<String> others = environment
                .startingWith(PREFIX)
                .keySet()
                .removeAll(known)
                .toSortedSet()
                .toList();
        return others.isEmpty()
                ? Validation.valid(others)
                : Validation.invalid(others.map(
                        name -> new SettingError(name, "there is no such partner; write " + known.mkString(", "))));
    }

    private static Validation<Seq<SettingError>, Map<Partner, Seq<WebhookSecret>>> secrets(Environment environment) {
        Map<Partner, Seq<WebhookSecret>> known = HashMap.empty();
        Seq<SettingError> errors = List.empty();
        for (Tuple2<Partner, Variable> each : VARIABLES) {
            Seq<WebhookSecret> others = known.values().flatMap(Function.identity());
            var read = environment.read(each._2, text -> secrets(text, others));
            errors = errors.appendAll(read.isInvalid() ? read.getError() : List.empty());
            Option<Seq<WebhookSecret>> secrets = read.getOrElse(Option.none());
            known = secrets.isDefined() ? known.put(each._1, secrets.get()) : known;
        }
        return errors.isEmpty() ? Validation.valid(known) : Validation.invalid(errors);
    }

    /** A secret tells who has signed, so no two partners have the same. Nothing of a text is repeated in an error. */
    private static Either<String, Seq<WebhookSecret>> secrets(String text, Seq<WebhookSecret> others) {
        List<Option<WebhookSecret>> read =
                List.of(text.split(",", -1)).map(String::strip).map(WebhookSecret::parse);
        if (read.size() > MOST_SECRETS || read.exists(Option::isEmpty)) {
            return Either.left("this is not one secret, or two with a comma between them; each is whsec_ and then"
                    + " 24 to 64 random bytes in base64, as from: echo whsec_$(openssl rand -base64 32)");
        }
        Seq<WebhookSecret> secrets = read.map(Option::get);
        return secrets.exists(others::contains)
                ? Either.left("another partner has the same secret; give each partner one of its own")
                : Either.right(secrets);
    }
}
