package dev.dataflow.node;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/** Inserts rows in one statement, and finds out their keys in the order given. */
final class BulkInsert<M, K> {

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final Stamp stamp;
    private final RowLoader loader;
    private final RowBatch batch;

    BulkInsert(NodeContext context, ModelMetadata<M, K, ?, ?> model, Stamp stamp, RowLoader loader) {
        this.context = context;
        this.model = model;
        this.stamp = stamp;
        this.loader = loader;
        this.batch = new RowBatch(context, model, stamp);
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
        boolean given = hasKey(model, rows.get(0));
        if (!given && wantKeys && context.engine().family() != EngineFamily.MYSQL) {
            allocate(rows);
            given = true;
        }
        if (loader.takes(rows.size())) {
            loader.insert(arguments(rows), rows.size(), given);
            return;
        }
        if (batch.suits()) {
            batch.insert(rows, given);
            return;
        }
        for (List<BulkRow> some : Chunks.statements(rows, model.width(), context)) {
            insertAtOnce(some, given);
        }
    }

    private void insertAtOnce(List<BulkRow> rows, boolean given) {
        Statement statement = context.statements().insert(model, given, rows.size(), List.of());
        if (statement.returnsKeys()) {
            fill(rows, context.session().insert(statement, arguments(rows), stamp, this::key));
        } else {
            context.session().update(statement, arguments(rows), stamp);
        }
    }

    /** Inserts the rows that no row has the same key as; on PostgreSQL, in one statement. Gives those left out. */
    List<BulkRow> insertNew(List<BulkRow> rows, ConflictKey conflict, ValueIdentity identity) {
        List<BulkRow> left = new ArrayList<>();
        for (List<BulkRow> some : Chunks.statements(rows, model.width(), context)) {
            left.addAll(insertNewAtOnce(some, conflict, identity));
        }
        return left;
    }

    private List<BulkRow> insertNewAtOnce(List<BulkRow> rows, ConflictKey conflict, ValueIdentity identity) {
        Statement statement =
                context.statements().insert(model, hasKey(model, rows.get(0)), rows.size(), conflict.columns());
        Map<List<Object>, K> inserted = new HashMap<>();
        context.session()
                .query(
                        statement,
                        arguments(rows),
                        stamp,
                        row -> inserted.put(ExistingRows.values(model, conflict, row), key(row)));
        Map<List<Object>, K> formed = ExistingRows.formed(inserted, identity);
        return rows.stream()
                .filter(row -> {
                    K key = formed.get(identity.of(Objects.requireNonNull(conflict.valuesOf(row.values()))));
                    if (key != null) {
                        model.key().put(key, row.values());
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
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).values()[model.key().positions().get(0)] =
                    model.key().first().type().coerce(numbers.get(i));
        }
    }

    static boolean hasKey(ModelMetadata<?, ?, ?, ?> model, BulkRow row) {
        return model.key().of(row.values()) != null;
    }

    private K key(RowReader row) throws SQLException {
        return Objects.requireNonNull(model.key().read(row, 1));
    }

    private void fill(List<BulkRow> rows, List<K> keys) {
        if (keys.size() != rows.size()) {
            throw new IllegalStateException("the driver gave " + keys.size() + " keys for " + rows.size() + " rows");
        }
        for (int i = 0; i < rows.size(); i++) {
            model.key().put(keys.get(i), rows.get(i).values());
        }
    }

    private CallArguments arguments(List<BulkRow> rows) {
        return CallArguments.of(model, rows);
    }
}
