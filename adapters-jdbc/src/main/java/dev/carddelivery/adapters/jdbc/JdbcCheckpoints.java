package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.Checkpoints;

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
        sql.use(handle -> handle.execute("""
                insert into checkpoints (subscription, place) values (?, ?)
                on conflict (subscription) do update set place = excluded.place
                where checkpoints.place = ? and checkpoints.rewinds = ?
                """, subscription, to, from.place(), from.rewinds()));
    }

    @Override
    public void rewind(String subscription, long to) {
        sql.use(handle -> handle.execute("""
                update checkpoints set place = ?, rewinds = rewinds + 1
                where subscription = ? and place >= ?
                """, to, subscription, to));
    }
}
