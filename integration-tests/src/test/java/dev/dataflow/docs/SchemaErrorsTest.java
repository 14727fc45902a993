package dev.dataflow.docs;

import static dev.dataflow.error.ErrorCode.ALLOWANCE_UNUSED;
import static dev.dataflow.error.ErrorCode.CHANGE_UNPLANNABLE;
import static dev.dataflow.error.ErrorCode.COLUMN_UNKNOWN;
import static dev.dataflow.error.ErrorCode.DESCRIPTOR_INVALID;
import static dev.dataflow.error.ErrorCode.FOREIGN_KEY_UNKNOWN;
import static dev.dataflow.error.ErrorCode.FORMER_NAME_CONTRADICTION;
import static dev.dataflow.error.ErrorCode.MIGRATION_FAILED;
import static dev.dataflow.error.ErrorCode.MODEL_UNSUPPORTED;
import static dev.dataflow.error.ErrorCode.PLAN_BLOCKED;
import static dev.dataflow.error.ErrorCode.PLAN_FILE_CHANGED;
import static dev.dataflow.error.ErrorCode.PLAN_FILE_INVALID;
import static dev.dataflow.error.ErrorCode.PLAN_FILE_UNFIT;
import static dev.dataflow.error.ErrorCode.POLICY_INVALID;
import static dev.dataflow.error.ErrorCode.RENAME_CONTRADICTION;
import static dev.dataflow.error.ErrorCode.RENAME_UNDECIDED;
import static dev.dataflow.error.ErrorCode.SCHEMA_DIFFERS;
import static dev.dataflow.error.ErrorCode.SCHEMA_LOCKED;
import static dev.dataflow.error.ErrorCode.TABLE_UNKNOWN;
import static dev.dataflow.error.ErrorCode.VALUE_MISSING;
import static dev.dataflow.error.ErrorCode.VALUE_UNUSED;
import static dev.dataflow.error.ErrorCode.VERSION_UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.DataFlowBuilder;
import dev.dataflow.build.ClassFolder;
import dev.dataflow.build.IsolatedModels;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.analysis.DependencyAnalyzer;
import dev.dataflow.migrations.analysis.ForeignKeyAnalyzer;
import dev.dataflow.migrations.analysis.Operation;
import dev.dataflow.migrations.descriptor.DescriptorReader;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.diff.RenameFlags;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.planfile.PlanFile;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.rename.ModelRenames;
import dev.dataflow.migrations.risk.Assessment;
import dev.dataflow.migrations.risk.Policy;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.EnumType;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors of schemas, as their pages show them. */
class SchemaErrorsTest extends ErrorScenes {

    @TempDir
    private Path folder;

