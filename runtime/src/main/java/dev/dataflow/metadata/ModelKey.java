package dev.dataflow.metadata;

import dev.dataflow.type.ParameterWriter;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model's primary key: its columns, and how a key is told from their values. Immutable and thread-safe.
 *
 * @param <K> the key: the column's boxed type, or the generated class of a composite key
 */
public abstract sealed class ModelKey<K> permits SingleKey, CompositeKey {

    private final List<Integer> positions;
    private final List<Column<?>> columns;

    ModelKey(ModelDefinition<?> definition) {
        this.positions = definition.key();
        this.columns =
                positions.stream().<Column<?>>map(definition.columns()::get).toList();
    }

    /** The positions of its columns in the model's metadata, in the key's order. */
    public final List<Integer> positions() {
        return positions;
    }

    /** Its columns in order. */
    public final List<Column<?>> columns() {
        return columns;
    }

    /** Its only column, or the first of several. */
    public final Column<?> first() {
        return columns.get(0);
    }

    /** How many columns it has. */
    public final int size() {
        return columns.size();
    }

    /** Whether it has several columns. */
    public final boolean isComposite() {
        return columns.size() > 1;
    }

    /** Whether a column, by its position in the model's metadata, is one of the key's. */
    public abstract boolean includes(int column);

    /** One value of a key, by the column's position in the model's metadata. */
    public abstract @Nullable Object part(K key, int column);

    /**
     * The values of what may be a key, in the order of its columns.
     *
     * @param candidate an object of any type
     * @return the values, null for what it lacks; empty for what is no key of several columns of this model
     */
    @SuppressWarnings("unchecked") // the parts of another class cannot be taken
    public final Optional<List<@Nullable Object>> parts(Object candidate) {
        try {
            List<@Nullable Object> parts = new ArrayList<>(size());
            for (int position : positions) {
                parts.add(part((K) candidate, position));
            }
            return Optional.of(parts);
        } catch (ClassCastException e) {
            return Optional.empty();
        }
    }

    /**
     * The key of a row.
     *
     * @param values its values by column position
     * @return the key; null when one of its values is
     */
    public abstract @Nullable K of(@Nullable Object[] values);

    /**
     * Reads a key from the current row.
     *
     * @param row the row
     * @param from where the key's columns begin, counted from 1; the others follow in the key's order
     * @return the key; null when one of its values is
     */
    public abstract @Nullable K read(RowReader row, int from) throws SQLException;

    /** Puts the values of a key into a row's, by column position. */
    public abstract void put(K key, @Nullable Object[] values);

    /** Binds one value of a key, by its column's position, to be compared with. */
    public abstract void bind(K key, int column, ParameterWriter out) throws SQLException;

    /** The column that a key lacks, by its position; -1 when it is whole. */
    public final int missing(K key) {
        for (int position : positions) {
            if (part(key, position) == null) {
                return position;
            }
        }
        return -1;
    }

    /**
     * A key as the map face gives it out: of one column its value, of several a map of them by column.
     *
     * @param key the key, or null
     */
    public final @Nullable Object export(@Nullable K key) {
        if (key == null) {
            return null;
        }
        if (!isComposite()) {
            return first().export(key);
        }
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.put(columns.get(i).column(), columns.get(i).export(part(key, positions.get(i))));
        }
        return parts;
    }

    abstract <M> @Nullable K of(ModelMetadata<M, K, ?, ?> metadata, M model);
}
