package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Filter;
import dev.dataflow.statement.RowRange;
import dev.dataflow.statement.Statement;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as the model, whose columns hold those of the order. */
record ModelReading<M>(ModelMetadata<M, ?, ?, ?> model) implements RowReading<M, M> {

    @Override
    public Statement statement(NodeContext context, Filter filter, RowRange range) {
        return context.statements().list(model, filter, range);
    }

    @Override
    public M read(RowReader row) throws SQLException {
        return model.read(row);
    }

    @Override
    public @Nullable Object value(M row, int column) {
        return model.value(row, column);
    }

    @Override
    public List<M> results(NodeContext context, List<M> rows) {
        return rows;
    }

    @Override
    public boolean isRelated() {
        return false;
    }
}
