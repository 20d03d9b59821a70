package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.Checkpoints;

/** Checkpoints in a table. */
public final class JdbcCheckpoints implements Checkpoints {

    private final Sql sql;

    public JdbcCheckpoints(Database database) {
        this.sql = new Sql(database.background());
    }

    @Override
    public long load(String subscription) {
        return sql.with(handle -> handle.createQuery("select place from checkpoints where subscription = ?")
                .bind(0, subscription)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    @Override
    public void save(String subscription, long place) {
        sql.use(handle -> handle.execute("""
                insert into checkpoints (subscription, place) values (?, ?)
                on conflict (subscription) do update set place = excluded.place
                where checkpoints.place < excluded.place
                """, subscription, place));
    }

    @Override
    public void reset(String subscription) {
        sql.use(handle -> handle.execute("delete from checkpoints where subscription = ?", subscription));
    }
}
