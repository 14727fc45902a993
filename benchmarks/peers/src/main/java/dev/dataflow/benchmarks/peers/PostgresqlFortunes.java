package dev.dataflow.benchmarks.peers;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** On PostgreSQL. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresqlFortunes extends MicronautFortunes {}
