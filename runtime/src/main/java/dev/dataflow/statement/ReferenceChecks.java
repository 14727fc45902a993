package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Reference;
import dev.dataflow.metadata.Relations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/**
 * Looks at the rows that written references point to, where a trait says which rows may be pointed to: what a foreign key
 * cannot see. The rows are locked until the transaction ends, so that they stay as they were seen.
 */
final class ReferenceChecks {

    /** As many values as one statement looks up. */
    private static final int MOST_ROWS = 1 << 10;

    private final Renderer renderer;
    private final DatabaseEngine engine;
    private final TraitConditions traits;
    private final Relations relations;
    private final DSLContext dsl;

    ReferenceChecks(Renderer renderer, DatabaseEngine engine, TraitConditions traits, Relations relations) {
        this.renderer = renderer;
        this.engine = engine;
        this.traits = traits;
        this.relations = relations;
        this.dsl = DSL.using(renderer.configuration());
    }

    private record Checked(Reference reference, int column, ModelMetadata<?, ?, ?, ?> target) {}

    /** Companions of a statement that writes columns of the call's rows. */
    List<Companion> ofRows(ModelMetadata<?, ?, ?, ?> model, Collection<Integer> written) {
        return checked(model).stream()
                .filter(each -> written.contains(each.column()))
                .map(each ->
                        companion(model, each, Companion.When.BEFORE, MOST_ROWS, rows -> values(model, each, rows)))
                .toList();
    }

    /** Companions of a statement that writes columns of the staged rows. */
    List<Companion> ofStage(ModelMetadata<?, ?, ?, ?> model, Collection<Integer> written) {
        return checked(model).stream()
                .filter(each -> written.contains(each.column()))
                .map(each -> companion(
                        model,
                        each,
                        Companion.When.BEFORE,
                        0,
                        rows -> key(each)
                                .in(dsl.select(StageStatements.staged(column(model, each)))
                                        .from(StageStatements.STAGED))))
                .toList();
    }

    /**
     * Companions of a statement that does not write the references of all its rows, since it makes rows live again, or leaves
     * rows out whose key is taken: those of the rows that are there afterwards must hold.
     *
     * @param rows the condition that finds so many of the rows
     */
    List<Companion> afterwards(ModelMetadata<?, ?, ?, ?> model, int mostRows, Rows rows) {
        return checked(model).stream()
                .map(each -> companion(
                        model,
                        each,
                        Companion.When.AFTER,
                        mostRows,
                        count -> key(each)
                                .in(dsl.select(column(model, each))
                                        .from(model.table())
                                        .where(rows.of(count)))))
                .toList();
    }

    /** Finds rows. */
    interface Rows {
        /** The condition that finds so many of the call's rows. */
        Condition of(int count);
    }

    /** As many rows of a call as one look at its rows is about. */
    static int mostRows() {
        return MOST_ROWS;
    }

    /**
     * Checks that a column is not computed whose value must be known beforehand.
     *
     * @throws InvalidInputException DF-113 when it points to rows of which a trait says which may be pointed to
     */
    void checkComputed(ModelMetadata<?, ?, ?, ?> model, int column) {
        for (Checked each : checked(model)) {
            if (each.column() == column) {
                throw new InvalidInputException(
                        new Problem(
                                ErrorCode.NOT_AVAILABLE,
                                "`" + model.columns().get(column).name() + "` of " + model + " is set to an expression",
                                "it references " + each.target() + ", whose rows are deleted softly, and whether the"
                                        + " row it is to point to is deleted is found out by its value",
                                "set it to a value"),
                        null);
            }
        }
    }

    private List<Checked> checked(ModelMetadata<?, ?, ?, ?> model) {
        List<Checked> checked = new ArrayList<>();
        for (Reference reference : model.definition().references()) {
            ModelMetadata<?, ?, ?, ?> target = relations.target(reference);
            if (target != null && !traits.traits().onReference(target).isEmpty()) {
                checked.add(new Checked(reference, model.position(reference.column()), target));
            }
        }
        return checked;
    }

    private Companion companion(
            ModelMetadata<?, ?, ?, ?> model, Checked each, Companion.When when, int mostRows, Rows rows) {
        return new Companion(
                when, mostRows, count -> statement(model, each, rows.of(count)), () -> refusal(model, each));
    }

    private Statement statement(ModelMetadata<?, ?, ?, ?> model, Checked each, Condition rows) {
        Condition allowed = TraitConditions.and(traits.referenced(each.target()));
        SelectConditionStep<Record> select = dsl.select(List.of(DSL.field(DSL.not(allowed))))
                .from(each.target().table())
                .where(TraitConditions.and(traits.kept(each.target())).and(rows));
        Select<Record> query = engine == DatabaseEngine.SQLITE ? select : select.forShare();
        return renderer.render(model, Operation.CHECK, query);
    }

    private static Condition values(ModelMetadata<?, ?, ?, ?> model, Checked each, int count) {
        List<Field<Object>> values = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            values.add(new Parameters(model).row(row, each.column(), column(model, each)));
        }
        return count == 1 ? key(each).eq(values.get(0)) : key(each).in(values);
    }

    /** A reference and the key it points to are of one type. */
    @SuppressWarnings("unchecked")
    private static Field<Object> key(Checked each) {
        return (Field<Object>) each.target().key().first().field();
    }

    @SuppressWarnings("unchecked")
    private static Field<Object> column(ModelMetadata<?, ?, ?, ?> model, Checked each) {
        return (Field<Object>) (Field<?>) model.columns().get(each.column()).field();
    }

    private static DataFlowException refusal(ModelMetadata<?, ?, ?, ?> model, Checked each) {
        Column<?> column = model.columns().get(each.column());
        return new ForeignKeyViolationException(
                new Problem(
                        ErrorCode.FOREIGN_KEY_VIOLATION,
                        "`" + column.name() + "` of " + model + " points to a row that is deleted",
                        each.target() + " is deleted softly: the row is there, but nothing may point to it",
                        "point to another row, or restore that one first"),
                null,
                List.of(column.name()),
                each.reference().constraint());
    }
}
