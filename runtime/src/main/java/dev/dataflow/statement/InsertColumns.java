package dev.dataflow.statement;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.trait.Assignment;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;

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
            boolean made = i == model.definition().key()
                    && !keyGiven
                    && model.definition().generation() == KeyGeneration.IDENTITY;
            if (column.managed() == null && !made) {
                written.add(i);
            }
        }
        return new InsertColumns(model, written, stamped);
    }

    List<Field<?>> fields() {
        List<Field<?>> result = RowStatements.fields(model, written);
        stamped.forEach(assignment ->
                result.add(model.columns().get(assignment.column()).field()));
        return result;
    }

    List<Field<?>> values(int row) {
        Parameters parameters = new Parameters(model);
        List<Field<?>> result = new ArrayList<>();
        written.forEach(column -> result.add(parameters.row(row, column)));
        stamped.forEach(assignment -> result.add(parameters.trait(assignment)));
        return result;
    }
}
