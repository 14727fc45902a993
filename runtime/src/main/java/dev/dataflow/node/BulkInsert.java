package dev.dataflow.node;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Inserts rows in one statement, and finds out their keys in the order given. */
final class BulkInsert<M, K> {

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final Stamp stamp;

    BulkInsert(NodeContext context, ModelMetadata<M, K, ?, ?> model, Stamp stamp) {
        this.context = context;
        this.model = model;
        this.stamp = stamp;
    }

    /**
     * Inserts rows.
     *
     * @param rows the rows; their keys are filled in when asked for
     * @param wantKeys whether keys the database makes are needed
     */
    void insert(List<BulkRow> rows, boolean wantKeys) {
        if (rows.isEmpty()) {
            return;
        }
        int key = model.definition().key();
        boolean given = rows.get(0).values()[key] != null;
        if (!given && wantKeys && context.engine().family() != EngineFamily.MYSQL) {
            allocate(rows);
            given = true;
        }
        Statement statement = context.statements().insert(model, given, rows.size(), List.of());
        if (statement.returnsKeys()) {
            fill(
                    rows,
                    context.session()
                            .insert(
                                    statement,
                                    arguments(rows),
                                    stamp,
                                    model.key().type()));
        } else {
            context.session().update(statement, arguments(rows), stamp);
        }
    }

    /** Inserts the rows that no row has the same key as; on PostgreSQL, in one statement. Gives those left out. */
    List<BulkRow> insertNew(List<BulkRow> rows, ConflictKey conflict) {
        Statement statement = context.statements()
                .insert(model, rows.get(0).values()[model.definition().key()] != null, rows.size(), conflict.columns());
        java.util.Map<List<Object>, K> inserted = new java.util.HashMap<>();
        context.session()
                .query(
                        statement,
                        arguments(rows),
                        stamp,
                        row -> inserted.put(
                                ExistingRows.values(model, conflict, row),
                                row.get(1, model.key().type())));
        return rows.stream()
                .filter(row -> {
                    K key = inserted.get(conflict.valuesOf(row.values()));
                    if (key != null) {
                        row.values()[model.definition().key()] = key;
                    }
                    return key == null;
                })
                .toList();
    }

    /** Takes numbers first, since no database promises to return keys in the order of the rows. */
    private void allocate(List<BulkRow> rows) {
        List<Long> numbers = context.session()
                .query(
                        context.statements().allocate(model),
                        CallArguments.rows(model, List.of()).page(rows.size(), 0),
                        stamp,
                        row -> row.int64(1));
        if (context.engine() == DatabaseEngine.SQLITE) {
            long last = numbers.get(0);
            numbers =
                    LongStream.rangeClosed(last + 1, last + rows.size()).boxed().toList();
        }
        fill(
                rows,
                numbers.stream()
                        .map(number -> (Object) model.key().type().coerce(number))
                        .toList());
    }

    private void fill(List<BulkRow> rows, List<? extends @Nullable Object> keys) {
        if (keys.size() != rows.size()) {
            throw new IllegalStateException("the driver gave " + keys.size() + " keys for " + rows.size() + " rows");
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).values()[model.definition().key()] = keys.get(i);
        }
    }

    private CallArguments arguments(List<BulkRow> rows) {
        return CallArguments.rows(model, rows.stream().map(BulkRow::values).toList());
    }
}
