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
    private final List<Integer> columns = new ArrayList<>();
    private long processed;
    private long updated;

    ModelRewrite(NodeContext context, ModelMetadata<M, K, ?, ?> model, Stamp stamp) {
        this.context = context;
        this.model = model;
        this.stamp = stamp;
        for (int i = 0; i < model.components(); i++) {
            if (model.columns().get(i).managed() == null && !model.key().includes(i)) {
                columns.add(i);
            }
        }
    }

    BulkUpdated update(Iterator<M> models) {
        int size = Chunks.size(
                BulkCreateOptions.DEFAULT_BATCH_SIZE,
                model.width(columns) + model.key().size() + 2,
                context);
        while (models.hasNext()) {
            Collection<M> chunk = chunk(models, size);
            if (!columns.isEmpty()) {
                updated += context.session()
                        .update(
                                context.statements().updateEach(model, columns, chunk.size()),
                                new ModelArguments<>(model, List.copyOf(chunk)),
                                stamp);
            }
        }
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
