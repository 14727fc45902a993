package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.trait.Assignment;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The columns an insert writes: all that callers write, then those of the traits.
 *
 * @param model the model
 * @param written the positions of the callers' columns
 * @param stamped those of the traits
 */
record InsertColumns(ModelMetadata<?, ?, ?, ?> model, List<Integer> written, List<Assignment> stamped) {

    static InsertColumns of(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven, List<Assignment> stamped) {
        List<Integer> written = new ArrayList<>();
        for (int i = 0; i < model.columns().size(); i++) {
            Column<?> column = model.columns().get(i);
            boolean made =
                    model.key().includes(i) && !keyGiven && model.definition().generation() == KeyGeneration.IDENTITY;
            if (column.managed() == null && !made) {
                written.add(i);
            }
        }
        return new InsertColumns(model, written, stamped);
    }

    /** A row of nothing but a key the database makes: the key is named, since no form of an empty row is common. */
    private boolean keyOnly() {
        return written.isEmpty() && stamped.isEmpty();
    }

    List<Field<?>> fields() {
        if (keyOnly()) {
            return List.of(model.key().first().field());
        }
        List<Field<?>> result = RowStatements.written(model, written);
        stamped.forEach(assignment ->
                result.add(model.columns().get(assignment.column()).field()));
        return result;
    }

    /** Where the values of a row come from. */
    List<Bind> binds() {
        return LoadStatements.binds(model, written, stamped);
    }

    List<Field<?>> values(int row, DatabaseEngine engine) {
        if (keyOnly()) {
            Field<?> key = model.key().first().field();
            return List.of(
                    engine == DatabaseEngine.SQLITE
                            ? DSL.inline((Object) null, key.getDataType())
                            : DSL.default_(key.getDataType()));
        }
        Parameters parameters = new Parameters(model);
        List<Field<?>> result = new ArrayList<>();
        written.forEach(column -> result.addAll(parameters.written(row, column)));
        stamped.forEach(assignment -> result.add(parameters.trait(assignment)));
        return result;
    }
}
