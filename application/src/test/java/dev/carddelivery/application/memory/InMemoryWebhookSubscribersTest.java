package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.port.WebhookSubscribersContract;

class InMemoryWebhookSubscribersTest extends WebhookSubscribersContract {

    @Override
    protected WebhookSubscribers nobody() {
        return new InMemoryWebhookSubscribers();
    }
}
