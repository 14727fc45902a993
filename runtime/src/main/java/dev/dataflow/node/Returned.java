package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.transaction.Session;
import org.jspecify.annotations.Nullable;

/**
 * What a call gives back of a row.
 *
 * @param mapper makes it of the columns that are read
 * @param all whether these are all columns; otherwise those of the model's components, which a database has less to do for
 */
record Returned<T>(Session.RowMapper<T> mapper, boolean all) {

    /** The row as the model. */
    static <M> Returned<M> model(ModelMetadata<M, ?, ?, ?> model) {
        return new Returned<>(model::read, false);
    }

    /** The row's values, of managed columns without a component, too. */
    static Returned<@Nullable Object[]> values(ModelMetadata<?, ?, ?, ?> model) {
        return new Returned<>(row -> StoredRow.read(model, row), true);
    }
}
