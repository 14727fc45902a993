package dev.dataflow.metadata;

import dev.dataflow.type.ParameterWriter;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The key of one column: the column's value is the key. */
final class SingleKey<K> extends ModelKey<K> {

    private final int position;
    private final Column<K> column;

    @SuppressWarnings("unchecked") // generated code gives the key's type and its position together
    SingleKey(ModelDefinition<?> definition) {
        super(definition);
        this.position = definition.key().get(0);
        this.column = (Column<K>) first();
    }

    @Override
    public boolean includes(int other) {
        return other == position;
    }

    @Override
    public Object part(K key, int other) {
        return key;
    }

    @Override
    public @Nullable K of(@Nullable Object[] values) {
        return cast(values[position]);
    }

    @Override
    public @Nullable K read(RowReader row, int from) throws SQLException {
        return row.get(from, column.type());
    }

    @Override
    public void put(K key, @Nullable Object[] values) {
        values[position] = key;
    }

    @Override
    public void bind(K key, int other, ParameterWriter out) throws SQLException {
        out.compare(key, column.type());
    }

    @Override
    <M> @Nullable K of(ModelMetadata<M, K, ?, ?> metadata, M model) {
        return cast(metadata.value(model, position));
    }

    private @Nullable K cast(@Nullable Object value) {
        return column.type().javaType().cast(value);
    }
}
