package dev.carddelivery.adapters.http.request;

import dev.carddelivery.application.webhook.UrlFault;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * What subscribers may ask for.
 *
 * @param types the types of messages there are
 * @param urlFault why no webhook can go to a URL
 */
public record WebhookRules(Set<String> types, Function<String, Option<UrlFault>> urlFault) {}
