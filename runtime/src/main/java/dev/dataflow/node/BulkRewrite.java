package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Stamp;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives many rows their own new values by key, one statement for all rows that change the same columns. */
final class BulkRewrite<M, K> {

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final Stamp stamp;

    BulkRewrite(NodeContext context, ModelMetadata<M, K, ?, ?> model, Stamp stamp) {
        this.context = context;
        this.model = model;
        this.stamp = stamp;
    }

    /**
     * Changes rows; several with one key are laid over each other, the last on top.
     *
     * @param rows the rows, with their keys
     * @param except columns that stay as they are, by position
     * @return how many rows there were
     */
    long update(List<BulkRow> rows, List<Integer> except) {
        KeyIdentity<K> identity = new KeyIdentity<>(context, model);
        identity.learn(rows.stream().map(this::key).toList());
        Map<Object, BulkRow> byKey = new LinkedHashMap<>();
        rows.forEach(
                row -> byKey.merge(identity.of(key(row)), row, (earlier, later) -> later.over(earlier, List.of())));
        Map<BitSet, List<BulkRow>> groups = new LinkedHashMap<>();
        for (BulkRow row : byKey.values()) {
            BitSet columns = (BitSet) row.given().clone();
            except.forEach(columns::clear);
            model.key().positions().forEach(columns::clear);
            groups.computeIfAbsent(columns, ignored -> new ArrayList<>()).add(row);
        }
        long count = 0;
        for (Map.Entry<BitSet, List<BulkRow>> group : groups.entrySet()) {
            List<Integer> columns = group.getKey().stream().boxed().toList();
            if (!columns.isEmpty()) {
                count += update(
                        group.getValue(),
                        columns,
                        model.width(columns) + model.key().size() + 2);
            }
        }
        return count;
    }

    private K key(BulkRow row) {
        return Objects.requireNonNull(model.key().of(row.values()));
    }

    private long update(List<BulkRow> rows, List<Integer> columns, int parametersPerRow) {
        int size = Chunks.size(BulkCreateOptions.DEFAULT_BATCH_SIZE, parametersPerRow, context);
        long count = 0;
        for (int from = 0; from < rows.size(); from += size) {
            List<BulkRow> some = rows.subList(from, Math.min(rows.size(), from + size));
            count += context.session()
                    .update(
                            context.statements().updateEach(model, columns, some.size()),
                            CallArguments.rows(
                                    model, some.stream().map(BulkRow::values).toList()),
                            stamp);
        }
        return count;
    }
}
