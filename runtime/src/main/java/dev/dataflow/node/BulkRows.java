package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.trait.Stamp;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a bulk call is given into rows, one at a time, and names the row that is wrong. */
final class BulkRows<M, K, D extends Draft, P extends Patch<P>> {

    private final ModelMetadata<M, K, D, P> model;
    private final Stamp stamp;
    private final NewRow<M, K, D, P> newRow;

    BulkRows(ModelMetadata<M, K, D, P> model, Stamp stamp) {
        this.model = model;
        this.stamp = stamp;
        this.newRow = new NewRow<>(model, stamp);
    }

    BulkSource<M> ofModels(Iterator<M> models) {
        return new BulkSource<>(models, (index, row) -> new BulkRow(index, newRow.of(row), newRow.given(row)));
    }

    BulkSource<Map<String, ?>> ofMaps(Iterator<Map<String, ?>> maps) {
        Fields<M, K, D, P> fields = new Fields<>(model);
        return new BulkSource<>(maps, (index, map) -> {
            D draft = fields.draft(map, stamp);
            @Nullable Object[] values = newRow.of(draft);
            newRow.check(values);
            return new BulkRow(index, values, newRow.given(draft));
        });
    }

    static <K> Map<String, @Nullable Object> export(
            ModelMetadata<?, K, ?, ?> model, BulkResult<K> result, boolean withIds) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put("processed", result.processed());
        output.put("inserted", result.inserted());
        output.put("updated", result.updated());
        output.put("skipped", result.skipped());
        output.put("failed", result.failed());
        if (withIds) {
            output.put(
                    "ids",
                    result.ids().stream().map(id -> model.key().export(id)).toList());
        }
        output.put("errors", export(result.errors()));
        return output;
    }

    static List<Map<String, Object>> export(List<BulkError> errors) {
        return errors.stream().map(BulkRows::export).toList();
    }

    private static Map<String, Object> export(BulkError error) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("index", error.index());
        output.put("code", error.code().toString());
        output.put("message", error.message());
        return output;
    }
}
