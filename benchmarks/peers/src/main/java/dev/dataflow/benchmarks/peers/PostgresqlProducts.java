package dev.dataflow.benchmarks.peers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.util.List;

/** On PostgreSQL. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresqlProducts extends MicronautProducts {

    @Override
    @Query(INSERT + " on conflict (number) do update set title = excluded.title, description = excluded.description,"
            + " stock = excluded.stock, listed = excluded.listed, price = excluded.price,"
            + " changed = excluded.changed, updated_at = excluded.updated_at")
    void upsert(List<MicronautProduct> rows);
}
