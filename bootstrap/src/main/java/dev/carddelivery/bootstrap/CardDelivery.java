package dev.carddelivery.bootstrap;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** What the commands of the command line do. */
final class CardDelivery implements Program {

    @Override
    public void serve(Settings settings) throws InterruptedException {
        try (Storage storage = Storage.open(settings);
                Instance instance = Instance.start(settings, storage.database())) {
            System.out.println(greeting(settings, instance));
            new CountDownLatch(1).await();
        }
    }

    @Override
    public void migrate(Settings settings) throws InterruptedException {
        Storage.open(settings).close();
        System.out.println("The database is up to date.");
    }

    @Override
    public void rebuild(Settings settings) throws InterruptedException {
        try (Storage storage = Storage.open(settings)) {
            long place = ReadModelRebuild.run(storage.database());
            System.out.println("The read models were made anew from the log, up to place " + place + ".");
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
