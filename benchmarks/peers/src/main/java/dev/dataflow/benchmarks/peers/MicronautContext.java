package dev.dataflow.benchmarks.peers;

import dev.dataflow.testing.Engine;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;

/** An application with the given pool. */
final class MicronautContext implements AutoCloseable {

    private final ApplicationContext context;
    private final Engine engine;

    MicronautContext(DataSource pool, Engine engine) {
        this.engine = engine;
        this.context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(Map.of("datasources.default.dialect", engine == Engine.POSTGRESQL ? "POSTGRES" : "MYSQL"))
                .singletons(new Pool(pool))
                .start();
    }

    /** The repository of the engine's dialect. */
    <T> T repository(Class<? extends T> postgresql, Class<? extends T> mysql) {
        Class<? extends T> repository = engine == Engine.POSTGRESQL ? postgresql : mysql;
        return context.getBean(repository);
    }

    TransactionOperations<Connection> transactions() {
        return context.getBean(DataSourceTransactionManager.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
