package dev.dataflow.statement;

import dev.dataflow.model.LogicalType;
import dev.dataflow.type.ColumnType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.TableField;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;

/** Finds decimal columns in jOOQ expressions. */
final class DecimalColumns implements VisitListener {

    private boolean found;

    private DecimalColumns() {}

    static boolean is(QueryPart part) {
        return part instanceof TableField<?, ?> field && isDecimal(field);
    }

    static boolean in(Renderer renderer, QueryPart part) {
        DecimalColumns listener = new DecimalColumns();
        DSL.using(renderer.configuration().deriveAppending(listener)).render(part);
        return listener.found;
    }

    @Override
    public void visitStart(VisitContext context) {
        found |= is(context.queryPart());
    }

    private static <T> boolean isDecimal(Field<T> field) {
        ColumnType<T> type = ColumnType.find(field);
        return type != null && type.logical() == LogicalType.DECIMAL;
    }
}
