package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import org.jooq.Field;
import org.jooq.SortField;

/**
 * Orders in which NULL is smallest.
 *
 * @param engine the database
 */
record NullOrder(DatabaseEngine engine) {

    /**
     * A step of an order.
     *
     * @param field by what
     * @param descending from large to small
     * @param nullable whether it may be NULL
     */
    SortField<?> of(Field<?> field, boolean descending, boolean nullable) {
        SortField<?> sort = descending ? field.desc() : field.asc();
        // NULL is smallest on MySQL and SQLite; PostgreSQL must be told
        boolean tell = engine == DatabaseEngine.POSTGRESQL && nullable;
        return !tell ? sort : descending ? sort.nullsLast() : sort.nullsFirst();
    }
}
