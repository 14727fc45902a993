package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Statements that change many rows by key, each to its own values. */
final class BatchStatements {

    private static final Name GIVEN = DSL.name("given");

    private final Renderer renderer;
    private final DatabaseEngine engine;
    private final Predicates predicates;
    private final Assignments assignments;
    private final ReferenceChecks references;
    private final DSLContext dsl;

    BatchStatements(
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

    Statement updateEach(ModelMetadata<?, ?, ?, ?> model, List<Integer> found, List<Integer> columns, int count) {
        List<Integer> all = new ArrayList<>(found);
        all.addAll(columns);
        Table<?> given = given(model, all, count);
        Map<Field<?>, Field<?>> assigned = new LinkedHashMap<>();
        for (int column : columns) {
            Field<?> field = model.columns().get(column).field();
            assigned.put(field, DSL.field(GIVEN.append("c" + column), field.getDataType()));
            Field<Integer> offset = model.columns().get(column).offset();
            if (offset != null) {
                assigned.put(offset, DSL.field(GIVEN.append(offsetName(column)), offset.getDataType()));
            }
        }
        assigned.putAll(assignments.onUpdate(model));
        Condition same = same(model, found).and(predicates.rows(model, Filter.ALL));
        Query query = engine.family() == EngineFamily.MYSQL
                ? dsl.update(model.table().join(given).on(same)).set(assigned)
                : dsl.update(model.table()).set(assigned).from(given).where(same);
        return renderer.write(
                model,
                Operation.UPDATE,
                query,
                List.of(),
                companions(model, model.key().positions(), columns));
    }

    /**
     * Inserts one row of many.
     *
     * @param keyGiven whether the key is among the values
     * @param skip the columns of a key; a row that meets it is left out. Empty for none
     */
    Statement insertRow(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven, List<Integer> skip) {
        InsertColumns columns = assignments.insert(model, keyGiven);
        InsertValuesStepN<Record> insert =
                dsl.insertInto(model.table(), columns.fields()).values(columns.values(0, engine));
        return skip.isEmpty()
                ? renderer.write(
                        model, Operation.INSERT, insert, List.of(), references.ofRows(model, columns.written()))
                : renderer.write(
                        model,
                        Operation.INSERT,
                        predicates.skipping(insert, model, skip),
                        List.of(),
                        references.afterwards(
                                model,
                                ReferenceChecks.mostRows() / skip.size(),
                                rows -> predicates.related(model, skip, rows)));
    }

    /**
     * On SQLite: inserts one row of many, or changes the row that it meets.
     *
     * @param keyGiven whether the key is among the values
     * @param same the columns of the key by which it meets one
     * @param columns the columns that then get the given values
     */
    Statement upsertRow(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven, List<Integer> same, List<Integer> columns) {
        InsertColumns inserted = assignments.insert(model, keyGiven);
        InsertValuesStepN<Record> insert =
                dsl.insertInto(model.table(), inserted.fields()).values(inserted.values(0, engine));
        List<Companion> companions = new ArrayList<>(references.ofRows(model, inserted.written()));
        if (assignments.revives()) {
            companions.addAll(companions(model, same, columns));
        }
        return renderer.write(
                model,
                Operation.INSERT,
                predicates.merging(insert, model, same, assignments.merge(model, columns)),
                List.of(),
                companions);
    }

    /** Changes one row of many, that with the given values of some columns. */
    Statement updateRow(ModelMetadata<?, ?, ?, ?> model, List<Integer> same, List<Integer> columns) {
        List<Change> changes = columns.stream().map(Change::value).toList();
        Condition row = predicates.anyOf(model, same, 1);
        return renderer.write(
                model,
                Operation.UPDATE,
                dsl.update(model.table())
                        .set(assignments.update(model, changes))
                        .where(row),
                List.of(),
                companions(model, same, columns));
    }

    private List<Companion> companions(ModelMetadata<?, ?, ?, ?> model, List<Integer> same, List<Integer> columns) {
        return assignments.revives()
                ? references.afterwards(
                        model, ReferenceChecks.mostRows() / same.size(), rows -> predicates.given(model, same, rows))
                : references.ofRows(model, columns);
    }

    private Table<?> given(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns, int count) {
        Parameters parameters = new Parameters(model);
        List<RowN> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Field<?>> values = new ArrayList<>();
            for (int column : columns) {
                values.add(typed(model.columns().get(column), parameters.row(i, column)));
                Field<Integer> offset = model.columns().get(column).offset();
                if (offset != null) {
                    Field<Integer> value = parameters.offset(i, column, offset);
                    // PostgreSQL would take NULLs for text
                    values.add(engine == DatabaseEngine.POSTGRESQL ? value.cast(value.getDataType()) : value);
                }
            }
            rows.add(DSL.row(values));
        }
        Name[] names = columns.stream()
                .flatMap(column -> model.columns().get(column).offset() == null
                        ? Stream.of(DSL.name("c" + column))
                        : Stream.of(DSL.name("c" + column), offsetName(column)))
                .toArray(Name[]::new);
        return engine.family() == EngineFamily.MYSQL
                ? likeTheTable(model, columns, names, rows)
                : DSL.values(rows.toArray(RowN[]::new)).as(GIVEN, names);
    }

    private static Name offsetName(int column) {
        return DSL.name("o" + column);
    }

    /**
     * MySQL gives a parameter's column 64 KB; in a union with the table's own columns it has theirs. MariaDB takes names
     * of columns only there.
     */
    private Table<?> likeTheTable(
            ModelMetadata<?, ?, ?, ?> model, List<Integer> columns, Name[] names, List<RowN> rows) {
        List<Field<?>> fields = RowStatements.written(model, columns);
        QueryPart[] named = new QueryPart[names.length];
        for (int i = 0; i < names.length; i++) {
            named[i] = DSL.sql("{0} as {1}", fields.get(i), names[i]);
        }
        String form = engine == DatabaseEngine.MYSQL ? "row {0}" : "{0}";
        QueryPart[] values = rows.stream().map(row -> DSL.sql(form, row)).toArray(QueryPart[]::new);
        return DSL.table(
                        "(select {0} from {1} where false union all values {2})",
                        DSL.list(named), model.table(), DSL.list(values))
                .as(GIVEN);
    }

    /**
     * PostgreSQL would take NULLs for text; MySQL cuts decimals, the largest doubles and fractions of seconds, and takes bytes
     * for text.
     */
    private Field<?> typed(Column<?> column, Field<?> value) {
        return switch (engine.family()) {
            case POSTGRESQL -> value.cast(value.getDataType());
            case SQLITE -> value;
            case MYSQL ->
                switch (column.type().logical()) {
                    case DECIMAL, BIG_INTEGER -> value.cast(value.getDataType());
                    case FLOAT32, FLOAT64 -> DSL.field("cast({0} as double)", value.getDataType(), value);
                    case INSTANT, OFFSET_DATE_TIME, DATE_TIME ->
                        DSL.field("cast({0} as datetime(6))", value.getDataType(), value);
                    case TIME -> DSL.field("cast({0} as time(6))", value.getDataType(), value);
                    case BYTES, UUID -> DSL.field("cast({0} as binary)", value.getDataType(), value);
                    default -> value;
                };
        };
    }

    private static Condition same(ModelMetadata<?, ?, ?, ?> model, List<Integer> found) {
        return DSL.and(found.stream()
                .map(position -> same(model.columns().get(position).field(), position))
                .toList());
    }

    private static <T> Condition same(Field<T> part, int position) {
        return part.eq(DSL.field(GIVEN.append("c" + position), part.getDataType()));
    }
}
