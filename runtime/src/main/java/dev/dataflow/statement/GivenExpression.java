package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.LogicalType;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.VisitContext;
import org.jooq.impl.CustomField;

/** Marks an expression that a caller sets a column to. */
final class GivenExpression<T> extends CustomField<T> implements GivenPart {

    private static final long serialVersionUID = 1L;

    private final transient ModelMetadata<?, ?, ?, ?> model;
    private final transient Column<?> column;
    private final transient Field<T> expression;
    private final boolean exact;

    /**
     * An expression.
     *
     * @param model the model whose columns it may use
     * @param column the column that is set to it
     * @param expression what the caller gave
     * @param exact whether it is known to use no {@link StoredForm} but in a way the database computes exactly
     */
    GivenExpression(ModelMetadata<?, ?, ?, ?> model, Column<?> column, Field<T> expression, boolean exact) {
        super(expression.getName(), expression.getDataType());
        this.model = model;
        this.column = column;
        this.expression = expression;
        this.exact = exact;
    }

    @Override
    public ModelMetadata<?, ?, ?, ?> model() {
        return model;
    }

    @Override
    public void checkForm(DatabaseEngine engine, VisitContext context) {
        LogicalType form = exact ? null : StoredForm.of(engine, context.queryPart());
        if (form != null) {
            throw inexact(model, column, engine, form);
        }
    }

    static RuntimeException inexact(
            ModelMetadata<?, ?, ?, ?> model, Column<?> column, DatabaseEngine engine, LogicalType form) {
        return StoredFormGuard.inexact(model, engine, form, "`" + column.name() + "` is set to an expression");
    }

    @Override
    public void accept(Context<?> context) {
        context.visit(expression);
    }
}
