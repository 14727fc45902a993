package dev.dataflow.statement;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Assignment;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Statements that load many rows at once by PostgreSQL's {@code COPY}. */
final class LoadStatements {

    private final Renderer renderer;
    private final Assignments assignments;
    private final ReferenceChecks references;
    private final DSLContext dsl;

    LoadStatements(Renderer renderer, Assignments assignments, ReferenceChecks references) {
        this.renderer = renderer;
        this.assignments = assignments;
        this.references = references;
        this.dsl = DSL.using(renderer.configuration());
    }

    Statement copy(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven) {
        InsertColumns columns = assignments.insert(model, keyGiven);
        return renderer.copy(
                model,
                dsl.query(
                        "copy {0} ({1}) from stdin (format binary)", model.table(), DSL.list(names(columns.fields()))),
                columns.binds(),
                references.ofRows(model, columns.written()));
    }

    /**
     * The columns of the table, the numbers of their types, whether temporary tables may be made, and whether row security
     * filters what this user does, with which the server refuses COPY. None, where COPY does not do with its rows what an
     * insert does: for views, foreign tables and tables with rules.
     */
    Statement copied(ModelMetadata<?, ?, ?, ?> model) {
        return renderer.render(
                model,
                Operation.EXAMINE,
                dsl.resultQuery(
                        "select a.attname::text, a.atttypid::int8,"
                                + " pg_catalog.has_database_privilege(current_database(), 'TEMP'),"
                                + " pg_catalog.row_security_active(c.oid) from pg_catalog.pg_class c"
                                + " join pg_catalog.pg_attribute a on a.attrelid = c.oid"
                                + " where c.oid = {0}::regclass and a.attnum > 0 and not a.attisdropped"
                                + " and c.relkind in ('r', 'p') and not c.relhasrules",
                        DSL.inline(dsl.render(model.table()), SQLDataType.VARCHAR)));
    }

    static Name[] names(List<Field<?>> fields) {
        return fields.stream().map(field -> DSL.name(field.getName())).toArray(Name[]::new);
    }

    /** What a row of columns is written from: each value, after it its offset, then what traits write. */
    static List<Bind> binds(ModelMetadata<?, ?, ?, ?> model, List<Integer> written, List<Assignment> stamped) {
        List<Bind> binds = new ArrayList<>();
        for (int position : written) {
            binds.add(new Bind.OfRow(0, position));
            if (model.columns().get(position).offset() != null) {
                binds.add(new Bind.OfOffset(0, position));
            }
        }
        for (Assignment assignment : stamped) {
            binds.add(new Bind.OfTrait(model.columns().get(assignment.column())));
        }
        return binds;
    }
}
