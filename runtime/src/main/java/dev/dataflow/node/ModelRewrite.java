package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.trait.Stamp;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives rows the values of whole models, by key, one statement for many. */
final class ModelRewrite<M, K> {

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final RowLoader loader;
    private final RowBatch batch;
    private final KeyedUpdate byKey;
    private final List<Integer> columns = new ArrayList<>();
    /** The position of the version that rows must have; -1 for any. */
    private final int version;
    /** The columns by which rows are found. */
    private final List<Integer> same;
    /** A row that no longer fitted into a batch. */
    private @Nullable M held;

    private long processed;
    private long updated;

    /**
     * Rewrites rows.
     *
     * @param versions what the versions of the models are for; where they are looked at, DF-180 for a model without
     */
    ModelRewrite(NodeContext context, ModelMetadata<M, K, ?, ?> model, Stamp stamp, RowVersions versions) {
        this.context = context;
        this.model = model;
        this.version = versions == RowVersions.ANY ? -1 : model.managed(ManagedColumn.VERSION);
        this.same = new ArrayList<>(model.key().positions());
        if (version >= 0) {
            same.add(version);
        }
        this.loader = new RowLoader(context, model, stamp);
        this.batch = new RowBatch(context, model, stamp);
        this.byKey = new KeyedUpdate(context, model, stamp, loader);
        for (int i = 0; i < model.components(); i++) {
            if (model.columns().get(i).managed() == null && !model.key().includes(i)) {
                columns.add(i);
            }
        }
    }

    /** Writes all in the transaction there is. */
    BulkUpdated update(Iterator<M> models, BulkPlan plan) {
        int size = Chunks.batch(plan.batchSize(), byKey.parametersPerRow(columns), context);
        while (models.hasNext() || held != null) {
            updated += next(models, size);
            plan.progress().accept(processed);
        }
        loader.unstage();
        return new BulkUpdated(processed, updated);
    }

    /** The same rows one by one, for those who leave out bad ones. */
    BulkSource<M> rows(Iterator<M> models) {
        BitSet given = new BitSet();
        columns.forEach(given::set);
        if (version >= 0) {
            given.set(version);
        }
        return new BulkSource<>(models, (index, row) -> {
            @Nullable Object[] values = new Object[model.columns().size()];
            model.key().put(key(row), values);
            columns.forEach(position -> values[position] = model.value(row, position));
            if (version >= 0) {
                ExpectedVersion.of(model, row).put(model, values);
            }
            return new BulkRow(index, values, given);
        });
    }

    /** Writes the next rows, at most so many; of several with one key the last. Gives how many there were. */
    private long next(Iterator<M> models, int size) {
        List<M> rows = new ArrayList<>();
        List<K> keys = new ArrayList<>();
        long bytes = Chunks.bytes(context);
        long weight = 0;
        while (rows.size() < size && (models.hasNext() || held != null)) {
            M row = held == null ? models.next() : held;
            held = null;
            K key = keyOfNext(row);
            weight += weight(row);
            if (weight > bytes && !rows.isEmpty()) {
                held = row;
                break;
            }
            keys.add(key);
            rows.add(row);
            processed++;
        }
        if (columns.isEmpty()) {
            return 0;
        }
        if (batch.suits()) { // one after the other, so that the last of a key wins anyhow
            return checked(rows, keys, batch.update(new ModelArguments<>(model, rows), rows.size(), same, columns));
        }
        KeyIdentity<K> identity = new KeyIdentity<>(context, model);
        identity.learn(keys);
        return version < 0 ? last(rows, keys, identity) : each(rows, keys, identity);
    }

    /** Writes rows; of several with one key, the last. */
    private long last(List<M> rows, List<K> keys, KeyIdentity<K> identity) {
        Map<Object, M> distinct = new LinkedHashMap<>();
        Multiplicity times = new Multiplicity();
        for (int i = 0; i < rows.size(); i++) {
            Object form = identity.of(keys.get(i));
            distinct.put(form, rows.get(i));
            times.add(form);
        }
        return times.count(distinct, some -> write(List.copyOf(some)));
    }

    /** Writes rows that have versions: several with one key one after the other, each for a version of its own. */
    private long each(List<M> rows, List<K> keys, KeyIdentity<K> identity) {
        Set<Object> seen = new HashSet<>();
        long count = 0;
        int from = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (!seen.add(identity.of(keys.get(i)))) {
                count += part(rows.subList(from, i), keys.subList(from, i));
                from = i;
                seen.clear();
                seen.add(identity.of(keys.get(i)));
            }
        }
        return count + part(rows.subList(from, rows.size()), keys.subList(from, rows.size()));
    }

    private long part(List<M> rows, List<K> keys) {
        return checked(rows, keys, write(rows));
    }

    private long write(List<M> rows) {
        return byKey.update(rows, same, columns, some -> new ModelArguments<>(model, some));
    }

    /** Refuses the call when one of the rows has another version. */
    private long checked(List<M> rows, List<K> keys, long count) {
        if (version >= 0 && count < rows.size()) {
            List<Long> versions = rows.stream()
                    .map(row -> Objects.requireNonNull(
                            ExpectedVersion.of(model, row).version()))
                    .toList();
            new StaleRows<>(context, model).check(keys, versions, count);
        }
        return count;
    }

    private K keyOfNext(@Nullable M row) {
        if (row == null) {
            throw Refusal.of(
                    ErrorCode.PARAMETER_MISSING, "row " + processed + " is null", "rows are values", "leave it out");
        }
        try {
            return key(row);
        } catch (InvalidInputException e) {
            throw BulkSource.inRow(processed, e);
        }
    }

    private long weight(M row) {
        long weight = 0;
        for (int position : columns) {
            weight += Chunks.weight(model.value(row, position));
        }
        return weight;
    }

    /** The key of a row that is complete. */
    private K key(M row) {
        for (int position : columns) {
            Column<?> column = model.columns().get(position);
            if (!column.nullable() && model.value(row, position) == null) {
                throw Refusal.nullValue(model, column);
            }
        }
        context.checkOwn(model, row);
        K key = model.keyOf(row);
        if (key == null) {
            throw Refusal.noId(model);
        }
        if (version >= 0) {
            checkVersion(row);
        }
        return key;
    }

    private void checkVersion(M row) {
        if (version >= model.components() || !(model.value(row, version) instanceof Long given && given > 0)) {
            throw ExpectedVersion.missing(model);
        }
    }
}
