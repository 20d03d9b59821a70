package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.application.port.ParkedReportsContract;

class InMemoryParkedReportsTest extends ParkedReportsContract {

    @Override
    protected ParkedReports nothingParked() {
        return new InMemoryParkedReports();
    }
}
