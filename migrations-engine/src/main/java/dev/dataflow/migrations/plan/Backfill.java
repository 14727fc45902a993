package dev.dataflow.migrations.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * How many rows are changed without keeping others out for long: batch by batch along a key, each committed. What is broken
 * off can be run again from the start: rows that are done are not done twice.
 *
 * <p>{@link #first} gives the key of the first row. From then on {@link #next} gives, for the key at which a batch begins,
 * the key at which the one after it begins; {@link #batch} changes the rows from the one to the other, the last one left out.
 * When {@link #next} gives no row, the step's own statement is run: it changes what is left, which is less than a batch.
 * Without any batch before it, it changes all rows at once, to the same end.
 *
 * @param table the table
 * @param key the columns of the key, in their order
 * @param first a query for the smallest key
 * @param next a query for the key of the next batch; its parameters are those of one key
 * @param batch a statement for one batch; its parameters are those of its first key, then those of the key after its last
 * @param parameters which columns of a key, counted from 0, are the parameters of one key, in their order
 * @param batchRows how many rows a batch has
 */
public record Backfill(
        String table,
        List<String> key,
        String first,
        String next,
        String batch,
        List<Integer> parameters,
        int batchRows) {

    /** Copies the lists. */
    public Backfill {
        key = List.copyOf(key);
        parameters = List.copyOf(parameters);
    }

    /**
     * The parameters of a key.
     *
     * @param values a row of {@link #first} or {@link #next}
     */
    public List<Object> parameters(List<?> values) {
        List<Object> bound = new ArrayList<>();
        parameters.forEach(column -> bound.add(values.get(column)));
        return bound;
    }
}
