package dev.dataflow.migrations.statistics;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.ColumnStatistics;
import dev.dataflow.migrations.diff.RenameCandidate;
import dev.dataflow.migrations.diff.RenameQuestion;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.diff.ValueStatistics;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.Schema;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Asks a database about the values of columns that may have been renamed, and of no others: how many are NULL, how many
 * differ, how long texts are. It reads at most {@link #ROWS} rows of each, on PostgreSQL also what ANALYZE has left, and
 * no value leaves the database. What is not known in time, or may not be read, is left out. Immutable and thread-safe.
 */
public final class ValueStatisticsReader {

    /** The most rows that are read of a column. */
    public static final int ROWS = 10_000;

    private final DatabaseEngine engine;
    private final Duration budget;

    /**
     * A reader.
     *
     * @param engine the database
     * @param budget how long reading may take altogether; what is left then is not looked at
     */
    public ValueStatisticsReader(DatabaseEngine engine, Duration budget) {
        this.engine = engine;
        this.budget = budget;
    }

    /**
     * Reads statistics of columns that are gone.
     *
     * @param before a connection to the database there is, in the schema of the differences
     * @param diff differences with questions
     */
    public ValueStatistics read(Connection before, SchemaDiff diff) {
        return new ValueStatistics(read(before, diff.before(), gone(diff), new Deadline(budget)), Map.of());
    }

    /**
     * Reads statistics of columns that are gone, and of those they may be now, where these have rows, too.
     *
     * @param before a connection to the database there is, in the schema of the differences
     * @param after a connection to a database that is as the first is to be
     * @param diff differences with questions
     */
    public ValueStatistics read(Connection before, Connection after, SchemaDiff diff) {
        Deadline deadline = new Deadline(budget);
        return new ValueStatistics(
                read(before, diff.before(), gone(diff), deadline), read(after, diff.after(), come(diff), deadline));
    }

    private Map<ColumnName, ColumnStatistics> read(
            Connection connection, Schema schema, Set<ColumnName> columns, Deadline deadline) {
        Map<ColumnName, ColumnStatistics> found = new HashMap<>();
        for (ColumnName name : columns) {
            schema.table(name.table())
                    .flatMap(table -> table.column(name.column()))
                    .flatMap(column -> new ColumnSample(connection, engine, deadline).read(name.table(), column))
                    .ifPresent(statistics -> found.put(name, statistics));
        }
        return found;
    }

    private static Set<ColumnName> gone(SchemaDiff diff) {
        Set<ColumnName> columns = new LinkedHashSet<>();
        for (RenameQuestion question : diff.questions()) {
            if (!question.hint().column().isEmpty()) {
                columns.add(
                        new ColumnName(question.hint().table(), question.hint().column()));
            }
        }
        return columns;
    }

    private static Set<ColumnName> come(SchemaDiff diff) {
        Set<ColumnName> columns = new LinkedHashSet<>();
        for (RenameQuestion question : diff.questions()) {
            for (RenameCandidate candidate : question.candidates()) {
                if (!candidate.column().isEmpty()) {
                    columns.add(new ColumnName(candidate.table(), candidate.column()));
                }
            }
        }
        return columns;
    }
}
