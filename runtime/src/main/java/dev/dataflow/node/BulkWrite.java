package dev.dataflow.node;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.VersionConflictException;
import dev.dataflow.metadata.ModelMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one bulk call: all in one transaction or, when rows that cannot be written are left out, a batch in
 * each. Rows are held one batch at a time.
 */
final class BulkWrite<M, K> {

    /** Of fewer rows than this that cannot be written together, each is tried alone. */
    private static final int ALONE = 64;

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;
    private final BulkPlan plan;
    private final BulkWriter writer;
    private final BulkFailures failures = new BulkFailures();
    private final List<@Nullable K> keys = new ArrayList<>();
    private BulkTally tally = BulkTally.NONE;

    BulkWrite(NodeContext context, ModelMetadata<M, K, ?, ?> model, BulkPlan plan, BulkWriter writer) {
        this.context = context;
        this.model = model;
        this.plan = plan;
        this.writer = writer;
    }

    BulkResult<K> run(BulkSource<?> rows) {
        int size = Chunks.batch(plan.batchSize(), model.width(), context);
        if (plan.onError() == OnError.CONTINUE) {
            boolean alone = !context.session().inTransaction();
            while (rows.hasNext()) {
                List<BulkRow> chunk = Chunks.rows(rows, size, failures, context);
                try {
                    if (!chunk.isEmpty()) {
                        write(chunk);
                    }
                } catch (DataFlowException e) {
                    throw alone ? stopped(chunk, e) : e;
                }
                plan.progress().accept(rows.index());
            }
        } else {
            context.session().atomically(() -> {
                while (rows.hasNext()) {
                    List<BulkRow> chunk = Chunks.rows(rows, size, null, context);
                    tally = tally.plus(writer.write(chunk));
                    chunk.forEach(this::note);
                    plan.progress().accept(rows.index());
                }
                writer.loader().unstage();
                return tally;
            });
        }
        keysUpTo(rows.index());
        return new BulkResult<>(
                rows.index(),
                tally.inserted(),
                tally.updated(),
                tally.skipped(),
                failures.count(),
                keys,
                failures.errors());
    }

    /** Writes a batch in a transaction of its own. */
    private void write(List<BulkRow> chunk) {
        tally = tally.plus(context.session().atomically(() -> {
            BulkTally written = BulkTally.NONE;
            for (List<BulkRow> rows : writer.ofDifferentKeys(chunk)) {
                written = written.plus(isolate(rows));
            }
            writer.loader().unstage();
            return written;
        }));
    }

    /** Writes rows; those that cannot be are found by halving, and left out. */
    private BulkTally isolate(List<BulkRow> rows) {
        List<BulkRow> attempt = rows.stream().map(BulkRow::attempt).toList();
        List<Integer> before = writer.loader().staged();
        try {
            BulkTally written = context.session().atomically(() -> writer.write(attempt));
            attempt.forEach(this::note);
            return written;
        } catch (DataFlowException e) {
            writer.loader().undone(before);
            if (!BulkFailures.isOfRow(e)) {
                throw e;
            }
            if (rows.size() == 1) {
                failures.add(rows.get(0).index(), e);
                if (e instanceof VersionConflictException conflict) {
                    context.conflicts().add(conflict, ConflictPolicy.Kind.FAIL, false);
                }
                return BulkTally.NONE;
            }
        }
        int part = rows.size() < ALONE ? 1 : (rows.size() + 1) / 2;
        BulkTally written = BulkTally.NONE;
        for (int from = 0; from < rows.size(); from += part) {
            written = written.plus(isolate(rows.subList(from, Math.min(rows.size(), from + part))));
        }
        return written;
    }

    private void note(BulkRow row) {
        if (plan.wantsIds()) {
            keysUpTo(row.index() + 1);
            keys.set((int) row.index(), model.key().of(row.values()));
        }
    }

    private void keysUpTo(long count) {
        while (plan.wantsIds() && keys.size() < count) {
            keys.add(null);
        }
    }

    /** What went wrong was not of a row: the call ends, and what earlier batches wrote is there. */
    private DataFlowException stopped(List<BulkRow> chunk, DataFlowException cause) {
        long first = chunk.get(0).index();
        return new DataFlowException(
                new Problem(
                        ErrorCode.BULK_STOPPED,
                        "a bulk write of " + model + " stopped at row " + first + ": " + tally.inserted()
                                + " rows before it were inserted, " + tally.updated() + " updated, " + tally.skipped()
                                + " skipped, " + failures.count() + " failed, of it and later ones none was written",
                        cause.code() + ": " + cause.what(),
                        "see the cause; then give the rows from row " + first + " on again"),
                cause,
                false);
    }
}
