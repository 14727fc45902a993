package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Arguments;
import dev.dataflow.type.ParameterWriter;
import java.sql.SQLException;
import java.util.List;

/**
 * The keys of one execution; where a statement has more than given, the last repeats.
 *
 * @param model the model
 * @param keys its keys
 */
record KeyArguments<K>(ModelMetadata<?, K, ?, ?> model, List<? extends K> keys) implements Arguments {

    @Override
    public void write(int row, int column, ParameterWriter out) throws SQLException {
        model.key().bind(keys.get(Math.min(row, keys.size() - 1)), column, out);
    }
}
