package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Arguments;
import dev.dataflow.type.ParameterWriter;
import java.sql.SQLException;
import java.util.List;

/**
 * The values of whole models, bound by generated code without boxing.
 *
 * @param metadata the model
 * @param models the rows
 */
record ModelArguments<M>(ModelMetadata<M, ?, ?, ?> metadata, List<M> models) implements Arguments {

    @Override
    public void write(int row, int column, ParameterWriter out) throws SQLException {
        metadata.bind(models.get(row), column, out);
    }
}
