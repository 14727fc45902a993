package dev.dataflow.statement;

import dev.dataflow.metadata.ModelMetadata;
import java.util.List;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.QOM;

/** Refuses conditions that SQLite would compute over the text form of decimals. Plain comparisons are exact. */
final class DecimalGuard implements VisitListener {

    private static final List<Class<?>> EXACT = List.of(
            QOM.Eq.class,
            QOM.Ne.class,
            QOM.Gt.class,
            QOM.Ge.class,
            QOM.Lt.class,
            QOM.Le.class,
            QOM.Between.class,
            QOM.InList.class,
            QOM.NotInList.class,
            QOM.IsNull.class,
            QOM.IsNotNull.class,
            QOM.IsDistinctFrom.class,
            QOM.IsNotDistinctFrom.class);

    private final ModelMetadata<?, ?, ?, ?> model;

    DecimalGuard(ModelMetadata<?, ?, ?, ?> model) {
        this.model = model;
    }

    @Override
    public void visitStart(VisitContext context) {
        if (!DecimalColumns.is(context.queryPart())) {
            return;
        }
        QueryPart[] path = context.queryParts();
        for (int i = path.length - 2; i >= 0; i--) {
            QueryPart parent = path[i];
            if (EXACT.stream().anyMatch(type -> type.isInstance(parent))) {
                if (parent instanceof QOM.CompareCondition<?, ?> pair
                        && !(plain(pair.$arg1()) && plain(pair.$arg2()))) {
                    throw DecimalExpression.inexact(model, "a decimal column is compared with an expression");
                }
                return;
            }
            if (parent instanceof org.jooq.Field<?>) {
                throw DecimalExpression.inexact(model, "a decimal column stands in an expression");
            }
        }
    }

    private static boolean plain(Object part) {
        return !(part instanceof QueryPart query) || query instanceof Param<?> || DecimalColumns.is(query);
    }
}
