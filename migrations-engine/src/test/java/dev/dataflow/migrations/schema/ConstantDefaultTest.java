package dev.dataflow.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.reader.SchemaReader;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Defaults as each server writes them down. */
class ConstantDefaultTest extends SchemaTest {

    /** Columns, of which those called {@code computed} have a default that is no constant. */
    private List<Column> columns(String... columns) throws SQLException {
        execute("CREATE TABLE defaults (" + String.join(", ", columns) + ")");
        List<Column> read = new SchemaReader(engine)
                .read(connection)
                .table("defaults")
                .orElseThrow()
                .columns();
        assertThat(read).hasSameSizeAs(columns).noneMatch(column -> column.defaultValue() == null);
        return read;
    }

    private static void assertConstants(List<Column> columns, Predicate<Column> constant) {
        assertThat(columns)
                .allSatisfy(column -> assertThat(constant.test(column))
                        .as(column.name() + ": " + column.defaultValue())
                        .isNotEqualTo(column.name().startsWith("computed")));
    }

    @Test
    void postgresWritesAConstantAsALiteralOfAType() throws SQLException {
        assumeTrue(engine.family() == EngineFamily.POSTGRESQL);
        assertConstants(
                columns(
                        "a int DEFAULT 5",
                        "b numeric(9, 2) DEFAULT -1.50",
                        "c varchar(20) DEFAULT 'it''s'",
                        "d boolean DEFAULT true",
                        "e text[] DEFAULT '{}'",
                        "f timestamptz DEFAULT '2020-01-01'",
                        "g date DEFAULT CURRENT_DATE",
                        "h double precision DEFAULT 'NaN'",
                        "computed_a uuid DEFAULT gen_random_uuid()",
                        "computed_b double precision DEFAULT random()",
                        "computed_c text DEFAULT upper('a')",
                        "computed_d int DEFAULT 1 + 2"),
                column -> ConstantDefault.isOfPostgres(String.valueOf(column.defaultValue())));
    }

    @Test
    void mySqlTakesTheTimeForAConstant() throws SQLException {
        assumeTrue(engine.family() == EngineFamily.MYSQL);
        assertConstants(
                columns(
                        "a int DEFAULT 5",
                        "b decimal(9, 2) DEFAULT -1.50",
                        "c varchar(20) DEFAULT 'it''s'",
                        "d bit(3) DEFAULT b'101'",
                        "e datetime(6) DEFAULT CURRENT_TIMESTAMP(6)",
                        "f date DEFAULT '2020-01-01'",
                        "computed_a varchar(36) DEFAULT (uuid())",
                        "computed_b int DEFAULT (1 + 2)",
                        "computed_c varchar(20) DEFAULT (upper('a'))"),
                column -> !ConstantDefault.isComputedOnMySql(column));
    }

    @Test
    void sqliteAddsColumnsWithAConstantOnly() throws SQLException {
        assumeTrue(engine.family() == EngineFamily.SQLITE);
        List<Column> columns = columns(
                "a INTEGER DEFAULT 5",
                "b REAL DEFAULT -1.50",
                "c TEXT DEFAULT 'it''s'",
                "d BLOB DEFAULT x'00ff'",
                "computed_a TEXT DEFAULT CURRENT_TIMESTAMP",
                "computed_b INTEGER DEFAULT (1 + 2)",
                "computed_c INTEGER DEFAULT (random())");
        assertConstants(columns, column -> ConstantDefault.isOfSqlite(String.valueOf(column.defaultValue())));

        execute("CREATE TABLE present (id INTEGER PRIMARY KEY)", "INSERT INTO present VALUES (1)");
        for (Column column : columns) {
            String add = "ALTER TABLE present ADD COLUMN " + column.name() + " NOT NULL DEFAULT ";
            String value = String.valueOf(column.defaultValue());
            if (column.name().startsWith("computed")) {
                assertThatThrownBy(() -> execute(add + "(" + value + ")"))
                        .as(value)
                        .hasMessageContaining("non-constant default");
            } else {
                execute(add + value);
            }
        }
    }
}
