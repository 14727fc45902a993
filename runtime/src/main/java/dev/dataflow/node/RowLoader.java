package dev.dataflow.node;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import dev.dataflow.transaction.RowSource;
import dev.dataflow.type.BinaryRows;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Loads rows of one bulk call by COPY, where database, driver and table allow it. */
final class RowLoader {

    /** With fewer rows, looking at the table costs more than COPY gains. */
    private static final int FEWEST_ROWS = 32;

    private final NodeContext context;
    private final ModelMetadata<?, ?, ?, ?> model;
    private final Stamp stamp;
    private final Map<Statement, BinaryRows> buffers = new HashMap<>();
    private @Nullable Boolean usable;
    private boolean direct = true;
    private boolean staging;
    /** The columns of the temporary table; none when there is no such table. */
    private List<Integer> staged = List.of();

    RowLoader(NodeContext context, ModelMetadata<?, ?, ?, ?> model, Stamp stamp) {
        this.context = context;
        this.model = model;
        this.stamp = stamp;
    }

    /** Whether so many rows are better loaded than inserted. COPY knows no row of nothing but a key the database makes. */
    boolean takes(int rows) {
        if (rows < FEWEST_ROWS || model.columns().size() == 1) {
            return false;
        }
        return fits() && (direct || stages());
    }

    /**
     * Inserts rows; the database makes their keys unless they are given. Row security refuses COPY, and checks rows that come
     * from a temporary table.
     */
    void insert(Arguments rows, int count, boolean keyGiven) {
        if (direct) {
            copy(context.statements().copy(model, keyGiven), rows, count);
        } else {
            stage(context.statements().written(model, keyGiven), rows, count);
            run(context.statements().insertStaged(model, keyGiven));
        }
    }

    /** Whether so many rows are better written from a temporary table. */
    boolean stages(int rows) {
        return takes(rows) && stages();
    }

    /** Whether there may be a temporary table. Transactions of others may not bear one. */
    private boolean stages() {
        return staging && context.session().stages();
    }

    /** Puts rows into the temporary table, which holds those only. */
    void stage(List<Integer> columns, Arguments rows, int count) {
        if (columns.equals(staged)) {
            run(context.statements().emptyStage(model));
        } else {
            unstage();
            run(context.statements().stage(model, columns));
            staged = columns;
        }
        copy(context.statements().stageRows(model, columns), rows, count);
    }

    /** Runs a statement over the temporary table. */
    long run(Statement statement) {
        return context.session().update(statement, Arguments.NONE, stamp);
    }

    /** Drops the temporary table, when there is one. */
    void unstage() {
        if (!staged.isEmpty()) {
            run(context.statements().dropStage(model));
            staged = List.of();
        }
    }

    /** The columns of the temporary table, for {@link #undone}. */
    List<Integer> staged() {
        return staged;
    }

    /** Says that the database has gone back to where the temporary table had those columns. */
    void undone(List<Integer> before) {
        staged = before;
    }

    private void copy(Statement copy, Arguments rows, int count) {
        BinaryRows buffer = buffers.computeIfAbsent(copy, statement -> new BinaryRows(statement.types()));
        context.session().copy(copy, new RowSource(rows, count, stamp), buffer);
    }

    /** Whether each column is of the very type its values are sent as; a table made by others may have other types. */
    private boolean fits() {
        if (usable == null) {
            usable = context.session().copies() && look();
        }
        return usable;
    }

    private boolean look() {
        Map<String, Long> types = new HashMap<>();
        context.session().query(context.statements().copied(model), Arguments.NONE, stamp, row -> {
            staging = row.bool(3);
            direct = !row.bool(4);
            return types.put(Objects.requireNonNull(row.get(1, ColumnTypes.TEXT)), row.int64(2));
        });
        return model.columns().stream().allMatch(column -> fits(column, types));
    }

    private static boolean fits(Column<?> column, Map<String, Long> types) {
        Field<Integer> offset = column.offset();
        return fits(column.column(), column.type(), types)
                && (offset == null || fits(offset.getName(), ColumnTypes.INT32, types));
    }

    private static boolean fits(String name, ColumnType<?> type, Map<String, Long> types) {
        Long found = types.get(name);
        return found != null && type.isCopied(found);
    }
}
