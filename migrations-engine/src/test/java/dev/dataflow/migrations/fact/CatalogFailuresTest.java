package dev.dataflow.migrations.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What outside of a schema of PostgreSQL makes statements fail. */
class CatalogFailuresTest extends SchemaTest {

    private static final Budget BUDGET = new Budget(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ZERO);

    @Test
    void typesOfExtensionsThatAreNotThere() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute("CREATE TYPE mood AS ENUM ('good')", "CREATE TABLE t (a text, b mood)");
        SchemaDiff diff = changed(column -> column.name().equals("a")
                ? column.withType(ColumnType.of(engine, "citext"))
                : column.withType(ColumnType.of(engine, "mood[]")));
        assertThat(failures(diff)).containsExactly("1 type that is not there: citext");
        execute("CREATE TYPE citext AS ENUM ('one')");
        assertThat(failures(diff)).isEmpty();
    }

    @Test
    void publicationsThatNameColumns() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL || connection.getMetaData().getDatabaseMajorVersion() < 15) {
            return;
        }
        execute(
                "CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int)",
                "CREATE PUBLICATION dataflow_listed FOR TABLE t (id, a)",
                "CREATE PUBLICATION dataflow_chosen FOR TABLE t WHERE (a > 0)");
        try {
            SchemaDiff diff = changed(
                    column -> column.name().equals("id") ? column : column.withType(ColumnType.of(engine, "bigint")));
            assertThat(failures(diff)).containsExactly("2 publications that name t.a");
            assertThatThrownBy(() -> execute("ALTER TABLE t ALTER a TYPE bigint"))
                    .hasMessageContaining("publication");
            assertThatThrownBy(() -> execute("ALTER TABLE t DROP a")).hasMessageContaining("publication");
        } finally {
            execute("DROP PUBLICATION dataflow_listed", "DROP PUBLICATION dataflow_chosen");
        }
    }

    private SchemaDiff changed(UnaryOperator<Column> change) {
        Schema before = new SchemaReader(engine).read(connection);
        Table table = before.table("t").orElseThrow();
        return SchemaDiff.of(
                before,
                before.withTables(List.of(table.edit()
                        .columns(table.columns().stream().map(change).toList())
                        .build())));
    }

    private List<String> failures(SchemaDiff diff) {
        Facts facts = new FactReader(engine, BUDGET).read(connection, Plan.of(diff), diff);
        return facts.counted().stream()
                .filter(each -> each.question().effect() == Question.Effect.FAILS)
                .map(Counted::text)
                .filter(text -> text.contains("not there") || text.contains("publication"))
                .toList();
    }
}
