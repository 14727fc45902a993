package dev.dataflow.benchmarks.peers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.util.List;

/** On MySQL. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MysqlProducts extends MicronautProducts {

    @Override
    @Query(INSERT + " on duplicate key update title = values(title), description = values(description),"
            + " stock = values(stock), listed = values(listed), price = values(price),"
            + " changed = values(changed), updated_at = values(updated_at)")
    void upsert(List<MicronautProduct> rows);
}
