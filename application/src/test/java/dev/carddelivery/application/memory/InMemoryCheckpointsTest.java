package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.Checkpoints;
import dev.carddelivery.application.port.CheckpointsContract;

class InMemoryCheckpointsTest extends CheckpointsContract {

    @Override
    protected Checkpoints noCheckpoints() {
        return new InMemoryCheckpoints();
    }
}
