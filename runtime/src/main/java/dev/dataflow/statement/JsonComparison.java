package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.model.LogicalType;
import dev.dataflow.type.ColumnType;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.TableField;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;

/**
 * Has databases without {@code jsonb} compare JSON columns by their canonical text, without the white space after it that
 * keeps the zeros of numbers.
 */
final class JsonComparison implements VisitListener {

    private final DatabaseEngine engine;

    JsonComparison(DatabaseEngine engine) {
        this.engine = engine;
    }

    @Override
    public void visitStart(VisitContext context) {
        if (engine != DatabaseEngine.POSTGRESQL
                && context.queryPart() instanceof TableField<?, ?> field
                && isJson(field)
                && isCompared(context.queryParts())) {
            context.queryPart(new Canonical<>(field, engine));
        }
    }

    /** Whether a part stands for a column inside of what is put in its place. */
    static boolean isInside(VisitContext context) {
        for (QueryPart part : context.queryParts()) {
            if (part instanceof Canonical<?>) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCompared(QueryPart[] path) {
        for (int i = path.length - 2; i >= 0; i--) {
            // a condition is a field, too
            if (path[i] instanceof Field<?>) {
                return path[i] instanceof Condition;
            }
        }
        return false;
    }

    private static <T> boolean isJson(Field<T> field) {
        ColumnType<T> type = ColumnType.find(field);
        return type != null && type.logical() == LogicalType.JSON;
    }

    /** A column up to the first line feed, which canonical text has none of. */
    private static final class Canonical<T> extends CustomField<T> {

        private static final long serialVersionUID = 1L;

        private final transient Field<T> field;
        private final transient DatabaseEngine engine;

        Canonical(Field<T> field, DatabaseEngine engine) {
            super(field.getName(), field.getDataType());
            this.field = field;
            this.engine = engine;
        }

        @Override
        public void accept(Context<?> context) {
            String sql = engine == DatabaseEngine.SQLITE
                    ? "rtrim({0}, char(9, 10, 32))"
                    : "substring_index({0}, _utf8mb4 x'0A', 1)";
            context.visit(DSL.field(sql, getDataType(), field));
        }
    }
}
