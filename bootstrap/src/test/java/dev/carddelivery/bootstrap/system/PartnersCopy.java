package dev.carddelivery.bootstrap.system;

import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.TestDatabase;
import dev.carddelivery.bootstrap.PartnersInstance;
import dev.carddelivery.bootstrap.PartnersSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The demo partners on their own, with a database of theirs. */
record PartnersCopy(TestDatabase database, Database opened, PartnersInstance instance) implements AutoCloseable {

    static PartnersCopy start(Duration day, String bootstrapServers) {
        TestDatabase database = TestDatabase.create();
        Database opened = database.open();
        PartnersSettings settings = PartnersSettings.from(
                        Map.of("PORT", "0", "DEMO_DAY", day.toString(), "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers))
                .get();
        return new PartnersCopy(database, opened, PartnersInstance.start(settings, opened));
    }

    /** Where they are told how to behave. */
    ApiClient api() {
        return ApiClient.at(URI.create("http://127.0.0.1:" + instance.port()));
    }

    @Override
    public void close() {
        instance.close();
        opened.close();
        database.close();
    }
}
