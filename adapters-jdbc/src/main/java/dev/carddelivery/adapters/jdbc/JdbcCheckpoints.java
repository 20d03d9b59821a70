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
    public void advance(String subscription, long from, long to) {
        sql.use(handle -> handle.execute("""
                insert into checkpoints (subscription, place) values (?, ?)
                on conflict (subscription) do update set place = excluded.place where checkpoints.place = ?
                """, subscription, to, from));
    }

    @Override
    public void rewind(String subscription, long to) {
        sql.use(handle -> handle.execute(
                "update checkpoints set place = ? where subscription = ? and place > ?", to, subscription, to));
    }
}
