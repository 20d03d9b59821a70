package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.ReadModelsContract;

class InMemoryReadModelsTest extends ReadModelsContract {

    @Override
    protected Tables emptyTables() {
        InMemoryReadModels tables = new InMemoryReadModels();
        return new Tables(tables, tables, tables, tables);
    }
}
