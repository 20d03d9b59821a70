package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.DeadLettersContract;

class InMemoryDeadLettersTest extends DeadLettersContract {

    @Override
    protected DeadLetters noLetters() {
        return new InMemoryDeadLetters();
    }
}
