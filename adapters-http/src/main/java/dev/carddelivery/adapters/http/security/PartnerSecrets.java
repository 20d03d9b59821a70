package dev.carddelivery.adapters.http.security;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.webhook.WebhookSecret;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Predicate;

/**
 * With which secrets the partners sign what they send.
 *
 * @param secrets of each partner; several while one replaces another
 */
public record PartnerSecrets(Map<Partner, Seq<WebhookSecret>> secrets) {

    /** Nobody can sign anything. */
    public static final PartnerSecrets NONE = new PartnerSecrets(HashMap.empty());

    /** The partner one of whose secrets fits. */
    Option<Partner> partner(Predicate<WebhookSecret> fits) {
        return secrets.find(each -> each._2.exists(fits)).map(each -> each._1);
    }
}
