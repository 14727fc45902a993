package dev.dataflow.metadata;

import dev.dataflow.type.ParameterWriter;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The key of several columns: a generated class holds their values. */
final class CompositeKey<K> extends ModelKey<K> {

    private final KeyParts<K> parts;
    private final boolean[] included;

    CompositeKey(ModelDefinition<?> definition, KeyParts<K> parts) {
        super(definition);
        this.parts = parts;
        this.included = new boolean[definition.columns().size()];
        positions().forEach(position -> included[position] = true);
    }

    @Override
    public boolean includes(int column) {
        return included[column];
    }

    @Override
    public @Nullable Object part(K key, int column) {
        return parts.part(key, column);
    }

    @Override
    public @Nullable K of(@Nullable Object[] values) {
        for (int position : positions()) {
            if (values[position] == null) {
                return null;
            }
        }
        return parts.of(values);
    }

    @Override
    public @Nullable K read(RowReader row, int from) throws SQLException {
        @Nullable Object[] values = new Object[included.length];
        for (int i = 0; i < size(); i++) {
            values[positions().get(i)] = row.get(from + i, columns().get(i).type());
        }
        return of(values);
    }

    @Override
    public void put(K key, @Nullable Object[] values) {
        for (int position : positions()) {
            values[position] = part(key, position);
        }
    }

    @Override
    public void bind(K key, int column, ParameterWriter out) throws SQLException {
        bind(columns().get(positions().indexOf(column)), part(key, column), out);
    }

    @Override
    <M> @Nullable K of(ModelMetadata<M, K, ?, ?> metadata, M model) {
        @Nullable Object[] values = new Object[included.length];
        for (int position : positions()) {
            values[position] = metadata.value(model, position);
        }
        return of(values);
    }

    private static <T> void bind(Column<T> column, @Nullable Object value, ParameterWriter out) throws SQLException {
        out.compare(column.type().javaType().cast(value), column.type());
    }
}
