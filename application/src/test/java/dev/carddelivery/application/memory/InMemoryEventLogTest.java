package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.EventLogContract;

class InMemoryEventLogTest extends EventLogContract {

    @Override
    protected Storage emptyStorage() {
        InMemoryLog log = new InMemoryLog();
        return new Storage(log, log);
    }
}