    private void execute(TestDatabase database, String sql) throws Exception {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void migrationFailed() throws Exception {
        TestDatabase database = database(Engine.POSTGRESQL);
        execute(database, "CREATE TABLE notes (text TEXT)");
        provoke(MIGRATION_FAILED, () -> {
            // docs:DF-301
            // somebody else's index has the name of one of ours
            execute(database, "CREATE INDEX uk_authors_email ON notes (text)");
            DataFlow df = builder(database).build();
            // docs:end
            df.close();
        });
    }

    @Test
    void schemaDiffers() throws Exception {
        TestDatabase database = database(Engine.SQLITE);
        builder(database).build().close();
        provoke(SCHEMA_DIFFERS, () -> {
            // docs:DF-302
            execute(database, "ALTER TABLE authors RENAME COLUMN email TO mail");
            DataFlow df = builder(database).build();
            // docs:end
            df.close();
        });
    }

    @Test
    void modelUnsupported() throws Exception {
        TestDatabase database = database(Engine.SQLITE);
        ClassFolder classes = new ClassFolder(folder)
                .compile(
                        "package press; @dev.dataflow.annotations.Model(schema = \"sales\") public record Order(Long id,"
                                + " String note) {}");
        DataFlowBuilder builder = DataFlow.builder().url(database.url()).classLoader(IsolatedModels.in(classes.path()));
        provoke(MODEL_UNSUPPORTED, () -> {
            // docs:DF-303
            // Order is a @Model(schema = "sales"), and the database is SQLite
            DataFlow df = builder.build();
            // docs:end
            df.close();
        });
    }

    @Test
    void descriptorInvalid() throws Exception {
        TestDatabase database = database(Engine.SQLITE);
        ClassFolder classes = new ClassFolder(folder)
                .compile("package press; @dev.dataflow.annotations.Model public record Order(Long id, String note) {}");
        Files.delete(classes.file("META-INF/dataflow/models/press.Order.json"));
        DataFlowBuilder builder = DataFlow.builder().url(database.url()).classLoader(IsolatedModels.in(classes.path()));
        provoke(DESCRIPTOR_INVALID, () -> {
            // docs:DF-304
            // META-INF/dataflow/models/press.Order.json was left out when jars were merged
            DataFlow df = builder.build();
            // docs:end
            df.close();
        });
    }

    private static Schema users(String... columns) {
        TableBuilder users = Table.named("users");
        Stream.of(columns)
                .forEach(column ->
                        users.column(Column.of(column, ColumnType.of(DatabaseEngine.POSTGRESQL, "varchar(80)"))));
        return Schema.of(DatabaseEngine.POSTGRESQL, List.of(users.build()));
    }

    @Test
    void renameContradiction() {
        provoke(RENAME_CONTRADICTION, () -> {
            // docs:DF-317
            Schema present = users("id", "name");
            Schema target = users("id", "full_name");
            SchemaDiff.of(
                    present,
                    target,
                    RenameHints.NONE.column("users", "nam", "full_name").dropColumn("users", "name"));
            // docs:end
        });
    }

    @Test
    void renameUndecided() {
        provoke(RENAME_UNDECIDED, () -> {
            // docs:DF-318
            Schema present = users("id", "name");
            Schema target = users("id", "full_name");
            SchemaDiff.of(present, target).requireAnswers();
            // docs:end
        });
        // docs:DF-318-fixed
        SchemaDiff diff = SchemaDiff.of(
                users("id", "name"), users("id", "full_name"), RenameHints.NONE.column("users", "name", "full_name"));
        diff.requireAnswers();
        // docs:end
        assertThat(diff.changes()).hasSize(1);
    }

    @Test
    void formerNameContradiction() throws Exception {
        ClassFolder classes = new ClassFolder(folder)
                .compile("package press; import dev.dataflow.annotations.*;"
                        + " @Model public record User(Long id, @RenamedFrom(\"name\") String fullName) {}");
        Models models = Models.read(List.of("press.User"), new DescriptorReader(IsolatedModels.in(classes.path())));
        provoke(FORMER_NAME_CONTRADICTION, () -> {
            // docs:DF-319
            // record User(Long id, @RenamedFrom("name") String fullName), on a table that has both columns
            Schema present = users("id", "name", "full_name");
            ModelRenames.of(models, present, RenameHints.NONE);
            // docs:end
        });
        Schema present = users("id", "name", "full_name");
        // docs:DF-319-fixed
        // the values of name have been copied, and it may go
        ModelRenames renames = ModelRenames.of(models, present, RenameFlags.read(List.of(), List.of("users.name")));
        // docs:end
        assertThat(renames.hints().drops()).hasSize(1);
    }

    private static Schema states(String... labels) {
        return Schema.empty(DatabaseEngine.POSTGRESQL)
                .edit()
                .enums(List.of(EnumType.of("state", List.of(labels))))
                .build();
    }

    @Test
    void changeUnplannable() {
        provoke(CHANGE_UNPLANNABLE, () -> {
            // docs:DF-330
            // an enum type with two values is to have one
            Schema present = states("open", "done");
            Schema target = states("open");
            Plan.of(SchemaDiff.of(present, target));
            // docs:end
        });
    }

    private static SchemaDiff newEmail() {
        Column email = Column.of("email", ColumnType.of(DatabaseEngine.POSTGRESQL, "varchar(80)"));
        Table users = users("id").table("users").orElseThrow();
        Table target = users.edit().column(email.withNullable(false)).build();
        return SchemaDiff.of(users("id"), Schema.of(DatabaseEngine.POSTGRESQL, List.of(target)));
    }

    @Test
    void valueMissing() {
        SchemaDiff diff = newEmail();
        PlanOptions options = PlanOptions.online(new ServerVersion(17, 0, 0));
        provoke(VALUE_MISSING, () -> {
            // docs:DF-331
            // `email` is new, may not be NULL and has no default
            Plan.of(diff, options);
            // docs:end
        });
        // docs:DF-331-fixed
        Plan plan = Plan.of(diff, options.withValue("users", "email", "'user-' || id || '@example.com'"));
        // docs:end
        assertThat(plan.steps().get(1).backfill()).isNull(); // the table has no key
        assertThat(plan.steps().get(1).statements())
                .containsExactly(
                        "UPDATE \"users\" SET \"email\" = 'user-' || id || '@example.com' WHERE \"email\" IS NULL");
    }

    @Test
    void valueUnused() {
        SchemaDiff diff = newEmail();
        PlanOptions options = PlanOptions.online(new ServerVersion(17, 0, 0));
        provoke(VALUE_UNUSED, () -> {
            // docs:DF-332
            Plan.of(diff, options.withValue("users", "mail", "''"));
            // docs:end
        });
        // docs:DF-332-fixed
        Plan plan = Plan.of(diff, options.withValue("users", "email", "''"));
        // docs:end
        assertThat(plan.steps()).isNotEmpty();
    }

    @Test
    void versionUnsupported() throws Exception {
        SchemaDiff diff = newEmail();
        provoke(VERSION_UNSUPPORTED, () -> {
            // docs:DF-333
            Plan.of(diff, PlanOptions.plain(ServerVersion.of("11.22")));
            // docs:end
        });
        try (Connection connection = database(Engine.POSTGRESQL).connect()) {
            // docs:DF-333-fixed
            ServerVersion version = ServerVersions.read(connection, DatabaseEngine.POSTGRESQL);
            Plan plan = Plan.of(diff, PlanOptions.plain(version));
            // docs:end
            assertThat(plan.version()).isEqualTo(version);
        }
    }

    private static String planOfNick() {
        SchemaDiff diff = SchemaDiff.of(users("id"), users("id", "nick"));
        return PlanFile.of(Plan.of(diff), diff).write();
    }

    @Test
    void planFileInvalid() {
        String text = planOfNick();
        provoke(PLAN_FILE_INVALID, () -> {
            // docs:DF-334
            String older = text.replace("dataflow-plan/1", "dataflow-plan/0");
            PlanFile.read(older);
            // docs:end
        });
    }

    @Test
    void planFileChanged() {
        String text = planOfNick();
        provoke(PLAN_FILE_CHANGED, () -> {
            // docs:DF-335
            // somebody has edited a statement
            String edited = text.replace("ADD COLUMN", "ADD COLUMN IF NOT EXISTS");
            PlanFile.read(edited);
            // docs:end
        });
    }

    @Test
    void planFileUnfit() {
        String text = planOfNick();
        provoke(PLAN_FILE_UNFIT, () -> {
            // docs:DF-336
            // the plan adds users.nick, which is there by now
            PlanFile.read(text).requireFits(users("id", "nick"), ServerVersion.of("17.6"));
            // docs:end
        });
    }

    @Test
    void tableUnknown() {
        provoke(TABLE_UNKNOWN, () -> {
            // docs:DF-341
            Schema schema = users("id", "name");
            new DependencyAnalyzer(schema).analyze(new Operation.DropTable("user"));
            // docs:end
        });
    }

    @Test
    void columnUnknown() {
        provoke(COLUMN_UNKNOWN, () -> {
            // docs:DF-342
            Schema schema = users("id", "name");
            new DependencyAnalyzer(schema).analyze(new Operation.DropColumn("users", "nam"));
            // docs:end
        });
    }

    @Test
    void foreignKeyUnknown() {
        provoke(FOREIGN_KEY_UNKNOWN, () -> {
            // docs:DF-343
            Schema schema = users("id", "name");
            ReferentialAction cascade = ReferentialAction.CASCADE;
            new ForeignKeyAnalyzer(schema).impact(new Operation.ChangeAction("users", "fk_boss", cascade, cascade));
            // docs:end
        });
    }

    @Test
    void policyInvalid() {
        provoke(POLICY_INVALID, () -> {
            // docs:DF-337
            Policy.read("{\"maxRisk\": \"HIHG\"}");
            // docs:end
        });
        // docs:DF-337-fixed
        Policy policy = Policy.read("{\"maxRisk\": \"HIGH\"}");
        // docs:end
        assertThat(policy.maxRisk()).isEqualTo(Level.HIGH);
    }

    /** The plan that drops a column. */
    private static final SchemaDiff DROP = SchemaDiff.of(users("id", "name"), users("id"));

    @Test
    void allowanceUnused() {
        Plan plan = Plan.of(DROP);
        Assessment assessment = assessment(plan);
        provoke(ALLOWANCE_UNUSED, () -> {
            // docs:DF-338
            Policy policy = Policy.DEFAULT.allowing(List.of("drop-column:users.nmae"));
            policy.judge(plan, assessment);
            // docs:end
        });
        // docs:DF-338-fixed
        Policy policy = Policy.DEFAULT.allowing(List.of("drop-column:users.name"));
        // docs:end
        assertThat(policy.judge(plan, assessment).isAllowed()).isTrue();
    }

    @Test
    void planBlocked() {
        Plan plan = Plan.of(DROP);
        Assessment assessment = assessment(plan);
        provoke(PLAN_BLOCKED, () -> {
            // docs:DF-339
            // the plan drops the column name of users
            Policy.DEFAULT.judge(plan, assessment).require();
            // docs:end
        });
        // docs:DF-339-fixed
        Policy policy = Policy.DEFAULT.allowing(List.of("drop-column:users.name"));
        policy.judge(plan, assessment).require();
        // docs:end
    }

    private static Assessment assessment(Plan plan) {
        return new RiskAssessor().assess(plan, DROP, Facts.unknown());
    }

    @Test
    void schemaLocked() throws Exception {
        TestDatabase database = database(Engine.POSTGRESQL);
        DataFlow.builder().url(database.url()).models(Author.class).build().close();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE authors");
            provoke(SCHEMA_LOCKED, () -> {
                // docs:DF-310
                // somebody else holds a lock on the table of authors, which books are to refer to
                DataFlow df = builder(database)
                        .schemaLockTimeout(Duration.ofMillis(100))
                        .build();
                // docs:end
                df.close();
            });
        }
    }
}
