package dev.dataflow.migrations.difference;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.SchemaDdl;
import dev.dataflow.migrations.catalog.CatalogReader;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.fixture.ModelBuilder;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.model.OnDelete;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys, indexes and foreign keys hold the tenant. */
class TenantsTest extends SchemaTest {

    private static ModelBuilder project() {
        return model("Project", "projects").identity().varchar("code", 20);
    }

    private static ModelBuilder task() {
        return model("Task", "tasks")
                .varchar("id", 20)
                .nullable("project_id", LogicalType.INT64)
                .references("project_id", "Project", OnDelete.SET_NULL);
    }

    private static ModelDescriptor[] both() {
        return new ModelDescriptor[] {
            project().unique("uk_code", "code").tenant().build(),
            task().tenant().build()
        };
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

    @Test
    void valuesAndChosenKeysAreUniqueInATenant() throws SQLException {
        open(both());
        execute(
                "INSERT INTO projects (id, code, tenant_id) VALUES (1, 'a', 'acme')",
                "INSERT INTO projects (id, code, tenant_id) VALUES (2, 'a', 'globex')",
                "INSERT INTO tasks (id, tenant_id) VALUES ('t', 'acme')",
                "INSERT INTO tasks (id, tenant_id) VALUES ('t', 'globex')");
        assertThatThrownBy(() -> execute("INSERT INTO projects (id, code, tenant_id) VALUES (3, 'a', 'acme')"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute("INSERT INTO projects (id, code, tenant_id) VALUES (1, 'b', 'globex')"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute("INSERT INTO tasks (id, tenant_id) VALUES ('t', 'acme')"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void theDatabaseLetsNoRowPointIntoAnotherTenant() throws SQLException {
        open(both());
        if (engine == DatabaseEngine.SQLITE) {
            execute("PRAGMA foreign_keys = ON");
        }
        execute(
                "INSERT INTO projects (id, code, tenant_id) VALUES (1, 'a', 'acme')",
                "INSERT INTO tasks (id, project_id, tenant_id) VALUES ('t', 1, 'acme')");
        assertThatThrownBy(() -> execute("INSERT INTO tasks (id, project_id, tenant_id) VALUES ('t', 1, 'globex')"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute("UPDATE tasks SET tenant_id = 'globex'"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute("DELETE FROM projects")).isInstanceOf(SQLException.class);
    }

    @Test
    void whatIsCreatedHasNoDifference() throws SQLException {
        open(both());
        assertThat(differences(both())).isEmpty();
        open(both());
    }

    @Test
    void keysWithoutTheTenantAreDifferences() throws SQLException {
        open(
                project().unique("uk_code", "code").varchar("tenant_id", 63).build(),
                task().varchar("tenant_id", 63).build());
        assertThat(differences(both()))
                .anySatisfy(text -> assertThat(text).contains("projects: has no unique key (tenant_id, code)"))
                .anySatisfy(text -> assertThat(text).contains("projects: has no unique key (tenant_id, id)"))
                .anySatisfy(text -> assertThat(text).contains("tasks: has no primary key (tenant_id, id)"))
                .anySatisfy(text -> assertThat(text).contains("has no foreign key to projects (tenant_id, id)"));
    }

    @Test
    void rowsOfTenantsMayPointToWhatAllShare() {
        assertThat(String.join(
                        "\n",
                        SchemaDdl.statements(
                                engine,
                                List.of(
                                        project().build(),
                                        task().tenant()
                                                .index("ix", "project_id")
                                                .build()))))
                .containsPattern("FOREIGN KEY \\(.project_id.\\) REFERENCES .projects. \\(.id.\\) ON DELETE RESTRICT")
                .containsPattern("ix. (ON .tasks. )?\\(.tenant_id., .project_id.( NULLS FIRST)?\\)");
    }
}
