package dev.dataflow.node;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import dev.dataflow.transaction.RowSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes rows one after the other with one prepared statement: what SQLite, which has no round trips, does best with. */
final class RowBatch {

    private final NodeContext context;
    private final ModelMetadata<?, ?, ?, ?> model;
    private final Stamp stamp;

    RowBatch(NodeContext context, ModelMetadata<?, ?, ?, ?> model, Stamp stamp) {
        this.context = context;
        this.model = model;
        this.stamp = stamp;
    }

    /** Whether the database does best with it. */
    boolean suits() {
        return context.engine() == DatabaseEngine.SQLITE;
    }

    /** Inserts rows. */
    void insert(List<BulkRow> rows, boolean keyGiven) {
        run(context.statements().insertRow(model, keyGiven, List.of()), arguments(rows), rows.size());
    }

    /** Inserts the rows that no row has the same key as; gives the others. */
    List<BulkRow> insertNew(List<BulkRow> rows, ConflictKey conflict) {
        boolean keyGiven = BulkInsert.hasKey(model, rows.get(0));
        int[] counts =
                run(context.statements().insertRow(model, keyGiven, conflict.columns()), arguments(rows), rows.size());
        List<BulkRow> left = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                left.add(rows.get(i));
            }
        }
        return left;
    }

    /**
     * Inserts rows that set the same columns, or changes the rows that they meet, one after the other.
     *
     * @param columns the columns that are changed
     * @return how many rows met one
     */
    long upsert(List<BulkRow> rows, ConflictKey conflict, List<Integer> columns) {
        boolean keyGiven = BulkInsert.hasKey(model, rows.get(0));
        Statement statement = context.statements().upsertRow(model, keyGiven, conflict.columns(), columns);
        return context.session().upsert(statement, new RowSource(arguments(rows), rows.size(), stamp));
    }

    /** Changes the rows that have the given values of some columns, those of a key; gives how many there were. */
    long update(Arguments rows, int count, List<Integer> same, List<Integer> columns) {
        return Arrays.stream(run(context.statements().updateRow(model, same, columns), rows, count))
                .sum();
    }

    private int[] run(Statement statement, Arguments rows, int count) {
        return context.session().batch(statement, new RowSource(rows, count, stamp));
    }

    private CallArguments arguments(List<BulkRow> rows) {
        return CallArguments.of(model, rows);
    }
}
