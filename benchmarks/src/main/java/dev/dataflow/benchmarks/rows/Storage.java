package dev.dataflow.benchmarks.rows;

import dev.dataflow.testing.Engine;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * How values are given to drivers and taken from them, for peers whose users say so themselves.
 *
 * @param engine the database
 */
public record Storage(Engine engine) {

    /** All columns, in the order in which rows are read. */
    public static final String COLUMNS =
            "id, number, title, description, stock, listed, price, changed, created_at, updated_at";

    /** A time for a statement. */
    public Object time(Instant time) {
        return switch (engine) {
            case POSTGRESQL -> time.atOffset(ZoneOffset.UTC);
            case SQLITE -> Forms.text(time);
            default -> LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        };
    }

    /** A time from a row. */
    public Instant time(ResultSet row, int column) throws SQLException {
        return switch (engine) {
            case POSTGRESQL -> row.getObject(column, OffsetDateTime.class).toInstant();
            case SQLITE -> Instant.parse(row.getString(column));
            default -> row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        };
    }

    /** A price for a statement. */
    public Object price(BigDecimal price) {
        return engine == Engine.SQLITE ? Forms.text(price) : price;
    }

    /** A price from a row. */
    public BigDecimal price(ResultSet row, int column) throws SQLException {
        return engine == Engine.SQLITE ? Forms.price(row.getString(column)) : row.getBigDecimal(column);
    }

    /** A row of {@link #COLUMNS}. */
    public Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6),
                price(row, 7),
                time(row, 8),
                time(row, 9),
                time(row, 10));
    }

    /** A row of {@link StockTotal}'s columns. */
    public StockTotal total(ResultSet row) throws SQLException {
        return new StockTotal(row.getBoolean(1), row.getLong(2), row.getLong(3), price(row, 4));
    }
}
