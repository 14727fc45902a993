package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Row;
import org.jooq.impl.DSL;

/** Several columns compared at once. */
final class RowValues {

    private RowValues() {}

    /** Whether columns equal one of some rows of values. */
    static Condition in(DatabaseEngine engine, Field<?>[] fields, List<Row> rows) {
        if (engine == DatabaseEngine.SQLITE) {
            // jOOQ would write one comparison a row, and SQLite takes no expression that deep
            return DSL.condition("({0}) in (values {1})", DSL.list(fields), DSL.list(rows.toArray(Row[]::new)));
        }
        return DSL.row(fields).in(rows.toArray(org.jooq.RowN[]::new));
    }
}
