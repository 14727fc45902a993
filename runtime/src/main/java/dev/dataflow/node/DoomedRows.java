package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Referrer;
import dev.dataflow.query.Filter;
import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.Statement;
import dev.dataflow.statement.StatementFactory;
import dev.dataflow.trait.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows that are to be deleted and locks them. A row is an array with the values of its key in their places.
 *
 * @param context where it runs; it reaches the rows that may be deleted
 * @param stamp the values of managed columns
 */
record DoomedRows(NodeContext context, Stamp stamp) {

    private static final int MOST = 1 << 10;

    /** The row of a key; the statements say of which version. */
    List<@Nullable Object[]> byKey(
            ModelMetadata<?, ?, ?, ?> model, StatementFactory statements, CallArguments arguments) {
        return read(model, statements.existing(model, model.key().positions(), 1), arguments);
    }

    List<@Nullable Object[]> matching(
            ModelMetadata<?, ?, ?, ?> model, Filter filter, boolean limited, CallArguments arguments) {
        return read(model, context.statements().lockAll(model, filter, limited), arguments);
    }

    /** The rows that reference one of some rows. */
    List<@Nullable Object[]> referencing(Referrer referrer, List<@Nullable Object[]> pointing) {
        ModelMetadata<?, ?, ?, ?> model = referrer.model();
        List<@Nullable Object[]> found = new ArrayList<>();
        for (List<@Nullable Object[]> some : chunks(pointing, 1)) {
            found.addAll(read(
                    model,
                    context.statements().existing(model, List.of(referrer.column()), Chunks.padded(some.size())),
                    CallArguments.rows(model, some)));
        }
        return found;
    }

    private <K> List<@Nullable Object[]> read(
            ModelMetadata<?, K, ?, ?> model, Statement statement, Arguments arguments) {
        return context.session().query(statement, arguments, stamp, row -> {
            @Nullable Object[] values = new @Nullable Object[model.columns().size()];
            model.key().put(Objects.requireNonNull(model.key().read(row, 1)), values);
            return values;
        });
    }

    /** For each of some rows, one of the referring model with its key in the column that points to it. */
    static List<@Nullable Object[]> pointing(
            Referrer referrer, ModelMetadata<?, ?, ?, ?> model, List<@Nullable Object[]> rows) {
        int key = model.key().positions().get(0);
        List<@Nullable Object[]> result = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            @Nullable
            Object[] values = new @Nullable Object[referrer.model().columns().size()];
            values[referrer.column()] = row[key];
            result.add(values);
        }
        return result;
    }

    /** Cuts rows so that one statement takes the values of each part. */
    List<List<@Nullable Object[]>> chunks(List<@Nullable Object[]> rows, int valuesPerRow) {
        int most = Math.min(MOST, Integer.highestOneBit(context.dialect().maximumParameters() / valuesPerRow / 2));
        List<List<@Nullable Object[]>> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += most) {
            chunks.add(rows.subList(from, Math.min(rows.size(), from + most)));
        }
        return chunks;
    }
}
