package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateSetStep;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Row;
import org.jooq.impl.DSL;

/** The conditions of statements: those of the traits, always, and those of the call. */
final class Predicates {

    private final TraitConditions traits;
    private final FilterConditions filters;
    private final DatabaseEngine engine;

    Predicates(TraitConditions traits, FilterConditions filters, DatabaseEngine engine) {
        this.traits = traits;
        this.filters = filters;
        this.engine = engine;
    }

    /** Rows with the key of the call's row, or of its first rows. */
    Condition key(ModelMetadata<?, ?, ?, ?> model, int count) {
        return with(model, in(model, model.key().positions(), count));
    }

    /** Rows whose columns equal those of one of the call's rows. */
    Condition anyOf(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns, int count) {
        return with(model, in(model, columns, count));
    }

    /** The same, whether they are deleted softly or not. */
    Condition given(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns, int count) {
        return kept(model, in(model, columns, count));
    }

    /** Rows of a condition, whether they are deleted softly or not. */
    Condition kept(ModelMetadata<?, ?, ?, ?> model, Condition condition) {
        return TraitConditions.and(traits.kept(model)).and(condition);
    }

    /** Rows of a condition that are not deleted softly. */
    Condition live(ModelMetadata<?, ?, ?, ?> model, Condition condition) {
        return TraitConditions.and(traits.related(model)).and(condition);
    }

    /** Rows reached through a relation whose columns equal those of one of the call's rows. */
    Condition related(ModelMetadata<?, ?, ?, ?> target, List<Integer> columns, int count) {
        return in(target, columns, count).and(TraitConditions.and(traits.related(target)));
    }

    /** An insert that leaves rows out whose values of a key's columns are there already. */
    Query skipping(InsertOnDuplicateStep<Record> insert, ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        List<Field<?>> fields = RowStatements.fields(model, traits.keyColumns(model, columns));
        List<Condition> compared = traits.unique(model, columns);
        return compared.isEmpty()
                ? insert.onConflict(fields).doNothing()
                : insert.onConflict(fields).where(DSL.and(compared)).doNothing();
    }

    /** An insert that changes the row it meets, which is counted ({@code dataflow_met} of SQLite's connections). */
    Query merging(
            InsertOnDuplicateStep<Record> insert,
            ModelMetadata<?, ?, ?, ?> model,
            List<Integer> columns,
            Map<Field<?>, Field<?>> changes) {
        List<Field<?>> fields = RowStatements.fields(model, traits.keyColumns(model, columns));
        List<Condition> compared = traits.unique(model, columns);
        InsertOnDuplicateSetStep<Record> met = compared.isEmpty()
                ? insert.onConflict(fields).doUpdate()
                : insert.onConflict(fields).where(DSL.and(compared)).doUpdate();
        return met.set(changes).where(with(model, DSL.condition("dataflow_met()")));
    }

    /** Rows a call reads. */
    Condition rows(ModelMetadata<?, ?, ?, ?> model, Filter filter) {
        return with(model, filters.of(model, filter, false));
    }

    /** Rows a call changes. */
    Condition changed(ModelMetadata<?, ?, ?, ?> model, Filter filter) {
        return with(model, filters.of(model, filter, true));
    }

    private Condition with(ModelMetadata<?, ?, ?, ?> model, Condition condition) {
        List<Condition> all = traits.own(model);
        // after the call's: SQLite looks at conditions in their order, and those of traits are true of most rows
        return all.isEmpty() ? condition : condition.and(DSL.and(all));
    }

    private Condition in(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns, int count) {
        if (columns.size() == 1) {
            return single(
                    model, columns.get(0), model.columns().get(columns.get(0)).field(), count);
        }
        if (count == 1) {
            return DSL.and(columns.stream()
                    .map(column ->
                            single(model, column, model.columns().get(column).field(), 1))
                    .toList());
        }
        Field<?>[] fields = columns.stream()
                .map(column -> model.columns().get(column).field())
                .toArray(Field<?>[]::new);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = i;
            rows.add(DSL.row(columns.stream()
                    .map(column -> new Parameters(model).row(row, column))
                    .toArray()));
        }
        return RowValues.in(engine, fields, rows);
    }

    private static <T> Condition single(ModelMetadata<?, ?, ?, ?> model, int column, Field<T> field, int count) {
        if (count == 1) {
            return field.eq(new Parameters(model).row(0, column, field));
        }
        List<Field<T>> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(new Parameters(model).row(i, column, field));
        }
        return field.in(values);
    }
}
