package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.ModelMetadata;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** Turns a jOOQ query whose parameters {@link Parameters} made into a {@link Statement}, when the traits let it be made. */
final class Renderer {

    private final Configuration configuration;
    private final DatabaseEngine engine;
    private final TraitConditions traits;

    Renderer(Configuration configuration, TraitConditions traits) {
        this.configuration = configuration;
        this.traits = traits;
        this.engine = DatabaseEngine.of(configuration.dialect());
    }

    Configuration configuration() {
        return configuration;
    }

    /** A statement that writes no columns for callers. */
    Statement render(ModelMetadata<?, ?, ?, ?> model, Operation operation, Query query) {
        if (operation == Operation.INSERT || operation == Operation.UPDATE || operation == Operation.RESTORE) {
            throw new IllegalStateException("what writes says what accompanies it");
        }
        return render(model, operation, query, List.of(), false, List.of());
    }

    /** A statement that writes rows, and may return columns of them. */
    Statement write(
            ModelMetadata<?, ?, ?, ?> model,
            Operation operation,
            Query query,
            List<Field<?>> returning,
            List<Companion> companions) {
        return render(model, operation, query, returning, false, companions);
    }

    /** An insert whose keys come back through JDBC. */
    Statement withGeneratedKeys(ModelMetadata<?, ?, ?, ?> model, Query insert, List<Companion> companions) {
        return render(model, Operation.INSERT, insert, List.of(), true, companions);
    }

    /** A statement whose rows are not among its SQL. */
    Statement copy(ModelMetadata<?, ?, ?, ?> model, Query copy, List<Bind> binds, List<Companion> companions) {
        traits.check(model, Operation.INSERT.access());
        String sql = DSL.using(configuration).render(copy);
        return new Statement(model, Operation.INSERT, sql, binds, false, false, companions);
    }

    private Statement render(
            ModelMetadata<?, ?, ?, ?> model,
            Operation operation,
            Query query,
            List<Field<?>> returning,
            boolean generatedKeys,
            List<Companion> companions) {
        traits.check(model, operation.access());
        ConditionGuard guard = new ConditionGuard(engine);
        ParameterListener listener = new ParameterListener(new Parameters(model), guard);
        StringBuilder sql =
                new StringBuilder(DSL.using(configuration.deriveAppending(guard, new JsonComparison(engine), listener))
                        .render(query));
        // jOOQ writes no RETURNING for SQLite
        String separator = " returning ";
        for (Field<?> field : returning) {
            sql.append(separator).append(DSL.using(configuration).render(DSL.name(field.getName())));
            separator = ", ";
        }
        return new Statement(
                model, operation, sql.toString(), listener.binds(), generatedKeys, !returning.isEmpty(), companions);
    }
}
