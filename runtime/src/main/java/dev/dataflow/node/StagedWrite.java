package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.StatementFactory;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Tombstones;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows whose key may exist by way of a temporary table: what exists is locked in the order of its keys and changed,
 * the rest inserted, each by one statement. The conflict clause that changes rows would use up a key for each of them.
 */
final class StagedWrite<K> {

    private static final int ATTEMPTS = 5;

    private final NodeContext context;
    private final StatementFactory statements;
    private final ModelMetadata<?, K, ?, ?> model;
    private final Stamp stamp;
    private final RowLoader loader;

    StagedWrite(NodeContext context, ModelMetadata<?, K, ?, ?> model, Stamp stamp, RowLoader loader) {
        this.context = context;
        this.statements = context.statements();
        this.model = model;
        this.stamp = stamp;
        this.loader = loader;
    }

    /** Whether it can: all rows set the same columns. */
    boolean takes(List<BulkRow> rows) {
        return loader.stages(rows.size()) && BulkRow.setTheSame(rows);
    }

    /**
     * Writes rows of different keys; gives how many of them are new.
     *
     * @param identity tells which values of the key are equal, when the rows' primary keys are to be filled in; else null
     */
    long write(List<BulkRow> rows, ConflictKey key, Conflict policy, @Nullable ValueIdentity identity) {
        boolean keyGiven = model.key().of(rows.get(0).values()) != null;
        loader.stage(statements.written(model, keyGiven), CallArguments.of(model, rows), rows.size());
        long inserted = policy == Conflict.UPSERT
                ? upsert(rows, key, keyGiven)
                : loader.run(statements.insertStaged(model, keyGiven, key.columns(), true));
        if (identity != null) {
            readKeys(rows, key, identity);
        }
        return inserted;
    }

    private long upsert(List<BulkRow> rows, ConflictKey key, boolean keyGiven) {
        BitSet changed = (BitSet) rows.get(0).given().clone();
        key.columns().forEach(changed::clear);
        model.key().positions().forEach(changed::clear);
        List<Integer> columns = changed.stream().boxed().toList();
        long inserted = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long found = lock(key);
            if (found > 0 && (!columns.isEmpty() || statements.reach().tombstones() == Tombstones.REVIVED)) {
                loader.run(statements.updateStaged(model, key.columns(), columns));
            }
            // rows that nobody sees and that are there nevertheless are hidden by row security
            boolean skip = attempt < ATTEMPTS - 1;
            long added =
                    found < rows.size() ? loader.run(statements.insertStaged(model, keyGiven, key.columns(), skip)) : 0;
            inserted += added;
            if (found + added >= rows.size()) {
                return inserted;
            }
        }
        throw BulkBatch.met(model);
    }

    private long lock(ConflictKey key) {
        return context.session()
                .query(
                        statements.lockStaged(model, key.columns()),
                        CallArguments.rows(model, List.of()),
                        stamp,
                        row -> row.int64(1))
                .get(0);
    }

    private void readKeys(List<BulkRow> rows, ConflictKey conflict, ValueIdentity identity) {
        Map<List<Object>, K> found = new LinkedHashMap<>();
        context.session()
                .query(
                        statements.stagedKeys(model, conflict.columns()),
                        CallArguments.rows(model, List.of()),
                        stamp,
                        row -> found.put(
                                ExistingRows.values(model, conflict, row),
                                Objects.requireNonNull(model.key().read(row, 1))));
        Map<List<Object>, K> keys = ExistingRows.formed(found, identity);
        for (BulkRow row : rows) {
            K key = keys.get(identity.of(Objects.requireNonNull(conflict.valuesOf(row.values()))));
            if (key != null) {
                model.key().put(key, row.values());
            }
        }
    }
}
