package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.Checkpoints;
import org.jdbi.v3.core.Handle;

/** Checkpoints in a table. */
public final class JdbcCheckpoints implements Checkpoints {

    private final Sql sql;

    public JdbcCheckpoints(Database database) {
        this.sql = new Sql(database.background());
    }

    @Override
    public Checkpoint load(String subscription) {
        return sql.with(handle -> handle.createQuery("select place, rewinds from checkpoints where subscription = ?")
                .bind(0, subscription)
                .map((row, context) -> new Checkpoint(row.getLong(1), row.getInt(2)))
                .findOne()
                .orElse(Checkpoint.START));
    }

    @Override
    public void advance(String subscription, Checkpoint from, long to) {
        sql.use(handle -> {
            begin(handle, subscription, from.place());
            handle.execute(
                    "update checkpoints set place = ? where subscription = ? and place = ? and rewinds = ?",
                    to,
                    subscription,
                    from.place(),
                    from.rewinds());
        });
    }

    @Override
    public void rewind(String subscription, long to) {
        sql.use(handle -> {
            begin(handle, subscription, to);
            handle.execute(
                    "update checkpoints set place = ?, rewinds = rewinds + 1 where subscription = ? and place >= ?",
                    to,
                    subscription,
                    to);
        });
    }

    /** Where something happens at the beginning of the log, the beginning has to be there. */
    private static void begin(Handle handle, String subscription, long place) {
        if (place == Checkpoint.START.place()) {
            handle.execute(
                    "insert into checkpoints (subscription, place) values (?, 0) on conflict do nothing", subscription);
        }
    }
}
