package dev.dataflow.migrations.difference;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.SchemaDdl;
import dev.dataflow.migrations.catalog.CatalogReader;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.fixture.ModelBuilder;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Index;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.model.OnDelete;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Unique keys that leave deleted rows out, and foreign keys to models with soft delete. */
class SoftDeleteTest extends SchemaTest {

    private static ModelBuilder project() {
        return model("Project", "projects")
                .identity()
                .varchar("code", 20)
                .varchar("number", 20)
                .softDelete();
    }

    private static ModelDescriptor both() {
        return project()
                .unique("uk_code", "code")
                .uniqueForever("uk_number", "number")
                .build();
    }

    private List<String> differences(ModelDescriptor... models) throws SQLException {
        TargetSchema target = TargetSchema.of(engine, Models.of(List.of(models)));
        List<TableName> tables = target.tables().stream().map(Table::name).toList();
        return SchemaComparison.compare(engine, target, new CatalogReader(engine).read(connection, tables, List.of()))
                .differences()
                .stream()
                .map(Difference::toString)
                .toList();
    }

    private void insert(String code, String number, boolean deleted) throws SQLException {
        execute("INSERT INTO projects (code, number, deleted_at) VALUES ('" + code + "', '" + number + "', "
                + (deleted ? "'2026-01-31 12:00:00.000000'" : "NULL") + ")");
    }

    @Test
    void aKeyIsOverLiveRowsUnlessItIncludesDeletedOnes() throws SQLException {
        open(both());
        insert("a", "1", true);
        insert("a", "2", true);
        insert("a", "3", false);
        assertThatThrownBy(() -> insert("a", "4", false)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> insert("b", "1", false)).isInstanceOf(SQLException.class);
        execute("UPDATE projects SET deleted_at = '2026-01-31 12:00:00.000000' WHERE number = '3'");
        insert("a", "5", false);
    }

    @Test
    void whatIsCreatedHasNoDifference() throws SQLException {
        open(both());
        assertThat(differences(both())).isEmpty();
        open(both());
    }

    @Test
    void aKeyOverAllRowsIsADifference() throws SQLException {
        open(project()
                .unique("uk_number", "number")
                .uniqueForever("uk_code", "code")
                .build());
        assertThat(differences(both()))
                .contains(
                        "projects: has no unique key (code) over the rows that are not deleted, the model says it has"
                                + " `uk_code`",
                        "projects: has a unique key (code) over deleted rows, too; the model says that `uk_code` leaves"
                                + " them out",
                        "projects: has no unique key (number), the model says it has `uk_number`");
    }

    @Test
    void aKeyOverOtherRowsIsNone() throws SQLException {
        open(project().uniqueForever("uk_number", "number").build());
        if (engine.family() != EngineFamily.MYSQL) {
            execute("CREATE UNIQUE INDEX other ON projects (code) WHERE deleted_at IS NOT NULL");
            assertThat(differences(both()))
                    .singleElement()
                    .asString()
                    .contains("has no unique key (code) over the rows");
            execute("CREATE UNIQUE INDEX same ON projects (code) WHERE (deleted_at IS  NULL)");
            assertThat(differences(both())).isEmpty();
        } else {
            execute(
                    "ALTER TABLE projects ADD deleted_at_live boolean",
                    "CREATE UNIQUE INDEX same ON projects (code, deleted_at_live)");
            assertThat(differences(both()))
                    .containsExactly("projects.deleted_at_live: is no column that the database computes, the model says"
                            + " it is");
        }
    }

    @Test
    void anIndexEndsWithWhatHidesDeletedRows() throws SQLException {
        assertThat(indexed(project().index("ix_code", "code"))).containsExactly(List.of("code", "deleted_at"));
        assertThat(indexed(project().index("ix_gone", "deleted_at", "code")))
                .containsExactly(List.of("deleted_at", "code"));
        assertThat(indexed(model("Task", "tasks").identity().varchar("code", 20).index("ix_code", "code")))
                .containsExactly(List.of("code"));
        ModelDescriptor indexed = project().index("ix_code", "code").build();
        open(indexed);
        assertThat(differences(indexed)).isEmpty();
    }

    private List<List<String>> indexed(ModelBuilder model) {
        return TargetSchema.of(engine, Models.of(List.of(model.build()))).tables().get(0).indexes().stream()
                .map(Index::columns)
                .toList();
    }

    @Test
    void theDatabaseDeletesOnlyWhatNoTraitHasToSee() {
        assertThat(rule(OnDelete.CASCADE, model("Task", "tasks").identity())).contains("ON DELETE CASCADE");
        assertThat(rule(OnDelete.CASCADE, model("Task", "tasks").identity().softDelete()))
                .contains("ON DELETE RESTRICT");
        assertThat(rule(OnDelete.SET_NULL, model("Task", "tasks").identity())).contains("ON DELETE SET NULL");
        assertThat(rule(OnDelete.SET_NULL, model("Task", "tasks").identity().managed(ManagedColumn.UPDATED_AT, false)))
                .contains("ON DELETE RESTRICT");
        assertThat(rule(OnDelete.RESTRICT, model("Task", "tasks").identity())).contains("ON DELETE RESTRICT");
    }

    private String rule(OnDelete action, ModelBuilder task) {
        ModelDescriptor built = task.nullable("project_id", LogicalType.INT64)
                .references("project_id", "Project", action)
                .build();
        return String.join("\n", SchemaDdl.statements(engine, List.of(both(), built)));
    }
}
