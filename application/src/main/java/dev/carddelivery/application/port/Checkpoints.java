package dev.carddelivery.application.port;

/** How far each subscription has come in the log. */
public interface Checkpoints {

    /** Up to where the work of {@code subscription} is done; {@link Checkpoint#START} before it has ever moved. */
    Checkpoint load(String subscription);

    /**
     * Records that the work after {@code from} up to the place {@code to} is done. Where somebody has moved the
     * subscription meanwhile, even back to the same place, nothing changes: what was done may then be done once more,
     * and nothing is left out.
     */
    void advance(String subscription, Checkpoint from, long to);

    /**
     * Lets {@code subscription} do all work after the place {@code to} again, also what is under way at the moment.
     * Where it has not come so far, nothing changes.
     */
    void rewind(String subscription, long to);

    /**
     * How far a subscription has come.
     *
     * @param place up to where in the log its work is done; 0 where it has done none
     * @param rewinds how often it was sent back, which tells two visits to the same place apart
     */
    record Checkpoint(long place, int rewinds) {

        /** Where every subscription begins. */
        public static final Checkpoint START = new Checkpoint(0, 0);
    }
}
