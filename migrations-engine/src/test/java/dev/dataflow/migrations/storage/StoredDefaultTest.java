package dev.dataflow.migrations.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import dev.dataflow.type.RowReader;
import dev.dataflow.type.StatementParameters;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the database fills in is what the runtime would have written. */
class StoredDefaultTest extends SchemaTest {

    @Test
    void defaultsAreInTheFormThatTheRuntimeReadsAndFinds() throws SQLException {
        open(connection, true, SOON, Shop.all());
        execute("INSERT INTO every_type (n_decimal, n_varchar, n_enum) VALUES (" + by("1", "1", "'1011'")
                + ", 'x', 'x')");
        holds("d_boolean", ColumnTypes.BOOLEAN, true);
        holds("d_int8", ColumnTypes.INT8, (byte) -128);
        holds("d_int16", ColumnTypes.INT16, (short) -32768);
        holds("d_int32", ColumnTypes.INT32, Integer.MAX_VALUE);
        holds("d_int64", ColumnTypes.INT64, Long.MIN_VALUE);
        holds("d_float32", ColumnTypes.FLOAT32, 0.1f);
        holds("d_float64", ColumnTypes.FLOAT64, -1.5E300);
        holds("d_decimal", ColumnTypes.decimal(20, 4), new BigDecimal("-1234567.8900"));
        holds("d_big_integer", ColumnTypes.bigInteger(20), new java.math.BigInteger("-12345678901234567890"));
        holds("d_duration", ColumnTypes.DURATION, java.time.Duration.ofNanos(-1000));
        holds("d_text", ColumnTypes.TEXT, Shop.AWKWARD);
        holds("d_varchar", ColumnTypes.varchar(40), Shop.AWKWARD);
        holds("d_uuid", ColumnTypes.UUID, UUID.fromString("019a2b3c-4d5e-7f60-8123-456789abcdef"));
        holds("d_enum", ColumnTypes.varchar(40), "PENDING");
        holds("d_instant", ColumnTypes.INSTANT, Instant.parse("2026-01-31T23:30:00.123456Z"));
        holds("d_date", ColumnTypes.DATE, LocalDate.parse("2026-01-31"));
        holds("d_time", ColumnTypes.TIME, LocalTime.parse("12:00:01.5"));
        holds("d_date_time", ColumnTypes.DATE_TIME, LocalDateTime.parse("2026-01-31T12:00:00.000001"));
    }

    private <T> void holds(String column, ColumnType<T> type, T value) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + column + " FROM every_type")) {
            row.next();
            assertThat(new RowReader(row, engine).get(1, type)).as(column).isEqualTo(value);
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM every_type WHERE " + column + " = ?")) {
            new StatementParameters(statement, engine, 0).set(value, type);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).as(column + " is found by its value").isEqualTo(1);
            }
        }
    }
}
