package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.trait.Stamp;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns what a bulk call is given into rows, one at a time, and names the row that is wrong. */
final class BulkRows<M, K, D extends Draft, P extends Patch<P>> {

    private final ModelMetadata<M, K, D, P> model;
    private final NewRow<M, K, D, P> newRow;

    BulkRows(ModelMetadata<M, K, D, P> model, Stamp stamp) {
        this.model = model;
        this.newRow = new NewRow<>(model, stamp);
    }

    Iterable<BulkRow> ofModels(Iterable<M> models) {
        return mapped(models, row -> new BulkRow(newRow.of(row), newRow.given(row)));
    }

    Iterable<BulkRow> ofMaps(List<Map<String, ?>> maps) {
        return mapped(maps, map -> {
            D draft = new Fields<>(model).draft(map);
            @Nullable Object[] values = newRow.of(draft);
            newRow.check(values);
            return new BulkRow(values, newRow.given(draft));
        });
    }

    static <T> Iterable<BulkRow> mapped(Iterable<T> source, Function<T, BulkRow> mapper) {
        return () -> new Iterator<>() {
            private final Iterator<T> items = source.iterator();
            private long index;

            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public BulkRow next() {
                T item = items.next();
                if (item == null) {
                    throw Refusal.of(
                            ErrorCode.PARAMETER_MISSING,
                            "row " + index + " is null",
                            "rows are values",
                            "leave it out");
                }
                try {
                    BulkRow row = mapper.apply(item);
                    index++;
                    return row;
                } catch (InvalidInputException e) {
                    throw new InvalidInputException(
                            new Problem(e.code(), "row " + index + ": " + e.what(), e.why(), e.fix()), e);
                }
            }
        };
    }

    static <K> Map<String, @Nullable Object> export(
            ModelMetadata<?, K, ?, ?> model, BulkResult<K> result, boolean withIds) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put("processed", result.processed());
        output.put("inserted", result.inserted());
        output.put("updated", result.updated());
        output.put("skipped", result.skipped());
        output.put("failed", 0L);
        if (withIds) {
            output.put(
                    "ids",
                    result.ids().stream().map(id -> model.key().export(id)).toList());
        }
        output.put("errors", List.of());
        return output;
    }
}
