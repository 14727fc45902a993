package dev.dataflow.node;

import dev.dataflow.error.VersionConflictException;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Tombstones;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives many rows their own new values by key, one statement for all rows that change the same columns. */
final class BulkRewrite<M, K> implements BulkWriter {

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final RowLoader loader;
    private final RowBatch batch;
    private final KeyedUpdate byKey;
    private final RowVersions versions;

    /**
     * Rewrites rows.
     *
     * @param versions what versions among the given columns are for
     */
    BulkRewrite(
            NodeContext context, ModelMetadata<M, K, ?, ?> model, Stamp stamp, RowLoader loader, RowVersions versions) {
        this.versions = versions;
        this.context = context;
        this.model = model;
        this.loader = loader;
        this.batch = new RowBatch(context, model, stamp);
        this.byKey = new KeyedUpdate(context, model, stamp, loader);
    }

    @Override
    public BulkTally write(List<BulkRow> rows) {
        if (versions == RowVersions.ANY) {
            return new BulkTally(0, update(rows, List.of()), 0);
        }
        long updated = 0;
        for (List<BulkRow> part : ofDifferentKeys(rows)) { // each row has a version of its own
            updated += update(part, List.of());
        }
        return new BulkTally(0, updated, 0);
    }

    @Override
    public List<List<BulkRow>> ofDifferentKeys(List<BulkRow> rows) {
        KeyIdentity<K> identity = identity(rows);
        return BulkWriter.parts(rows, row -> identity.of(key(row)));
    }

    @Override
    public RowLoader loader() {
        return loader;
    }

    /**
     * Changes rows; several with one key are laid over each other, the last on top.
     *
     * @param rows the rows, with their keys
     * @param except columns that stay as they are, by position
     * @return how many rows were changed; of several with one key each counts that changes something
     */
    long update(List<BulkRow> rows, List<Integer> except) {
        KeyIdentity<K> identity = identity(rows);
        Map<Object, BulkRow> byKey = new LinkedHashMap<>();
        Multiplicity times = new Multiplicity();
        for (BulkRow row : rows) {
            Object form = identity.of(key(row));
            byKey.merge(form, row, (earlier, later) -> later.over(earlier, List.of()));
            if (!row.given().isEmpty()) {
                times.add(form);
            }
        }
        return times.count(byKey, some -> update(some, model.key().positions(), except));
    }

    /**
     * Changes rows of different keys, one statement for each.
     *
     * @param rows the rows
     * @param same the columns of the key by which they are found; they stay as they are
     * @return how many rows there were
     */
    long updateBy(List<BulkRow> rows, List<Integer> same) {
        return update(rows, same, same);
    }

    private KeyIdentity<K> identity(List<BulkRow> rows) {
        KeyIdentity<K> identity = new KeyIdentity<>(context, model);
        identity.learn(rows.stream().map(this::key).toList());
        return identity;
    }

    private long update(Collection<BulkRow> rows, List<Integer> same, List<Integer> except) {
        Map<BitSet, List<BulkRow>> groups = new LinkedHashMap<>();
        for (BulkRow row : rows) {
            BitSet columns = (BitSet) row.given().clone();
            except.forEach(columns::clear);
            model.key().positions().forEach(columns::clear);
            groups.computeIfAbsent(columns, ignored -> new ArrayList<>()).add(row);
        }
        long count = 0;
        int version = versions == RowVersions.ANY ? -1 : model.managed(ManagedColumn.VERSION);
        for (Map.Entry<BitSet, List<BulkRow>> group : groups.entrySet()) {
            List<Integer> columns = group.getKey().stream()
                    .boxed()
                    .filter(column -> column != version)
                    .toList();
            if (!columns.isEmpty() || context.statements().reach().tombstones() == Tombstones.REVIVED) {
                count += version < 0
                        ? assign(group.getValue(), same, model.key().positions(), columns)
                        : assignVersioned(group.getValue(), version, columns);
            }
        }
        return count;
    }

    private long assignVersioned(List<BulkRow> rows, int version, List<Integer> columns) {
        StaleRows<K> stale = new StaleRows<>(context, model);
        List<K> keys = rows.stream().map(this::key).toList();
        List<Long> given = rows.stream()
                .map(row -> (Long) Objects.requireNonNull(row.values()[version]))
                .toList();
        List<Integer> same = new ArrayList<>(model.key().positions());
        if (versions == RowVersions.OVERWRITTEN) {
            List<VersionConflictException> overwritten = stale.lock(keys, given);
            long count = assign(rows, same, same, columns);
            overwritten.forEach(
                    conflict -> context.conflicts().add(conflict, ConflictPolicy.Kind.LAST_WRITER_WINS, true));
            return count;
        }
        same.add(version);
        long count = assign(rows, same, same, columns);
        if (count < rows.size()) {
            stale.check(keys, given, count);
        }
        return count;
    }

    private K key(BulkRow row) {
        return Objects.requireNonNull(model.key().of(row.values()));
    }

    /**
     * Assigns values.
     *
     * @param same the columns by which rows are found one by one
     * @param key those by which many are found at once
     */
    private long assign(List<BulkRow> rows, List<Integer> same, List<Integer> key, List<Integer> columns) {
        return batch.suits()
                ? batch.update(CallArguments.of(model, rows), rows.size(), same, columns)
                : byKey.update(rows, key, columns, some -> CallArguments.of(model, some));
    }
}
