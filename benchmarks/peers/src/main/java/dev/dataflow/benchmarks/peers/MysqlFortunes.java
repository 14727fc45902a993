package dev.dataflow.benchmarks.peers;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** On MySQL. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MysqlFortunes extends MicronautFortunes {}
