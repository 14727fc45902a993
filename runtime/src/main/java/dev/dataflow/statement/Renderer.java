package dev.dataflow.statement;

import dev.dataflow.metadata.ModelMetadata;
import org.jooq.Configuration;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** Turns a jOOQ query whose parameters {@link Parameters} made into a {@link Statement}. */
final class Renderer {

    private final Configuration configuration;

    Renderer(Configuration configuration) {
        this.configuration = configuration;
    }

    Configuration configuration() {
        return configuration;
    }

    Statement render(ModelMetadata<?, ?, ?, ?> model, Operation operation, Query query) {
        return render(model, operation, query, false);
    }

    Statement render(ModelMetadata<?, ?, ?, ?> model, Operation operation, Query query, boolean generatedKeys) {
        ParameterListener listener = new ParameterListener(new Parameters(model));
        String sql = DSL.using(configuration.deriveAppending(listener)).render(query);
        return new Statement(model, operation, sql, listener.binds(), generatedKeys);
    }
}
