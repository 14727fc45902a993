package dev.dataflow.benchmarks.peers;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Makes the given pool the data source of the application. */
@Factory
class PoolFactory {

    @Bean
    @Singleton
    @Named("default")
    DataSource source(Pool pool) {
        return pool.source();
    }
}
