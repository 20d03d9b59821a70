package dev.carddelivery.bootstrap;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** What the commands of the command line do. */
final class CardDelivery implements Program {

    @Override
    public void serve(StorageSettings storage, Settings settings) throws InterruptedException {
        settings.address().requireFree(); // the database takes seconds to start, and would leave its files behind
        try (Storage opened = Storage.open(storage);
                Instance instance = Instance.start(settings, opened.database())) {
            System.out.println(greeting(settings, instance));
            new CountDownLatch(1).await();
        }
    }

    @Override
    public void partners(StorageSettings storage, PartnersSettings settings) throws InterruptedException {
        try (Storage opened = Storage.open(storage);
                PartnersInstance partners = PartnersInstance.start(settings, opened.database())) {
            System.out.println(
                    "The demo partners wait for requests at " + settings.kafka().bootstrapServers()
                            + " (a day lasts " + inWords(settings.day()) + "); they are told how to behave at http://"
                            + settings.host() + ":" + partners.port() + "/demo/partners/{identity|bureau|courier}");
            new CountDownLatch(1).await();
        }
    }

    @Override
    public void migrate(StorageSettings storage) throws InterruptedException {
        Storage.open(storage).close();
        System.out.println("The database is up to date.");
    }

    @Override
    public void rebuild(StorageSettings storage) throws InterruptedException {
        try (Storage opened = Storage.openExisting(storage)) {
            long place = ReadModelRebuild.run(opened.database());
            System.out.println("The read models were made anew from the log, up to place " + place + ".");
        }
    }

    @Override
    public void republish(StorageSettings storage, Instant moment) throws InterruptedException {
        try (Storage opened = Storage.openExisting(storage)) {
            long place = Republication.since(moment, opened.database());
            System.out.println("Everything after place " + place + " of the log will be published again, under the ids"
                    + " that it had, by the instances that run or start with KAFKA_BOOTSTRAP_SERVERS.");
        }
    }

    private static String greeting(Settings settings, Instance instance) {
        String address = "http://" + settings.host() + ":" + instance.port();
        return settings.demo()
                ? "Card Delivery takes orders at " + address + " (a demo: a day lasts " + inWords(settings.day())
                        + "); the contract is at " + address + "/docs"
                : "Card Delivery takes orders at " + address + "; the contract is at " + address + "/docs";
    }

    private static String inWords(Duration day) {
        return day.toMillis() / 1000.0 + " s";
    }
}
