package dev.carddelivery.application.port;

/** How far each subscription has come in the log. */
public interface Checkpoints {

    /** The place up to which the work of {@code subscription} is done; 0 before it has ever moved. */
    long load(String subscription);

    /**
     * Records that the work after {@code from} up to {@code to} is done. Where somebody has moved the subscription away
     * from {@code from} meanwhile, nothing changes: what was done may then be done once more, and nothing is left out.
     */
    void advance(String subscription, long from, long to);

    /** Lets {@code subscription} do all work after {@code to} again. Where it has not come so far, nothing changes. */
    void rewind(String subscription, long to);
}
