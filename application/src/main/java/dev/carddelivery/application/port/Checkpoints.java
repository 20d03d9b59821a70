package dev.carddelivery.application.port;

/** How far each subscription has come in the log. */
public interface Checkpoints {

    /** The place up to which the work of {@code subscription} is done; 0 before the first {@link #save}. */
    long load(String subscription);

    /** Records that the work up to {@code place} is done. A place before the one recorded changes nothing. */
    void save(String subscription, long place);

    /** Forgets how far {@code subscription} has come, so that it begins anew. */
    void reset(String subscription);
}
