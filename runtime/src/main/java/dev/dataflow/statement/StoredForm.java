package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.model.LogicalType;
import dev.dataflow.type.ColumnType;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Columns that a database holds in a form of ours, such as decimals as text on SQLite. Equality and order of that form are
 * those of the values; the database's own functions and arithmetic know nothing of it.
 */
final class StoredForm {

    private StoredForm() {}

    /** What such a column holds; null for any other part. */
    static @Nullable LogicalType of(DatabaseEngine engine, Object part) {
        if (!(part instanceof TableField<?, ?> field)) {
            return null;
        }
        LogicalType type = type(field);
        return type != null && has(engine, type) ? type : null;
    }

    static boolean has(DatabaseEngine engine, LogicalType type) {
        return switch (type) {
            case DECIMAL, BIG_INTEGER, DATE, TIME, DATE_TIME -> engine == DatabaseEngine.SQLITE;
            case DURATION -> true;
            case INSTANT, OFFSET_DATE_TIME, UUID -> engine != DatabaseEngine.POSTGRESQL;
            // on PostgreSQL too: what only one database can do would not be the same everywhere
            case JSON, TEXT_LIST, INT64_LIST -> true;
            default -> false;
        };
    }

    private static <T> @Nullable LogicalType type(Field<T> field) {
        ColumnType<T> type = ColumnType.find(field);
        return type == null ? null : type.logical();
    }
}
