package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.ObjectProperties;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How differences are planned. Immutable.
 *
 * @param online whether others read and write meanwhile
 * @param version the server's version, which decides about forms
 * @param timeouts how long steps that keep others out may wait and take
 * @param batchRows how many rows a batch of a backfill has
 * @param values what rows that are there get in a column that comes or may no longer be NULL: SQL expressions over the other
 *     columns of the row, by the column's name after the change
 * @param volatility what says whether defaults are volatile, on PostgreSQL
 * @param properties what is asked about objects that go and come back, on PostgreSQL; not asked when there are none
 */
public record PlanOptions(
        boolean online,
        ServerVersion version,
        Timeouts timeouts,
        int batchRows,
        Map<ColumnName, String> values,
        DefaultVolatility volatility,
        Supplier<ObjectProperties> properties) {

    private static final int BATCH_ROWS = 1_000;

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException when a batch has no rows
     */
    public PlanOptions {
        values = Map.copyOf(values);
        if (batchRows < 1) {
            throw new IllegalArgumentException("a batch has at least one row");
        }
    }

    /** The plain forms of a version: fewest statements, each keeping others out as long as it takes. */
    public static PlanOptions plain(ServerVersion version) {
        return of(false, version);
    }

    /** The plain forms that all supported versions of a database know. */
    public static PlanOptions plain(DatabaseEngine engine) {
        return plain(ServerVersion.oldest(engine));
    }

    /** The forms of a version under which others read and write meanwhile, wherever the database has one. */
    public static PlanOptions online(ServerVersion version) {
        return of(true, version);
    }

    /** With other timeouts. */
    public PlanOptions withTimeouts(Timeouts other) {
        return new PlanOptions(online, version, other, batchRows, values, volatility, properties);
    }

    /** With batches of another size. */
    public PlanOptions withBatchRows(int other) {
        return new PlanOptions(online, version, timeouts, other, values, volatility, properties);
    }

    /** With an expression for a column of rows that are there. */
    public PlanOptions withValue(String table, String column, String expression) {
        Map<ColumnName, String> more = new HashMap<>(values);
        more.put(new ColumnName(table, column), expression);
        return new PlanOptions(online, version, timeouts, batchRows, more, volatility, properties);
    }

    /** With somebody to ask about defaults, such as {@code DefaultExpressions::isVolatile} of a connection. */
    public PlanOptions withVolatility(DefaultVolatility other) {
        return new PlanOptions(online, version, timeouts, batchRows, values, other, properties);
    }

    /** With somebody to ask about owners, grants and comments, such as a {@code PropertyReader} of a connection. */
    public PlanOptions withProperties(Supplier<ObjectProperties> other) {
        return new PlanOptions(online, version, timeouts, batchRows, values, volatility, other);
    }

    private static PlanOptions of(boolean online, ServerVersion version) {
        return new PlanOptions(
                online,
                version,
                Timeouts.DEFAULT,
                BATCH_ROWS,
                Map.of(),
                DefaultVolatility.UNKNOWN,
                () -> ObjectProperties.UNKNOWN);
    }
}
