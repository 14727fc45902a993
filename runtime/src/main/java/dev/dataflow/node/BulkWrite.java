package dev.dataflow.node;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.TransactionConflictException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Stamp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inserts many rows in one transaction; rows that exist are an error, left as they are, or changed. */
final class BulkWrite<M, K> {

    private static final int ATTEMPTS = 5;

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final Stamp stamp;
    private final Conflict policy;
    private final @Nullable ConflictKey conflict;
    private final boolean wantKeys;
    private final BulkInsert<M, K> insert;
    private final List<@Nullable K> keys = new ArrayList<>();
    private long processed;
    private long inserted;
    private long updated;
    private long skipped;

    BulkWrite(
            NodeContext context,
            ModelMetadata<M, K, ?, ?> model,
            Stamp stamp,
            Conflict policy,
            List<String> conflictColumns,
            boolean wantKeys) {
        this.context = context;
        this.model = model;
        this.stamp = stamp;
        this.policy = policy;
        this.conflict = policy == Conflict.ERROR ? null : ConflictKey.of(model, conflictColumns);
        this.wantKeys = wantKeys;
        this.insert = new BulkInsert<>(context, model, stamp);
    }

    BulkResult<K> run(Iterator<BulkRow> rows, int batchSize) {
        int size = Chunks.size(batchSize, model.width(), context);
        context.session().atomically(() -> {
            while (rows.hasNext()) {
                List<BulkRow> chunk = Chunks.rows(rows, size);
                processed += chunk.size();
                if (conflict == null) {
                    insert.insert(chunk, wantKeys);
                    inserted += chunk.size();
                    chunk.forEach(this::note);
                } else {
                    write(chunk, conflict);
                }
            }
            return processed;
        });
        return new BulkResult<>(processed, inserted, updated, skipped, keys);
    }

    private void write(List<BulkRow> chunk, ConflictKey key) {
        ValueIdentity identity = new ValueIdentity(context, model, key.columns());
        if (identity.isLearning()) {
            identity.learn(chunk.stream()
                    .flatMap(row -> Stream.ofNullable(key.valuesOf(row.values())))
                    .toList());
        }
        Map<List<Object>, BulkRow> distinct = new LinkedHashMap<>();
        List<BulkRow> keyless = new ArrayList<>();
        for (BulkRow row : chunk) {
            List<Object> values = key.valuesOf(row.values());
            if (values == null) {
                keyless.add(row);
            } else if (policy == Conflict.UPSERT) {
                distinct.merge(identity.of(values), row, (earlier, later) -> later.over(earlier, key.columns()));
            } else {
                distinct.putIfAbsent(identity.of(values), row);
            }
        }
        // rows with NULL in the key meet no row
        insert.insert(keyless, wantKeys);
        List<BulkRow> existing = insertNew(new ArrayList<>(distinct.values()), key, identity);
        if (policy == Conflict.UPSERT) {
            new BulkRewrite<>(context, model, stamp).update(existing, key.columns());
        }
        count(chunk, keyless, distinct.size(), existing.size());
        if (wantKeys) {
            for (BulkRow row : chunk) {
                List<Object> values = key.valuesOf(row.values());
                note(values == null ? row : distinct.getOrDefault(identity.of(values), row));
            }
        }
    }

    /** Counts as if the rows had been given one by one. */
    private void count(List<BulkRow> chunk, List<BulkRow> keyless, int distinct, int existing) {
        long created = keyless.size() + (long) distinct - existing;
        inserted += created;
        if (policy == Conflict.UPSERT) {
            updated += chunk.size() - created;
        } else {
            skipped += chunk.size() - created;
        }
    }

    /** Inserts the rows that are new; gives those that exist, with their keys filled in. */
    private List<BulkRow> insertNew(List<BulkRow> rows, ConflictKey key, ValueIdentity identity) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<BulkRow> existing = new ArrayList<>();
        List<BulkRow> open = rows;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<List<Object>, K> found = new ExistingRows<>(context, model, key, identity).find(open, stamp);
            List<BulkRow> fresh = new ArrayList<>();
            for (BulkRow row : open) {
                K present = found.get(identity.of(Objects.requireNonNull(key.valuesOf(row.values()))));
                if (present == null) {
                    fresh.add(row);
                } else {
                    model.key().put(present, row.values());
                    existing.add(row);
                }
            }
            open = insert(fresh, key, identity);
            if (open.isEmpty()) {
                return existing;
            }
        }
        throw new TransactionConflictException(
                new Problem(
                        ErrorCode.TRANSACTION_CONFLICT,
                        "a bulk write of " + model + " met rows of other transactions " + ATTEMPTS + " times",
                        "others create the same rows at the same time",
                        "try again"),
                null);
    }

    /** Inserts rows; gives those that another transaction inserted meanwhile, which the next look finds. */
    private List<BulkRow> insert(List<BulkRow> fresh, ConflictKey key, ValueIdentity identity) {
        if (fresh.isEmpty()) {
            return fresh;
        }
        if (context.engine() == DatabaseEngine.POSTGRESQL) {
            return insert.insertNew(fresh, key, identity);
        }
        try {
            insert.insert(fresh, wantKeys);
            return List.of();
        } catch (UniqueViolationException e) {
            // MySQL undoes the statement only, so the transaction goes on; SQLite has one writer and never gets here
            if (context.engine().family() == EngineFamily.MYSQL && key.isOf(model, e)) {
                return fresh;
            }
            throw e;
        }
    }

    private void note(BulkRow row) {
        if (wantKeys) {
            keys.add(model.key().of(row.values()));
        }
    }
}
