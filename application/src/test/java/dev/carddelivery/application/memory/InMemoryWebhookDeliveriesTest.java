package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.WebhookDeliveriesContract;

class InMemoryWebhookDeliveriesTest extends WebhookDeliveriesContract {

    @Override
    protected Storage emptyStorage() {
        return new Storage(new InMemoryWebhookSubscribers(), new InMemoryWebhookDeliveries());
    }
}
