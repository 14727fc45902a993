package dev.dataflow.benchmarks.rows;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.dataflow.testing.Engine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The columns in jOOQ's own data types; those that databases store in different ways by engine.
 *
 * @param price a decimal, on SQLite as text
 * @param changed a time, as are the others
 */
public record JooqColumns(
        Field<BigDecimal> price, Field<Instant> changed, Field<Instant> createdAt, Field<Instant> updatedAt) {

    /** The key. */
    public static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT.identity(true));

    /** The unique number. */
    public static final Field<String> NUMBER = field(name("number"), SQLDataType.VARCHAR);

    static final Field<String> TITLE = field(name("title"), SQLDataType.VARCHAR);
    static final Field<String> DESCRIPTION = field(name("description"), SQLDataType.VARCHAR);

    /** A number. */
    public static final Field<Integer> STOCK = field(name("stock"), SQLDataType.INTEGER);

    static final Field<Boolean> LISTED = field(name("listed"), SQLDataType.BOOLEAN);

    /** The columns on an engine. */
    public static JooqColumns of(Engine engine) {
        DataType<Instant> time = time(engine);
        DataType<BigDecimal> price = engine == Engine.SQLITE
                ? SQLDataType.VARCHAR.asConvertedDataType(
                        Converter.ofNullable(String.class, BigDecimal.class, Forms::price, Forms::text))
                : SQLDataType.DECIMAL(12, 2);
        return new JooqColumns(
                field(name("price"), price),
                field(name("changed"), time),
                field(name("created_at"), time),
                field(name("updated_at"), time));
    }

    private static DataType<Instant> time(Engine engine) {
        return switch (engine) {
            case POSTGRESQL ->
                SQLDataType.TIMESTAMPWITHTIMEZONE.asConvertedDataType(Converter.ofNullable(
                        OffsetDateTime.class,
                        Instant.class,
                        OffsetDateTime::toInstant,
                        value -> value.atOffset(ZoneOffset.UTC)));
            case SQLITE ->
                SQLDataType.VARCHAR.asConvertedDataType(
                        Converter.ofNullable(String.class, Instant.class, Instant::parse, Forms::text));
            default ->
                SQLDataType.LOCALDATETIME.asConvertedDataType(Converter.ofNullable(
                        LocalDateTime.class,
                        Instant.class,
                        value -> value.toInstant(ZoneOffset.UTC),
                        value -> LocalDateTime.ofInstant(value, ZoneOffset.UTC)));
        };
    }

    /** All, in the order of {@link Storage#COLUMNS}. */
    public List<Field<?>> all() {
        return List.of(ID, NUMBER, TITLE, DESCRIPTION, STOCK, LISTED, price, changed, createdAt, updatedAt);
    }

    /** jOOQ on a pool. */
    public static DSLContext context(DataSource pool, Engine engine) {
        SQLDialect dialect = switch (engine) {
            case POSTGRESQL -> SQLDialect.POSTGRES;
            case SQLITE -> SQLDialect.SQLITE;
            default -> SQLDialect.MYSQL;
        };
        return DSL.using(pool, dialect, new Settings().withExecuteLogging(false));
    }
}
