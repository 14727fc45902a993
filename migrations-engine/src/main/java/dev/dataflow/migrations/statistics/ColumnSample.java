package dev.dataflow.migrations.statistics;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.ColumnStatistics;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.wording.Amount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Reads some rows of a column, and counts in the database. */
final class ColumnSample {

    private static final Set<String> TEXTS = Set.of(
            "character varying",
            "character",
            "text",
            "varchar",
            "char",
            "tinytext",
            "mediumtext",
            "longtext",
            "citext");

    private final Connection connection;
    private final DatabaseEngine engine;
    private final Deadline deadline;

    ColumnSample(Connection connection, DatabaseEngine engine, Deadline deadline) {
        this.connection = connection;
        this.engine = engine;
        this.deadline = deadline;
    }

    /** The column's statistics; empty when they are not known in time, or the database does not tell. */
    Optional<ColumnStatistics> read(String table, Column column) {
        if (deadline.isOver()) {
            return Optional.empty();
        }
        try {
            return Optional.of(safely(table, column));
        } catch (SQLException e) {
            return Optional.empty(); // a question is asked with or without them
        }
    }

    /** On PostgreSQL a statement that fails would spoil the caller's transaction. */
    private ColumnStatistics safely(String table, Column column) throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL || connection.getAutoCommit()) {
            return sample(table, column);
        }
        Savepoint savepoint = connection.setSavepoint();
        try {
            return sample(table, column);
        } finally {
            connection.rollback(savepoint);
        }
    }

    private ColumnStatistics sample(String table, Column column) throws SQLException {
        Quoting quoting = Quoting.of(engine);
        boolean text = TEXTS.contains(column.type().name().toLowerCase(Locale.ROOT))
                && !column.type().array();
        String length = engine.family() == EngineFamily.SQLITE ? "length(v)" : "char_length(v)";
        // without its table SQLite would take a column that is not there for a text
        String sql = "SELECT count(*), count(v), count(DISTINCT v), "
                + (text ? "min(" + length + "), max(" + length + ")" : "NULL, NULL") + " FROM (SELECT "
                + quoting.quote(table) + "." + quoting.quote(column.name()) + " AS v FROM " + quoting.quote(table)
                + " LIMIT " + ValueStatisticsReader.ROWS + ") AS sample";
        try (Statement statement = connection.createStatement()) {
            deadline.limit(statement);
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return statistics(table, column, row);
            }
        }
    }

    private ColumnStatistics statistics(String table, Column column, ResultSet row) throws SQLException {
        long rows = row.getLong(1);
        long filled = row.getLong(2);
        long distinct = row.getLong(3);
        OptionalInt shortest = number(row, 4);
        OptionalInt longest = number(row, 5);
        Optional<Analyzed> analyzed = rows < ValueStatisticsReader.ROWS ? Optional.empty() : analyzed(table, column);
        if (analyzed.isPresent()) {
            return new ColumnStatistics(
                    OptionalDouble.of(analyzed.get().nulls()),
                    OptionalDouble.of(analyzed.get().distinct()),
                    shortest,
                    longest,
                    "pg_stats and " + Amount.of(rows, "row", "rows"));
        }
        return new ColumnStatistics(
                share(rows - filled, rows),
                share(distinct, filled),
                shortest,
                longest,
                (rows < ValueStatisticsReader.ROWS ? "all " : "") + Amount.of(rows, "row", "rows"));
    }

    /**
     * What ANALYZE found in all of a table.
     *
     * @param nulls the share of NULL
     * @param distinct the share of different values among the others
     */
    private record Analyzed(double nulls, double distinct) {}

    private Optional<Analyzed> analyzed(String table, Column column) throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return Optional.empty();
        }
        // negative numbers of different values are shares of all rows
        String sql = "SELECT s.null_frac, s.n_distinct, c.reltuples FROM pg_catalog.pg_stats s"
                + " JOIN pg_catalog.pg_class c"
                + " ON c.oid = to_regclass(quote_ident(s.schemaname) || '.' || quote_ident(s.tablename))"
                + " WHERE s.schemaname = current_schema() AND s.tablename = ? AND s.attname = ? AND NOT s.inherited";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            deadline.limit(statement);
            statement.setString(1, table);
            statement.setString(2, column.name());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                double nulls = row.getDouble(1);
                double values = row.getDouble(2);
                double share = values < 0 ? -values : values / Math.max(1, row.getDouble(3));
                return Optional.of(new Analyzed(nulls, nulls < 1 ? Math.min(1, share / (1 - nulls)) : 0));
            }
        }
    }

    private static OptionalDouble share(long part, long all) {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
    }

    private static OptionalInt number(ResultSet row, int at) throws SQLException {
        int number = row.getInt(at);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
