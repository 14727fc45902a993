package dev.dataflow.migrations.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.ColumnStatistics;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.diff.ValueStatistics;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ValueStatisticsReaderTest extends SchemaTest {

    private static final ColumnName NAME = new ColumnName("users", "name");

    private SchemaDiff diff;

    @BeforeEach
    void users() throws SQLException {
        execute(
                "CREATE TABLE users (id INT NOT NULL PRIMARY KEY, name " + by("VARCHAR(80)", "VARCHAR(80)", "TEXT")
                        + ", age INT, other INT)",
                "INSERT INTO users VALUES (1, 'Ann', 3, 1), (2, 'Ann', 3, 2), (3, 'Bartholomäus', 4, 3), (4, NULL, 5, 4)");
        Schema before = new SchemaReader(engine).read(connection);
        Table table = before.table("users").orElseThrow();
        List<Column> renamed = table.columns().stream()
                .map(column -> column.name().equals("name") ? column.withName("full_name") : column)
                .toList();
        Schema after = before.withTables(List.of(table.edit().columns(renamed).build()));
        diff = SchemaDiff.of(before, after);
    }

    @Test
    void whatIsAskedAboutIsLookedAtAndNothingElse() {
        ValueStatistics statistics = read(Duration.ofSeconds(10));
        assertThat(statistics.before()).containsOnlyKeys(NAME);
        ColumnStatistics name = statistics.before().get(NAME);
        assertThat(name.nulls()).hasValue(0.25);
        assertThat(name.distinct().orElseThrow()).isBetween(0.66, 0.67);
        assertThat(name.shortest()).hasValue(3);
        assertThat(name.longest()).hasValue(12);
        assertThat(name.source()).isEqualTo("all 4 rows");
        SchemaDiff told = SchemaDiff.of(diff.before(), diff.after(), RenameHints.NONE, statistics);
        assertThat(told.questions().get(0).text())
                .contains("values would fit (25 % NULL, 67 % different, 3 to 12 characters, by all 4 rows)");
    }

    @Test
    void bothSidesWhereBothHaveRows() throws SQLException {
        execute("ALTER TABLE users RENAME COLUMN name TO full_name");
        Schema before = diff.after();
        SchemaDiff back = SchemaDiff.of(before, before.withTables(diff.before().tables()));
        // the new name is looked for in the target, which has it not: nothing is known of it
        ValueStatistics statistics =
                new ValueStatisticsReader(engine, Duration.ofSeconds(10)).read(connection, connection, back);
        assertThat(statistics.before()).containsOnlyKeys(new ColumnName("users", "full_name"));
        assertThat(statistics.after()).isEmpty();
        execute("ALTER TABLE users ADD COLUMN name " + by("VARCHAR(80)", "VARCHAR(80)", "TEXT"));
        statistics = new ValueStatisticsReader(engine, Duration.ofSeconds(10)).read(connection, connection, back);
        assertThat(statistics.after().get(NAME).nulls()).hasValue(1);
        assertThat(statistics.after().get(NAME).distinct()).isEmpty();
    }

    @Test
    void withoutTimeNothingIsKnown() {
        assertThat(read(Duration.ZERO)).isEqualTo(ValueStatistics.NONE);
    }

    @Test
    void whatMayNotBeReadSpoilsNoTransaction() throws SQLException {
        execute("DROP TABLE users");
        connection.setAutoCommit(false);
        execute("CREATE TABLE kept (a INT)");
        assertThat(read(Duration.ofSeconds(10))).isEqualTo(ValueStatistics.NONE);
        connection.commit();
        connection.setAutoCommit(true);
        assertThat(tables()).containsExactly("kept");
    }

    @Test
    void largeTablesAreReadInPart() throws SQLException {
        assumeThat(engine).isEqualTo(DatabaseEngine.POSTGRESQL);
        execute("INSERT INTO users SELECT n, CASE WHEN n % 2 = 0 THEN 'x' || n % 7 END, 1, 1"
                + " FROM generate_series(5, 30000) n");
        assertThat(read(Duration.ofSeconds(10)).before().get(NAME).source()).isEqualTo("10000 rows");
        execute("ANALYZE users");
        ColumnStatistics name = read(Duration.ofSeconds(10)).before().get(NAME);
        assertThat(name.source()).isEqualTo("pg_stats and 10000 rows");
        assertThat(name.nulls().orElseThrow()).isBetween(0.45, 0.55);
        assertThat(name.distinct().orElseThrow()).isBetween(0.0, 0.01);
    }

    private ValueStatistics read(Duration budget) {
        return new ValueStatisticsReader(engine, budget).read(connection, diff);
    }
}
