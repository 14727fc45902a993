package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds and locks the rows that exist under the values of a key. */
final class ExistingRows<M, K> {

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final ConflictKey conflict;
    private final ValueIdentity identity;

    /**
     * Looks for rows.
     *
     * @param conflict the key
     * @param identity tells which of its values are equal; those looked for are learned
     */
    ExistingRows(NodeContext context, ModelMetadata<M, K, ?, ?> model, ConflictKey conflict, ValueIdentity identity) {
        this.context = context;
        this.model = model;
        this.conflict = conflict;
        this.identity = identity;
    }

    /** The primary keys of the rows there are, by the form of the conflict key's values. */
    Map<List<Object>, K> find(List<BulkRow> rows, Stamp stamp) {
        Map<List<Object>, K> found = new LinkedHashMap<>();
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
        return formed(found, identity);
    }

    /** The same keys, by the form of the values they are found by. */
    static <K> Map<List<Object>, K> formed(Map<List<Object>, K> byValues, ValueIdentity identity) {
        identity.learn(byValues.keySet());
        Map<List<Object>, K> formed = new HashMap<>();
        byValues.forEach((values, key) -> formed.put(identity.of(values), key));
        return formed;
    }

    /** The conflict key's values of a row that holds the primary key first, then them. */
    static List<Object> values(ModelMetadata<?, ?, ?, ?> model, ConflictKey conflict, RowReader row)
            throws SQLException {
        int first = model.key().size() + 1;
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < conflict.columns().size(); i++) {
            Object value = row.compared(
                    first + i, model.columns().get(conflict.columns().get(i)).type());
            values.add(Objects.requireNonNull(value));
        }
        return values;
    }
}
