package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.LogicalType;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.VisitContext;
import org.jooq.impl.QOM;

/**
 * Refuses conditions and expressions that a database would compute over the {@link StoredForm} of a column. Comparisons with
 * values and with columns of the same kind are exact.
 */
final class StoredFormGuard {

    private static final List<Class<?>> EXACT = List.of(
            QOM.Eq.class,
            QOM.Ne.class,
            QOM.InList.class,
            QOM.NotInList.class,
            QOM.IsNull.class,
            QOM.IsNotNull.class,
            QOM.IsDistinctFrom.class,
            QOM.IsNotDistinctFrom.class);

    /** By order, which composite values have none of. */
    private static final List<Class<?>> ORDERED =
            List.of(QOM.Gt.class, QOM.Ge.class, QOM.Lt.class, QOM.Le.class, QOM.Between.class);

    private StoredFormGuard() {}

    /** Checks the part that is being rendered, of a condition on a model. */
    static void check(ModelMetadata<?, ?, ?, ?> model, DatabaseEngine engine, VisitContext context) {
        LogicalType type = StoredForm.of(engine, context.queryPart());
        if (type == null) {
            return;
        }
        QueryPart[] path = context.queryParts();
        for (int i = path.length - 2; i >= 0; i--) {
            QueryPart parent = path[i];
            if (isExact(type, parent)) {
                if (!operands(parent).allMatch(operand -> comparable(engine, type, operand))) {
                    throw inexact(model, engine, type, "a column is compared with an expression");
                }
                return;
            }
            // where a database lacks IS DISTINCT FROM, jOOQ puts a template in its place
            boolean template = i > 0
                    && (path[i - 1] instanceof QOM.IsDistinctFrom<?>
                            || path[i - 1] instanceof QOM.IsNotDistinctFrom<?>);
            if (parent instanceof Field<?> && !template) {
                throw inexact(model, engine, type, "a column stands in an expression");
            }
        }
    }

    private static boolean isExact(LogicalType type, QueryPart condition) {
        return Stream.concat(EXACT.stream(), type.isComposite() ? Stream.empty() : ORDERED.stream())
                .anyMatch(exact -> exact.isInstance(condition));
    }

    private static Stream<?> operands(QueryPart condition) {
        if (condition instanceof QOM.CompareCondition<?, ?> pair) {
            return Stream.of(pair.$arg1(), pair.$arg2());
        }
        if (condition instanceof QOM.Between<?> between) {
            return Stream.of(between.$arg1(), between.$arg2(), between.$arg3());
        }
        if (condition instanceof QOM.InList<?> in) {
            return in.$list().stream();
        }
        return condition instanceof QOM.NotInList<?> notIn ? notIn.$list().stream() : Stream.empty();
    }

    private static boolean comparable(DatabaseEngine engine, LogicalType type, Object operand) {
        // an inlined value has its stored form, which JSON is not compared by
        return operand instanceof Param<?> param && !(param.isInline() && type.isComposite())
                || StoredForm.of(engine, operand) == type;
    }

    static InvalidInputException inexact(
            ModelMetadata<?, ?, ?, ?> model, DatabaseEngine engine, LogicalType type, String why) {
        return new InvalidInputException(
                new Problem(
                        ErrorCode.EXPRESSION_INEXACT,
                        "an expression over " + type + " columns of " + model + " cannot be computed exactly on "
                                + engine.label(),
                        why + ", and " + engine.label() + " holds " + type + " in a form its functions do not know",
                        type.isComposite()
                                ? "compare columns with eq, ne, in, isNull or isDistinctFrom, with values or with columns of"
                                        + " the same kind; or read, compute in Java and write with modify"
                                : "compare columns with values or with columns of the same kind; for the current time give"
                                        + " Instant.now(); or read, compute in Java and write with modify"),
                null);
    }
}
