package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.ModelMetadata;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Refuses conditions and expressions that reach outside the model's own table, since tenancy and soft delete could not see
 * into them, and conditions that the database cannot compute exactly. It watches while they are rendered, so that nothing is
 * rendered only to be checked. Not thread-safe.
 */
final class ConditionGuard implements VisitListener {

    private final DatabaseEngine engine;
    private final Deque<GivenPart> open = new ArrayDeque<>();

    ConditionGuard(DatabaseEngine engine) {
        this.engine = engine;
    }

    @Override
    public void visitStart(VisitContext context) {
        if (context.queryPart() instanceof GivenPart given) {
            open.push(given);
        } else if (!open.isEmpty() && !JsonComparison.isInside(context)) {
            GivenPart given = open.peek();
            checkTable(given.model(), context);
            given.checkForm(engine, context);
        }
    }

    /** The condition that is being rendered; null between them. */
    @Nullable
    GivenCondition current() {
        return open.peek() instanceof GivenCondition given ? given : null;
    }

    @Override
    public void visitEnd(VisitContext context) {
        if (context.queryPart() instanceof GivenPart) {
            open.pop();
        }
    }

    private static void checkTable(ModelMetadata<?, ?, ?, ?> model, VisitContext context) {
        QueryPart part = context.queryPart();
        if (part instanceof TableField<?, ?> field && !model.table().equals(field.getTable())) {
            throw refused(model, "names the column " + field.getName() + ", which is not of the model's own table");
        }
        if (part instanceof Table<?> table && !model.table().equals(table)) {
            throw refused(model, "names the table " + table.getName());
        }
        if (part instanceof Select<?>) {
            throw refused(model, "holds a subquery");
        }
        if (isPlainSql(part) && !isOfJooq(context)) {
            throw refused(model, "holds plain SQL");
        }
    }

    /** jOOQ uses templates inside arithmetic, too; what a caller made is a field, condition or table. */
    private static boolean isPlainSql(QueryPart part) {
        return (part instanceof Field<?> || part instanceof Table<?>)
                && part.getClass().getSimpleName().startsWith("SQL");
    }

    /** Where a database lacks IS DISTINCT FROM, jOOQ puts a template in its place. */
    private static boolean isOfJooq(VisitContext context) {
        QueryPart[] path = context.queryParts();
        QueryPart parent = path.length < 2 ? null : path[path.length - 2];
        return parent instanceof QOM.IsDistinctFrom<?> || parent instanceof QOM.IsNotDistinctFrom<?>;
    }

    private static InvalidInputException refused(ModelMetadata<?, ?, ?, ?> model, String what) {
        return new InvalidInputException(
                new Problem(
                        ErrorCode.CONDITION_FOREIGN,
                        "a condition or expression on " + model + " " + what,
                        "it may only use columns of " + model.table().getName()
                                + ", as columns of the generated table, since options such as tenancy cannot see into"
                                + " anything else",
                        "use the columns of the generated table, or run plain jOOQ through df.dsl()"),
                null);
    }
}
