package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.ModelMetadata;
import org.jooq.VisitContext;

/** What a caller made with jOOQ, marked for {@link ConditionGuard} to watch while it is rendered. */
sealed interface GivenPart permits GivenCondition, GivenExpression {

    /** The model whose columns it may use. */
    ModelMetadata<?, ?, ?, ?> model();

    /** Refuses what is being rendered of it, when a database would compute it over the {@link StoredForm} of a column. */
    void checkForm(DatabaseEngine engine, VisitContext context);
}
