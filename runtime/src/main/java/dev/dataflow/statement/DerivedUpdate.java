package dev.dataflow.statement;

import dev.dataflow.metadata.ModelMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An update on MySQL that computes all new values from the old ones first, in a derived table: MySQL assigns from left
 * to right and would feed new values into later expressions. The rows are locked as they are read, or the values could be
 * old when they are written.
 */
record DerivedUpdate(DSLContext dsl, Assignments assignments) {

    private static final long NO_LIMIT = Long.MAX_VALUE;

    Query update(ModelMetadata<?, ?, ?, ?> model, List<Change> changes, Condition rows, @Nullable Param<Long> limit) {
        Map<Field<?>, Field<?>> values = assignments.update(model, changes);
        List<Field<?>> key = RowStatements.fields(model, model.key().positions());
        Name alias = DSL.name("changed");
        List<Field<?>> selected = new ArrayList<>();
        List<Condition> same = new ArrayList<>();
        for (Field<?> part : key) {
            String name = "key_" + selected.size();
            selected.add(part.as(name));
            same.add(equal(part, alias.append(name)));
        }
        Map<Field<?>, Field<?>> assigned = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<Field<?>, Field<?>> value : values.entrySet()) {
            String name = "value_" + number++;
            selected.add(value.getValue().as(name));
            assigned.put(
                    value.getKey(), DSL.field(alias.append(name), value.getKey().getDataType()));
        }
        // the limit keeps MySQL from merging the derived table into the update
        Table<Record> changed = dsl.select(selected)
                .from(model.table())
                .where(rows)
                .orderBy(key)
                .limit(limit == null ? DSL.inline(NO_LIMIT) : limit)
                .forUpdate()
                .asTable(alias);
        return dsl.update(model.table().join(changed).on(DSL.and(same))).set(assigned);
    }

    private static <T> Condition equal(Field<T> part, Name name) {
        return part.eq(DSL.field(name, part.getDataType()));
    }
}
