package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.AwaitedRequests;
import dev.carddelivery.application.port.AwaitedRequestsContract;

class InMemoryAwaitedRequestsTest extends AwaitedRequestsContract {

    @Override
    protected AwaitedRequests nothingAwaited() {
        return new InMemoryAwaitedRequests();
    }
}
