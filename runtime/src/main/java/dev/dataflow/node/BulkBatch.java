package dev.dataflow.node;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.TransactionConflictException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Tombstones;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes batches of rows in the transaction there is; rows that exist are an error, left as they are, or changed. */
final class BulkBatch<M, K> implements BulkWriter {

    private static final int ATTEMPTS = 5;

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final Stamp stamp;
    private final Conflict policy;
    private final @Nullable ConflictKey conflict;
    private final boolean wantKeys;
    private final RowLoader loader;
    private final BulkInsert<M, K> insert;
    private final RowBatch batch;
    private final BulkRewrite<M, K> rewrite;

    BulkBatch(
            NodeContext context,
            ModelMetadata<M, K, ?, ?> model,
            Stamp stamp,
            Conflict policy,
            @Nullable ConflictKey conflict,
            boolean wantKeys) {
        this.context = context;
        this.model = model;
        this.stamp = stamp;
        this.policy = policy;
        this.conflict = conflict;
        this.wantKeys = wantKeys;
        this.loader = new RowLoader(context, model, stamp);
        this.insert = new BulkInsert<>(context, model, stamp, loader);
        this.batch = new RowBatch(context, model, stamp);
        this.rewrite = new BulkRewrite<>(context, model, stamp, loader, RowVersions.ANY);
    }

    /** What writes all rows of a call by such batches. */
    static <M, K> BulkWrite<M, K> writing(
            NodeContext context, ModelMetadata<M, K, ?, ?> model, Stamp stamp, BulkPlan plan) {
        ConflictKey conflict = plan.conflict() == Conflict.ERROR ? null : ConflictKey.of(model, plan.conflictColumns());
        return new BulkWrite<>(
                context,
                model,
                plan,
                new BulkBatch<>(
                        conflict == null ? context : conflict.lookingIn(context, model, reached(plan.conflict())),
                        model,
                        stamp,
                        plan.conflict(),
                        conflict,
                        plan.wantsIds()));
    }

    /** A tombstone that a key finds lives again when it is changed, and is skipped like another row. */
    private static Tombstones reached(Conflict policy) {
        return policy == Conflict.UPSERT ? Tombstones.REVIVED : Tombstones.INCLUDED;
    }

    /** Writes rows, and fills in their keys when those are wanted. */
    @Override
    public BulkTally write(List<BulkRow> rows) {
        if (conflict == null) {
            insert.insert(rows, wantKeys);
            return new BulkTally(rows.size(), 0, 0);
        }
        return write(rows, conflict);
    }

    @Override
    public List<List<BulkRow>> ofDifferentKeys(List<BulkRow> rows) {
        if (policy != Conflict.UPSERT || conflict == null) {
            return rows.isEmpty() ? List.of() : List.of(rows);
        }
        ValueIdentity identity = conflict.identity(context, model, rows);
        return BulkWriter.parts(rows, row -> {
            List<Object> values = conflict.valuesOf(row.values());
            return values == null ? null : identity.of(values);
        });
    }

    @Override
    public RowLoader loader() {
        return loader;
    }

    private BulkTally write(List<BulkRow> chunk, ConflictKey key) {
        if (batch.suits() && !wantKeys && !chunk.isEmpty() && BulkRow.setTheSame(chunk) && haveKeys(chunk, key)) {
            return oneAfterTheOther(chunk, key);
        }
        ValueIdentity identity = key.identity(context, model, chunk);
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
        long created = keyless.size() + writeDistinct(new ArrayList<>(distinct.values()), key, identity);
        if (wantKeys && distinct.size() + keyless.size() < chunk.size()) {
            for (BulkRow row : chunk) {
                List<Object> values = key.valuesOf(row.values());
                if (values != null) {
                    BulkRow written = Objects.requireNonNull(distinct.get(identity.of(values)));
                    model.key().put(Objects.requireNonNull(model.key().of(written.values())), row.values());
                }
            }
        }
        // counted as if the rows had been given one by one
        long existing = chunk.size() - created;
        return policy == Conflict.UPSERT ? new BulkTally(created, existing, 0) : new BulkTally(created, 0, existing);
    }

    private static boolean haveKeys(List<BulkRow> rows, ConflictKey key) {
        return rows.stream().allMatch(row -> key.valuesOf(row.values()) != null);
    }

    /** Of rows of one key the first is inserted, and the others, which then meet it, change it in their order. */
    private BulkTally oneAfterTheOther(List<BulkRow> rows, ConflictKey key) {
        List<Integer> changed =
                policy == Conflict.UPSERT && BulkRow.setTheSame(rows) ? changed(rows.get(0), key) : List.of();
        if (!changed.isEmpty()) {
            long met = batch.upsert(rows, key, changed);
            return new BulkTally(rows.size() - met, met, 0);
        }
        List<BulkRow> left = batch.insertNew(rows, key);
        long created = rows.size() - left.size();
        if (policy == Conflict.SKIP) {
            return new BulkTally(created, 0, left.size());
        }
        rewrite.updateBy(left, key.columns());
        return new BulkTally(created, left.size(), 0);
    }

    /** The columns that a row changes of one that it meets. */
    private List<Integer> changed(BulkRow row, ConflictKey key) {
        return row.given().stream()
                .filter(column ->
                        !key.columns().contains(column) && !model.key().includes(column))
                .boxed()
                .toList();
    }

    /** Writes rows of different keys; gives how many of them are new. */
    private long writeDistinct(List<BulkRow> rows, ConflictKey key, ValueIdentity identity) {
        StagedWrite<K> staged = new StagedWrite<>(context, model, stamp, loader);
        if (staged.takes(rows)) {
            return staged.write(rows, key, policy, wantKeys ? identity : null);
        }
        if (batch.suits() && !wantKeys && !rows.isEmpty()) {
            return oneAfterTheOther(rows, key).inserted();
        }
        List<BulkRow> existing = insertNew(rows, key, identity);
        if (policy == Conflict.UPSERT) {
            rewrite.update(existing, key.columns());
        }
        return rows.size() - existing.size();
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
            open = insert(fresh, key, identity, attempt == ATTEMPTS - 1);
            if (open.isEmpty()) {
                return existing;
            }
        }
        if (policy == Conflict.SKIP && context.engine() == DatabaseEngine.POSTGRESQL) {
            existing.addAll(open);
            return existing;
        }
        throw met(model);
    }

    /** Inserts rows; gives those that another transaction inserted meanwhile, which the next look finds. */
    private List<BulkRow> insert(List<BulkRow> fresh, ConflictKey key, ValueIdentity identity, boolean last) {
        if (fresh.isEmpty()) {
            return fresh;
        }
        // rows that nobody sees and that are there nevertheless are hidden by row security: at last they are an error
        if (context.engine() == DatabaseEngine.POSTGRESQL && !(last && policy == Conflict.UPSERT)) {
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

    /** The error of a write that loses too many races. */
    static TransactionConflictException met(ModelMetadata<?, ?, ?, ?> model) {
        return new TransactionConflictException(
                new Problem(
                        ErrorCode.TRANSACTION_CONFLICT,
                        "a bulk write of " + model + " met rows of other transactions " + ATTEMPTS + " times",
                        "others create the same rows at the same time",
                        "try again"),
                null);
    }
}
