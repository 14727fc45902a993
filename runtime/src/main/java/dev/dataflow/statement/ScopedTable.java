package dev.dataflow.statement;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Predicate;
import dev.dataflow.trait.Reach;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A model's table for plain jOOQ, with the rows only that a scope reaches: a derived table of the same name and columns.
 *
 * @param traits the traits
 * @param reach which rows the scope reaches
 */
record ScopedTable(Traits traits, Reach reach) {

    Table<Record> of(ModelMetadata<?, ?, ?, ?> model, Stamp stamp) {
        List<Condition> rows = new ArrayList<>();
        for (Predicate predicate : traits.predicates(model, reach)) {
            rows.add(condition(model, predicate, model.columns().get(predicate.column()), stamp));
        }
        return DSL.select(model.table().fields())
                .from(model.table())
                .where(rows)
                .asTable(model.table().getUnqualifiedName());
    }

    private static <T> Condition condition(
            ModelMetadata<?, ?, ?, ?> model, Predicate predicate, Column<T> column, Stamp stamp) {
        return predicate instanceof Predicate.IsStamped
                ? column.field()
                        .eq(DSL.val(
                                column.type().javaType().cast(stamp.value(Objects.requireNonNull(column.managed()))),
                                column.field()))
                : TraitConditions.condition(model, predicate, column);
    }
}
