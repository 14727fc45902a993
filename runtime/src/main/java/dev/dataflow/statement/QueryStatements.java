package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Relation;
import dev.dataflow.query.Filter;
import dev.dataflow.query.Sort;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectForUpdateStep;
import org.jooq.SelectLimitPercentStep;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.UpdateQuery;
import org.jooq.impl.DSL;

/** Statements about rows that match. */
final class QueryStatements {

    private final Renderer renderer;
    private final DatabaseEngine engine;
    private final Predicates predicates;
    private final Assignments assignments;
    private final NullOrder nulls;
    private final ReferenceChecks references;
    private final DSLContext dsl;

    QueryStatements(
            Renderer renderer,
            DatabaseEngine engine,
            Predicates predicates,
            Assignments assignments,
            ReferenceChecks references) {
        this.renderer = renderer;
        this.engine = engine;
        this.predicates = predicates;
        this.assignments = assignments;
        this.nulls = new NullOrder(engine);
        this.references = references;
        this.dsl = DSL.using(renderer.configuration());
    }

    Statement list(ModelMetadata<?, ?, ?, ?> model, Filter filter, RowRange range, List<Field<?>> selected) {
        Parameters parameters = new Parameters(model);
        SelectLimitStep<Record> all = dsl.select(selected)
                .from(model.table())
                .where(predicates.rows(model, filter).and(new KeysetConditions(engine, model, range).condition()))
                .orderBy(order(model, range.order()));
        if (!range.limited()) {
            return renderer.render(model, Operation.LIST, all);
        }
        SelectLimitPercentStep<Record> first = all.limit(parameters.call(CallNumber.LIMIT));
        return renderer.render(
                model, Operation.LIST, range.skipping() ? first.offset(parameters.call(CallNumber.OFFSET)) : first);
    }

    Statement related(Relation relation, List<Integer> columns, int count) {
        ModelMetadata<?, ?, ?, ?> model = relation.target();
        SelectConditionStep<Record> select = dsl.select(RowStatements.written(model, columns))
                .from(model.table())
                .where(predicates.related(model, relation.to(), count));
        return renderer.render(
                model,
                Operation.INCLUDE,
                relation.many()
                        ? select.orderBy(RowStatements.fields(model, model.key().positions()))
                        : select);
    }

    /** The keys of rows a call will change, in their order and locked. */
    Statement lock(ModelMetadata<?, ?, ?, ?> model, Filter filter, boolean limited) {
        List<Field<?>> key = RowStatements.fields(model, model.key().positions());
        SelectLimitStep<Record> rows = dsl.select(key)
                .from(model.table())
                .where(predicates.rows(model, filter))
                .orderBy(key);
        SelectForUpdateStep<Record> found = limited ? rows.limit(new Parameters(model).call(CallNumber.LIMIT)) : rows;
        return renderer.render(model, Operation.LOCK, engine == DatabaseEngine.SQLITE ? found : found.forUpdate());
    }

    Statement count(ModelMetadata<?, ?, ?, ?> model, Filter filter) {
        return renderer.render(
                model,
                Operation.COUNT,
                dsl.select(DSL.count()).from(model.table()).where(predicates.rows(model, filter)));
    }

    Statement update(ModelMetadata<?, ?, ?, ?> model, Filter filter, List<Change> changes, boolean limited) {
        Condition matching = predicates.changed(model, filter);
        if (assignments.readsAssigned(changes)) {
            return renderer.write(
                    model,
                    Operation.UPDATE,
                    new DerivedUpdate(dsl, assignments)
                            .update(
                                    model,
                                    changes,
                                    matching,
                                    limited ? new Parameters(model).call(CallNumber.LIMIT) : null),
                    List.of(),
                    companions(model, changes));
        }
        UpdateQuery<Record> update = dsl.updateQuery(model.table());
        update.addValues(assignments.update(model, changes));
        update.addConditions(limited ? first(model, matching) : matching);
        return renderer.write(model, Operation.UPDATE, update, List.of(), companions(model, changes));
    }

    private List<Companion> companions(ModelMetadata<?, ?, ?, ?> model, List<Change> changes) {
        return references.ofRows(model, changes.stream().map(Change::column).toList());
    }

    Statement delete(ModelMetadata<?, ?, ?, ?> model, Filter filter, boolean limited, boolean hard) {
        Condition matching = predicates.changed(model, filter);
        return renderer.render(
                model,
                Operation.DELETE,
                assignments.delete(dsl, model, limited ? first(model, matching) : matching, hard));
    }

    /** The first rows that match; asked again of each row, which may have changed while its lock was waited for. */
    private Condition first(ModelMetadata<?, ?, ?, ?> model, Condition matching) {
        return keys(model, matching).and(matching);
    }

    private Condition keys(ModelMetadata<?, ?, ?, ?> model, Condition matching) {
        List<Field<?>> key = RowStatements.fields(model, model.key().positions());
        Select<Record> keys = dsl.select(key)
                .from(model.table())
                .where(matching)
                .orderBy(key)
                .limit(new Parameters(model).call(CallNumber.LIMIT));
        if (engine.family() != EngineFamily.MYSQL) {
            return in(key, keys);
        }
        // MySQL takes no limit in a subquery of IN (1235) and no read of the changed table (1093), but both inside
        // a derived table
        List<Field<?>> inner = new ArrayList<>();
        key.forEach(part -> inner.add(DSL.field(DSL.name("touched", part.getName()), part.getDataType())));
        return in(key, dsl.select(inner).from(keys.asTable("touched")));
    }

    private static Condition in(List<Field<?>> key, Select<Record> keys) {
        return DSL.row(key).in(keys);
    }

    private List<SortField<?>> order(ModelMetadata<?, ?, ?, ?> model, List<Sort> order) {
        List<SortField<?>> result = new ArrayList<>();
        for (Sort sort : order) {
            Column<?> column = model.columns().get(sort.column());
            result.add(nulls.of(column.field(), sort.descending(), column.nullable()));
        }
        return result;
    }
}
