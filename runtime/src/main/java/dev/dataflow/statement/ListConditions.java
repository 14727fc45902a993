package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.model.LogicalType;
import dev.dataflow.query.Criterion;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Conditions that look into lists: arrays on PostgreSQL, JSON elsewhere. Of NULL they are unknown. */
final class ListConditions {

    private final DatabaseEngine engine;

    ListConditions(FilterConditions filters) {
        this.engine = filters.engine();
    }

    /** How many elements a list has. */
    static Field<Long> size(DatabaseEngine engine, Field<?> list) {
        String sql = switch (engine) {
            case POSTGRESQL -> "cardinality({0})";
            case MYSQL, MARIADB -> "json_length({0})";
            case SQLITE -> "json_array_length({0})";
        };
        return DSL.field(sql, SQLDataType.BIGINT, list);
    }

    Condition of(Field<?> list, Criterion.Holds holds, int place) {
        Param<String> given = Parameters.filter(
                place, 0, engine == DatabaseEngine.POSTGRESQL ? FilterForm.ARRAY : FilterForm.JSON_LIST);
        return switch (engine) {
            case POSTGRESQL -> DSL.condition(holds.all() ? "{0} @> {1}" : "{0} && {1}", list, given);
            case SQLITE -> sqlite(list, given, holds.all());
            case MYSQL ->
                DSL.condition(holds.all() ? "json_contains({0}, {1})" : "json_overlaps({0}, {1})", list, given);
            case MARIADB ->
                holds.all() && holds.values().type().logical() == LogicalType.TEXT
                        ? DSL.condition("json_contains({0}, {1})", list, given)
                        : each(list, holds, place);
        };
    }

    private static Condition sqlite(Field<?> list, Param<String> given, boolean all) {
        return DSL.condition(
                all
                        ? "case when {0} is not null then not exists (select 1 from json_each({1}) as given where"
                                + " given.value not in (select held.value from json_each({0}) as held)) end"
                        : "case when {0} is not null then exists (select 1 from json_each({0}) as held where"
                                + " held.value in (select given.value from json_each({1}) as given)) end",
                list,
                given);
    }

    /**
     * MariaDB cannot ask for one of several before version 10.9, and compares numbers as doubles, so it looks for their
     * digits.
     */
    private static Condition each(Field<?> list, Criterion.Holds holds, int place) {
        boolean text = holds.values().type().logical() == LogicalType.TEXT;
        List<Condition> each = new ArrayList<>();
        for (int i = 0; i < holds.values().padded(); i++) {
            each.add(DSL.condition(
                    text
                            ? "json_contains({0}, {1})"
                            : "locate({1}, replace(replace(replace({0}, ' ', ''), '[', ','), ']', ',')) > 0",
                    list,
                    Parameters.filter(place, i, text ? FilterForm.JSON_ELEMENT : FilterForm.DIGITS)));
        }
        return holds.all() ? DSL.and(each) : DSL.or(each);
    }
}
