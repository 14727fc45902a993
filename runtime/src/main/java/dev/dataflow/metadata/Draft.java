package dev.dataflow.metadata;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The base of generated drafts: the values of a row to be created, each set or left out. Not thread-safe. */
public abstract class Draft {

    private final @Nullable Object[] values;
    private final BitSet present = new BitSet();

    /**
     * An empty draft.
     *
     * @param columns how many columns the model has
     */
    protected Draft(int columns) {
        this.values = new Object[columns];
    }

    /**
     * For generated code: sets a column.
     *
     * @param column its position
     * @param value its value
     */
    protected final void put(int column, @Nullable Object value) {
        values[column] = value;
        present.set(column);
    }

    /** For the runtime: whether a column was set. */
    static boolean isPresent(Draft draft, int column) {
        return draft.present.get(column);
    }

    /** For the runtime: a column's value. */
    static @Nullable Object value(Draft draft, int column) {
        return draft.values[column];
    }

    /** For the runtime: sets a column. */
    static void set(Draft draft, int column, @Nullable Object value) {
        draft.put(column, value);
    }
}
