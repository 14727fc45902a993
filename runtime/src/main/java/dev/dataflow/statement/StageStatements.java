package dev.dataflow.statement;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Statements over a temporary table of PostgreSQL, into which rows are copied to be written from there. It has the columns
 * of the model's table and is gone when the transaction ends.
 */
final class StageStatements {

    private static final Name STAGE = DSL.name("pg_temp", "bulk_rows");
    private static final Name GIVEN = DSL.name("given");
    static final Table<Record> STAGED = DSL.table(STAGE).as(GIVEN);

    private final Renderer renderer;
    private final Predicates predicates;
    private final Assignments assignments;
    private final ReferenceChecks references;
    private final DSLContext dsl;

    StageStatements(Renderer renderer, Predicates predicates, Assignments assignments, ReferenceChecks references) {
        this.renderer = renderer;
        this.predicates = predicates;
        this.assignments = assignments;
        this.references = references;
        this.dsl = DSL.using(renderer.configuration());
    }

    Statement create(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        return stage(
                model,
                dsl.query(
                        "create temporary table {0} on commit drop as select {1} from {2} with no data",
                        DSL.name(STAGE.last()), names(model, columns), model.table()));
    }

    Statement copy(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        return renderer.copy(
                model,
                dsl.query("copy {0} ({1}) from stdin (format binary)", STAGE, names(model, columns)),
                LoadStatements.binds(model, columns, List.of()),
                List.of());
    }

    Statement empty(ModelMetadata<?, ?, ?, ?> model) {
        return stage(model, dsl.query("truncate {0}", STAGE));
    }

    Statement drop(ModelMetadata<?, ?, ?, ?> model) {
        return stage(model, dsl.query("drop table {0}", STAGE));
    }

    /** Gives the rows that have the staged values of some columns the staged values of others. */
    Statement update(ModelMetadata<?, ?, ?, ?> model, List<Integer> same, List<Integer> columns) {
        Map<Field<?>, Field<?>> assigned = new LinkedHashMap<>();
        RowStatements.written(model, columns).forEach(field -> assigned.put(field, staged(field)));
        assigned.putAll(assignments.onUpdate(model));
        return renderer.write(
                model,
                Operation.UPDATE,
                dsl.update(model.table())
                        .set(assigned)
                        .from(STAGED)
                        .where(same(model, same).and(predicates.rows(model, Filter.ALL))),
                List.of(),
                assignments.revives()
                        ? references.afterwards(
                                model,
                                0,
                                rows -> predicates.kept(
                                        model,
                                        DSL.exists(DSL.selectOne().from(STAGED).where(same(model, same)))))
                        : references.ofStage(model, columns));
    }

    /** Locks the rows that have the staged values of some columns, in the order of their keys, and counts them. */
    Statement lock(ModelMetadata<?, ?, ?, ?> model, List<Integer> same) {
        Table<?> locked = dsl.selectOne()
                .from(model.table())
                .join(STAGED)
                .on(same(model, same))
                .where(predicates.rows(model, Filter.ALL))
                .orderBy(RowStatements.fields(model, model.key().positions()))
                .forUpdate()
                .of(model.table())
                .asTable("locked");
        return renderer.render(model, Operation.LOCK, dsl.selectCount().from(locked));
    }

    /** Inserts all staged rows. */
    Statement insertAll(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven) {
        InsertColumns columns = assignments.insert(model, keyGiven);
        return renderer.write(
                model,
                Operation.INSERT,
                dsl.insertInto(model.table(), columns.fields())
                        .select(dsl.select(values(model, columns)).from(STAGED)),
                List.of(),
                references.ofStage(model, columns.written()));
    }

    private static List<Field<?>> values(ModelMetadata<?, ?, ?, ?> model, InsertColumns columns) {
        List<Field<?>> values = new ArrayList<>();
        RowStatements.written(model, columns.written()).forEach(field -> values.add(staged(field)));
        columns.stamped().forEach(assignment -> values.add(new Parameters(model).trait(assignment)));
        return values;
    }

    /**
     * Inserts the staged rows whose values of some columns, those of a key, no row has.
     *
     * @param keyGiven whether the primary key is among the staged columns
     * @param skip whether rows are left out that another transaction writes meanwhile, or that this user may not see;
     *     otherwise they are an error
     */
    Statement insertNew(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven, List<Integer> same, boolean skip) {
        InsertColumns columns = assignments.insert(model, keyGiven);
        Condition exists = DSL.exists(
                DSL.selectOne().from(model.table()).where(same(model, same).and(predicates.rows(model, Filter.ALL))));
        Select<Record> rows = dsl.select(values(model, columns))
                .from(STAGED)
                .where(DSL.not(exists))
                .orderBy(RowStatements.fields(model, same).stream()
                        .map(StageStatements::staged)
                        .toList());
        InsertOnDuplicateStep<Record> insert =
                dsl.insertInto(model.table(), columns.fields()).select(rows);
        return renderer.write(
                model,
                Operation.INSERT,
                skip ? predicates.skipping(insert, model, same) : insert,
                List.of(),
                references.afterwards(
                        model,
                        0,
                        count -> predicates.live(
                                model, DSL.exists(DSL.selectOne().from(STAGED).where(same(model, same))))));
    }

    /** The keys of the rows that have the staged values of some columns, and then those. */
    Statement keys(ModelMetadata<?, ?, ?, ?> model, List<Integer> same) {
        List<Field<?>> selected = RowStatements.fields(model, model.key().positions());
        selected.addAll(RowStatements.fields(model, same));
        return renderer.render(
                model,
                Operation.READ,
                dsl.select(selected)
                        .from(model.table())
                        .join(STAGED)
                        .on(same(model, same))
                        .where(predicates.rows(model, Filter.ALL)));
    }

    private Statement stage(ModelMetadata<?, ?, ?, ?> model, Query query) {
        return renderer.render(model, Operation.STAGE, query);
    }

    private static org.jooq.QueryPart names(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        return DSL.list(LoadStatements.names(RowStatements.written(model, columns)));
    }

    private static Condition same(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        return DSL.and(RowStatements.fields(model, columns).stream()
                .map(StageStatements::equal)
                .toList());
    }

    private static <T> Condition equal(Field<T> field) {
        return field.eq(staged(field));
    }

    static <T> Field<T> staged(Field<T> field) {
        return DSL.field(GIVEN.append(field.getName()), field.getDataType());
    }
}
