package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Stamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives rows the values of whole models, by key, one statement for many. */
final class ModelRewrite<M, K> {

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final Stamp stamp;
    private final RowLoader loader;
    private final RowBatch batch;
    private final List<Integer> columns = new ArrayList<>();
    private long processed;
    private long updated;

    ModelRewrite(NodeContext context, ModelMetadata<M, K, ?, ?> model, Stamp stamp) {
        this.context = context;
        this.model = model;
        this.stamp = stamp;
        this.loader = new RowLoader(context, model, stamp);
        this.batch = new RowBatch(context, model, stamp);
        for (int i = 0; i < model.components(); i++) {
            if (model.columns().get(i).managed() == null && !model.key().includes(i)) {
                columns.add(i);
            }
        }
    }

    BulkUpdated update(Iterator<M> models) {
        int size = Chunks.batch(Chunks.NOT_ASKED, parametersPerRow(), context);
        while (models.hasNext()) {
            Collection<M> chunk = chunk(models, size);
            if (!columns.isEmpty()) {
                updated += update(List.copyOf(chunk));
            }
        }
        loader.unstage();
        return new BulkUpdated(processed, updated);
    }

    /** The next rows, at most so many; of several rows with one key the last. */
    private Collection<M> chunk(Iterator<M> models, int size) {
        List<M> rows = new ArrayList<>();
        List<K> keys = new ArrayList<>();
        long weight = 0;
        while (rows.size() < size && weight < Chunks.MOST_BYTES && models.hasNext()) {
            M row = models.next();
            weight += weight(row);
            keys.add(key(row));
            rows.add(row);
            processed++;
        }
        KeyIdentity<K> identity = new KeyIdentity<>(context, model);
        identity.learn(keys);
        Map<Object, M> distinct = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            distinct.put(identity.of(keys.get(i)), rows.get(i));
        }
        return distinct.values();
    }

    private long update(List<M> rows) {
        if (batch.suits()) {
            return batch.update(
                    new ModelArguments<>(model, rows), rows.size(), model.key().positions(), columns);
        }
        if (!loader.stages(rows.size())) {
            long count = 0;
            for (List<M> some : Chunks.statements(rows, parametersPerRow(), context)) {
                count += context.session()
                        .update(
                                context.statements().updateEach(model, columns, some.size()),
                                new ModelArguments<>(model, some),
                                stamp);
            }
            return count;
        }
        List<Integer> staged = new ArrayList<>(model.key().positions());
        staged.addAll(columns);
        loader.stage(staged, new ModelArguments<>(model, rows), rows.size());
        return loader.run(context.statements().updateStaged(model, model.key().positions(), columns));
    }

    private int parametersPerRow() {
        return model.width(columns) + model.key().size() + 2;
    }

    private long weight(M row) {
        long weight = 0;
        for (int position : columns) {
            weight += row == null ? 0 : Chunks.weight(model.value(row, position));
        }
        return weight;
    }

    /** The key of a row that is complete. */
    private K key(M row) {
        if (row == null) {
            throw Refusal.of(
                    ErrorCode.PARAMETER_MISSING, "row " + processed + " is null", "rows are values", "leave it out");
        }
        for (int position : columns) {
            Column<?> column = model.columns().get(position);
            if (!column.nullable() && model.value(row, position) == null) {
                throw Refusal.nullValue(model, column);
            }
        }
        K key = model.keyOf(row);
        if (key == null) {
            throw Refusal.noId(model);
        }
        return key;
    }
}
