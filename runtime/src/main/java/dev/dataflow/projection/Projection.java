package dev.dataflow.projection;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is read of each row of a model, and what becomes of it. A row in between is an array: what its relations lead to,
 * filled in once known, then its columns. Immutable and thread-safe.
 *
 * @param <T> what becomes of a row
 */
public final class Projection<T> {

    private final ModelMetadata<?, ?, ?, ?> model;
    private final List<Integer> columns;
    private final List<Related<?>> related;
    private final Assembly<T> assembly;

    Projection(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns, List<Related<?>> related, Assembly<T> assembly) {
        this.model = model;
        this.columns = List.copyOf(columns);
        this.related = List.copyOf(related);
        this.assembly = assembly;
    }

    /** Rows as the model itself. */
    static <M> Projection<M> whole(ModelMetadata<M, ?, ?, ?> model) {
        List<Integer> columns = IntStream.range(0, model.components()).boxed().toList();
        return new Projection<>(model, columns, List.of(), model::fromValues);
    }

    /** The same, with columns among those read that its result does not need. */
    public Projection<T> reading(List<Integer> more) {
        List<Integer> all = new ArrayList<>(columns);
        more.stream().filter(column -> !all.contains(column)).forEach(all::add);
        return all.size() == columns.size() ? this : new Projection<>(model, all, related, assembly);
    }

    /** The model whose rows are read. */
    public ModelMetadata<?, ?, ?, ?> model() {
        return model;
    }

    /** The positions of the columns read, in the order they are selected. */
    public List<Integer> columns() {
        return columns;
    }

    /** The relations followed, in the order of a row's values. */
    public List<Related<?>> related() {
        return related;
    }

    /** Where in a row's values columns are that are read. */
    public int[] places(List<Integer> wanted) {
        return wanted.stream()
                .mapToInt(column -> related.size() + columns.indexOf(column))
                .toArray();
    }

    /** Reads the values of the current row; those of its relations are null. */
    public @Nullable Object[] read(RowReader row) throws SQLException {
        int before = related.size();
        @Nullable Object[] values = new Object[before + columns.size()];
        int position = 1;
        for (int i = 0; i < columns.size(); i++) {
            Column<?> column = model.columns().get(columns.get(i));
            values[before + i] = row.get(position, column.type());
            position += column.offset() == null ? 1 : 2;
        }
        return values;
    }

    /** Makes the result of a row whose values are complete. */
    public T make(@Nullable Object[] values) {
        return assembly.make(values);
    }
}
