package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.OrderStoreContract;

class InMemoryOrderStoreTest extends OrderStoreContract {

    @Override
    protected OrderStore emptyStore() {
        return new InMemoryLog();
    }
}
