package dev.carddelivery.bootstrap;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** The command line over a program that has nothing but a database. */
final class SignalledProgram implements Program {

    public static void main(String[] arguments) {
        System.exit(Signals.interruptingThisThread(
                () -> Main.commandLine(new SignalledProgram(), System.getenv()).execute(arguments)));
    }

    @Override
    public void serve(StorageSettings storage, Settings settings) throws InterruptedException {
        try (var database = EmbeddedDatabase.start(storage.dataDir())) {
            System.out.println("serving with " + database.jdbcUrl());
            new CountDownLatch(1).await();
        } finally {
            System.out.println("closed");
        }
    }

    @Override
    public void partners(StorageSettings storage, PartnersSettings settings) {
        throw new StartupException("Nobody to play.");
    }

    @Override
    public void migrate(StorageSettings storage) {
        throw new StartupException("Nothing to migrate.");
    }

    @Override
    public void republish(StorageSettings storage, Instant moment) {
        throw new StartupException("Nothing to publish.");
    }

    /** As libraries do that do not know what an interrupt means. */
    @Override
    public void rebuild(StorageSettings storage) {
        try {
            System.out.println("rebuilding");
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
