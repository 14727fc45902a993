package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.KeyGeneration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.UpdateQuery;
import org.jooq.impl.DSL;

/** Statements about rows by key. */
final class RowStatements {

    private final Renderer renderer;
    private final DatabaseEngine engine;
    private final Predicates predicates;
    private final Assignments assignments;
    private final ReferenceChecks references;
    private final DSLContext dsl;

    RowStatements(
            Renderer renderer,
            DatabaseEngine engine,
            Predicates predicates,
            Assignments assignments,
            ReferenceChecks references) {
        this.renderer = renderer;
        this.engine = engine;
        this.predicates = predicates;
        this.assignments = assignments;
        this.references = references;
        this.dsl = DSL.using(renderer.configuration());
    }

    Statement insert(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven, int count, List<Integer> skip) {
        InsertColumns columns = assignments.insert(model, keyGiven);
        InsertValuesStepN<Record> insert = dsl.insertInto(model.table(), columns.fields());
        for (int row = 0; row < count; row++) {
            insert = insert.values(columns.values(row, engine));
        }
        boolean identity = !keyGiven && model.definition().generation() == KeyGeneration.IDENTITY;
        if (identity && engine == DatabaseEngine.MYSQL) {
            return renderer.withGeneratedKeys(model, insert, references.ofRows(model, columns.written()));
        }
        List<Field<?>> returning = new ArrayList<>();
        Query query = insert;
        if (!skip.isEmpty() && engine == DatabaseEngine.POSTGRESQL) {
            query = predicates.skipping(insert, model, skip);
            returning.addAll(fields(model, model.key().positions()));
            returning.addAll(fields(model, skip));
        } else if (identity && (count == 1 || engine == DatabaseEngine.MARIADB)) {
            // MariaDB inserts and returns row by row; its driver would tell the first key only
            returning.addAll(fields(model, model.key().positions()));
        }
        return renderer.write(model, Operation.INSERT, query, returning, references.ofRows(model, columns.written()));
    }

    Statement read(ModelMetadata<?, ?, ?, ?> model, List<Field<?>> selected, int count, boolean lock) {
        SelectConditionStep<Record> select =
                dsl.select(selected).from(model.table()).where(predicates.key(model, count));
        Select<Record> query = lock && engine != DatabaseEngine.SQLITE ? locking(select, model, count) : select;
        return renderer.render(model, lock ? Operation.LOCK : Operation.READ, query);
    }

    /** Several rows are locked in the order of their keys, so that two who lock the same ones do not wait for each other. */
    private static Select<Record> locking(
            SelectConditionStep<Record> select, ModelMetadata<?, ?, ?, ?> model, int count) {
        return count == 1
                ? select.forUpdate()
                : select.orderBy(fields(model, model.key().positions())).forUpdate();
    }

    Statement update(ModelMetadata<?, ?, ?, ?> model, List<Change> changes, boolean all) {
        UpdateQuery<Record> update = dsl.updateQuery(model.table());
        if (assignments.readsAssigned(changes)) {
            Query derived = new DerivedUpdate(dsl, assignments).update(model, changes, predicates.key(model, 1), null);
            return renderer.write(model, Operation.UPDATE, derived, List.of(), companions(model, changes));
        }
        update.addValues(assignments.update(model, changes));
        update.addConditions(predicates.key(model, 1));
        List<Field<?>> returning = engine.family() == EngineFamily.MYSQL ? List.of() : selected(model, all);
        return renderer.write(model, Operation.UPDATE, update, returning, companions(model, changes));
    }

    private List<Companion> companions(ModelMetadata<?, ?, ?, ?> model, List<Change> changes) {
        return assignments.revives()
                ? references.afterwards(
                        model, 1, rows -> predicates.given(model, model.key().positions(), rows))
                : references.ofRows(model, changes.stream().map(Change::column).toList());
    }

    /** Makes rows live again; its reach says that they are tombstones. */
    Statement restore(ModelMetadata<?, ?, ?, ?> model, int count) {
        List<Integer> key = model.key().positions();
        return renderer.write(
                model,
                Operation.RESTORE,
                dsl.update(model.table()).set(assignments.onUpdate(model)).where(predicates.key(model, count)),
                List.of(),
                references.afterwards(
                        model,
                        Math.max(1, ReferenceChecks.mostRows() / key.size()),
                        rows -> predicates.given(model, key, rows)));
    }

    /** Clears references to rows. */
    Statement detach(ModelMetadata<?, ?, ?, ?> model, int column, int count) {
        return renderer.write(
                model,
                Operation.UPDATE,
                dsl.update(model.table())
                        .set(assignments.cleared(model, column))
                        .where(predicates.anyOf(model, List.of(column), count)),
                List.of(),
                List.of());
    }

    /**
     * Deletes rows by key.
     *
     * @param hard whether they are removed where the model would have them marked
     */
    Statement delete(ModelMetadata<?, ?, ?, ?> model, int count, boolean hard) {
        return renderer.render(
                model, Operation.DELETE, assignments.delete(dsl, model, predicates.key(model, count), hard));
    }

    /** The columns a row is read from: those with a component, or all. */
    static List<Field<?>> selected(ModelMetadata<?, ?, ?, ?> model, boolean all) {
        List<Column<?>> columns = all ? model.columns() : model.columns().subList(0, model.components());
        return expanded(columns);
    }

    /** The columns that hold the values of model columns. */
    static List<Field<?>> written(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        List<Column<?>> written = new ArrayList<>();
        columns.forEach(i -> written.add(model.columns().get(i)));
        return expanded(written);
    }

    /** An offset follows its column: readers rely on it. */
    private static List<Field<?>> expanded(List<Column<?>> columns) {
        List<Field<?>> result = new ArrayList<>();
        for (Column<?> column : columns) {
            result.add(column.field());
            Field<Integer> offset = column.offset();
            if (offset != null) {
                result.add(offset);
            }
        }
        return result;
    }

    /** The columns that model columns are looked up by. */
    static List<Field<?>> fields(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        return new ArrayList<>(
                columns.stream().map(i -> model.columns().get(i).field()).toList());
    }
}
