package dev.dataflow.node;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Inserts one row whose values are complete but for a key the database makes. */
final class RowInsert<M, K> {

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final Stamp stamp;

    RowInsert(NodeContext context, ModelMetadata<M, K, ?, ?> model, Stamp stamp) {
        this.context = context;
        this.model = model;
        this.stamp = stamp;
    }

    @Nullable
    Object[] insert(@Nullable Object[] values) {
        boolean given = model.key().of(values) != null;
        Statement statement = context.statements().insert(model, given, 1, List.of());
        CallArguments arguments = CallArguments.row(model, values);
        if (given) {
            context.session().update(statement, arguments, stamp);
        } else {
            model.key()
                    .put(
                            context.session()
                                    .insert(statement, arguments, stamp, this::key)
                                    .get(0),
                            values);
        }
        return values;
    }

    /**
     * Inserts unless a row has the same values in the columns of a unique key. On PostgreSQL the database tells, elsewhere
     * a unique violation does.
     *
     * @return whether the row was inserted
     */
    boolean insertUnlessExists(@Nullable Object[] values, List<Integer> conflict) {
        if (context.engine() != DatabaseEngine.POSTGRESQL) {
            insert(values);
            return true;
        }
        Statement statement = context.statements().insert(model, model.key().of(values) != null, 1, conflict);
        List<K> keys = context.session().query(statement, CallArguments.row(model, values), stamp, this::key);
        if (keys.isEmpty()) {
            return false;
        }
        model.key().put(keys.get(0), values);
        return true;
    }

    private K key(RowReader row) throws SQLException {
        return Objects.requireNonNull(model.key().read(row, 1));
    }
}
