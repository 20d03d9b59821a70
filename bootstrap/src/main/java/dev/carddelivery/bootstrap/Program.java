package dev.carddelivery.bootstrap;

import java.time.Instant;

/** What the command line can do. Everything here runs in the thread that calls it. */
public interface Program {

    /**
     * Serves until this thread is interrupted, then closes what it has opened, in the reverse order.
     *
     * @throws InterruptedException at the end, which is the normal one
     * @throws StartupException when it cannot serve with these settings
     */
    void serve(StorageSettings storage, Settings settings) throws InterruptedException;

    /**
     * Plays the other domains over Kafka until this thread is interrupted, then closes what it has opened.
     *
     * @param storage the partners' own, not that of the orders
     * @throws InterruptedException at the end, which is the normal one
     * @throws StartupException when it cannot with these settings
     */
    void partners(StorageSettings storage, PartnersSettings settings) throws InterruptedException;

    /**
     * Brings the database's schema up to date, and ends.
     *
     * @throws InterruptedException when this thread was interrupted before it was done
     */
    void migrate(StorageSettings storage) throws InterruptedException;

    /**
     * Makes all read models anew from the log, and ends.
     *
     * @throws InterruptedException when this thread was interrupted before it was done
     */
    void rebuild(StorageSettings storage) throws InterruptedException;

    /**
     * Lets everything that was recorded since {@code moment} be published to Kafka again, and ends.
     *
     * @throws InterruptedException when this thread was interrupted before it was done
     */
    void republish(StorageSettings storage, Instant moment) throws InterruptedException;
}
