package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.projection.Projection;
import dev.dataflow.query.Filter;
import dev.dataflow.query.Sort;
import dev.dataflow.statement.RowRange;
import dev.dataflow.statement.Statement;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows by a projection; the columns of the order are read, too, since the next page starts behind their values. */
record ProjectedReading<T>(ModelMetadata<?, ?, ?, ?> model, Projection<T> projection)
        implements RowReading<@Nullable Object[], T> {

    static <T> ProjectedReading<T> of(ModelMetadata<?, ?, ?, ?> model, Projection<T> projection, List<Sort> order) {
        return new ProjectedReading<>(
                model, projection.reading(order.stream().map(Sort::column).toList()));
    }

    @Override
    public Statement statement(NodeContext context, Filter filter, RowRange range) {
        return context.statements().listColumns(model, filter, range, projection.columns());
    }

    @Override
    public @Nullable Object[] read(RowReader row) throws SQLException {
        return projection.read(row);
    }

    @Override
    public @Nullable Object value(@Nullable Object[] row, int column) {
        return row[projection.places(List.of(column))[0]];
    }

    @Override
    public List<T> results(NodeContext context, List<@Nullable Object[]> rows) {
        return new RelatedRows(context, context.stamp()).complete(projection, rows);
    }

    @Override
    public boolean isRelated() {
        return !projection.related().isEmpty();
    }
}
