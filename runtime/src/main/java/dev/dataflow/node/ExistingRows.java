package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds and locks the rows that exist under the values of a key. */
final class ExistingRows<M, K> {

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final ConflictKey conflict;

    ExistingRows(NodeContext context, ModelMetadata<M, K, ?, ?> model, ConflictKey conflict) {
        this.context = context;
        this.model = model;
        this.conflict = conflict;
    }

    /** The primary keys of the rows there are, by the values of the conflict key. */
    Map<List<Object>, K> find(List<BulkRow> rows, Stamp stamp) {
        Map<List<Object>, K> found = new HashMap<>();
        int most = Integer.highestOneBit(
                context.dialect().maximumParameters() / conflict.columns().size());
        for (int from = 0; from < rows.size(); from += most) {
            List<@Nullable Object[]> some = rows.subList(from, Math.min(rows.size(), from + most)).stream()
                    .map(BulkRow::values)
                    .toList();
            context.session()
                    .query(
                            context.statements().existing(model, conflict.columns(), Chunks.padded(some.size())),
                            CallArguments.rows(model, some),
                            stamp,
                            row -> found.put(
                                    values(model, conflict, row), model.key().read(row, 1)));
        }
        return found;
    }

    /** The conflict key's values of a row that holds the primary key first, then them. */
    static List<Object> values(ModelMetadata<?, ?, ?, ?> model, ConflictKey conflict, RowReader row)
            throws SQLException {
        int first = model.key().size() + 1;
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < conflict.columns().size(); i++) {
            Object value = row.compared(
                    first + i, model.columns().get(conflict.columns().get(i)).type());
            values.add(ConflictKey.comparable(Objects.requireNonNull(value)));
        }
        return values;
    }
}
