package dev.dataflow.node;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Filter;
import dev.dataflow.query.Keyset;
import dev.dataflow.query.Operand;
import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.CallNumber;
import dev.dataflow.type.ParameterWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of one execution.
 *
 * @param model the model
 * @param rows values of rows by column position; where a statement has more rows than given, the last repeats
 * @param filter the call's filter
 * @param limit the most rows
 * @param offset the rows skipped
 * @param keyset the row it starts behind; null for none
 */
record CallArguments(
        ModelMetadata<?, ?, ?, ?> model,
        List<@Nullable Object[]> rows,
        Filter filter,
        long limit,
        long offset,
        @Nullable Keyset keyset)
        implements Arguments {

    CallArguments(
            ModelMetadata<?, ?, ?, ?> model, List<@Nullable Object[]> rows, Filter filter, long limit, long offset) {
        this(model, rows, filter, limit, offset, null);
    }

    static CallArguments rows(ModelMetadata<?, ?, ?, ?> model, List<@Nullable Object[]> rows) {
        return new CallArguments(model, rows, Filter.ALL, 0, 0);
    }

    static CallArguments of(ModelMetadata<?, ?, ?, ?> model, List<BulkRow> rows) {
        return rows(model, rows.stream().map(BulkRow::values).toList());
    }

    static CallArguments row(ModelMetadata<?, ?, ?, ?> model, @Nullable Object[] row) {
        return rows(model, List.<@Nullable Object[]>of(row));
    }

    static CallArguments filter(ModelMetadata<?, ?, ?, ?> model, Filter filter) {
        return new CallArguments(model, List.of(), filter, 0, 0);
    }

    CallArguments page(long size, long skipped) {
        return new CallArguments(model, rows, filter, size, skipped, keyset);
    }

    @Override
    public @Nullable Object after(int step) {
        return Objects.requireNonNull(keyset).values().get(step);
    }

    @Override
    public void write(int row, int column, ParameterWriter out) throws SQLException {
        write(model.columns().get(column), rows.get(Math.min(row, rows.size() - 1))[column], out);
    }

    @Override
    public void operandOf(int column, ParameterWriter out) throws SQLException {
        compare(model.columns().get(column), rows.get(0)[column], out);
    }

    @Override
    public Operand operand(int place) {
        return filter.operands().get(place);
    }

    @Override
    public long number(CallNumber number) {
        return number == CallNumber.LIMIT ? limit : offset;
    }

    private static <T> void write(Column<T> column, @Nullable Object value, ParameterWriter out) throws SQLException {
        out.set(column.type().javaType().cast(value), column.type());
    }

    private static <T> void compare(Column<T> column, @Nullable Object value, ParameterWriter out) throws SQLException {
        out.compare(column.type().javaType().cast(value), column.type());
    }
}
