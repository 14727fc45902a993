package dev.dataflow.migrations.plan;

import static dev.dataflow.migrations.fixture.PostgresSchemas.column;
import static dev.dataflow.migrations.fixture.PostgresSchemas.enums;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void postgresIsOneTransaction() {
        Plan plan = plan(
                DatabaseEngine.POSTGRESQL,
                List.of(column("name", "varchar(20)")),
                List.of(column("name", "text").withNullable(false), column("note", "jsonb")));
        assertThat(sql(plan))
                .containsExactly(
                        "ALTER TABLE \"users\" ADD COLUMN \"note\" jsonb",
                        "ALTER TABLE \"users\" ALTER COLUMN \"name\" TYPE text COLLATE \"default\"",
                        "ALTER TABLE \"users\" ALTER COLUMN \"name\" SET NOT NULL");
        assertThat(plan.groups()).hasSize(1);
        assertThat(plan.groups().get(0).transactional()).isTrue();
        assertThat(plan.steps()).allMatch(step -> step.losses().isEmpty());
        assertThat(plan.steps().get(0).inverse())
                .isEqualTo(new Inverse(List.of("ALTER TABLE \"users\" DROP COLUMN \"note\""), null));
    }

    @Test
    void textsAreNotCutAndWhatIsRoundedIsSaid() {
        Plan plan = plan(
                DatabaseEngine.POSTGRESQL,
                List.of(column("name", "text"), column("price", "numeric(10,4)"), column("age", "text")),
                List.of(column("name", "varchar(5)"), column("price", "numeric(10,2)"), column("age", "integer")));
        assertThat(sql(plan))
                .containsExactly(
                        "ALTER TABLE \"users\" ALTER COLUMN \"name\" TYPE character varying(5) COLLATE \"default\"",
                        "ALTER TABLE \"users\" ALTER COLUMN \"price\" TYPE numeric(10,2)",
                        "ALTER TABLE \"users\" ALTER COLUMN \"age\" TYPE integer USING \"age\"::integer");
        assertThat(plan.steps().get(0).losses())
                .containsExactly(
                        "spaces at the end of the values of users.name, if those are longer than character varying(5)");
        assertThat(plan.steps().get(1).losses())
                .containsExactly(
                        "what of the values of users.price does not fit numeric(10,2), if it is rounded or cut");
    }

    @Test
    void othersWriteMeanwhile() {
        Schema before = schema(DatabaseEngine.POSTGRESQL, List.of(column("name", "text")));
        Table table = schema(
                        DatabaseEngine.POSTGRESQL,
                        List.of(column("name", "text").withNullable(false)))
                .table("users")
                .orElseThrow();
        Schema after = Schema.of(
                DatabaseEngine.POSTGRESQL,
                List.of(table.edit()
                        .index(Index.of("ix_name", true, List.of("name")))
                        .check(Check.of("ck_name", "name <> ''"))
                        .build()));
        Plan plan = Plan.of(SchemaDiff.of(before, after), PlanOptions.online(new ServerVersion(17, 0, 0)));
        assertThat(sql(plan))
                .containsExactly(
                        "ALTER TABLE \"users\" ADD CONSTRAINT \"nn_users_name\" CHECK (\"name\" IS NOT NULL) NOT VALID",
                        "ALTER TABLE \"users\" VALIDATE CONSTRAINT \"nn_users_name\"",
                        "ALTER TABLE \"users\" ALTER COLUMN \"name\" SET NOT NULL",
                        "ALTER TABLE \"users\" DROP CONSTRAINT \"nn_users_name\"",
                        "CREATE UNIQUE INDEX CONCURRENTLY \"ix_name\" ON \"users\" USING btree (\"name\")",
                        "ALTER TABLE \"users\" ADD CONSTRAINT \"ck_name\" CHECK (name <> '') NOT VALID",
                        "ALTER TABLE \"users\" VALIDATE CONSTRAINT \"ck_name\"");
        assertThat(plan.groups()).hasSize(6);
    }

    @Test
    void whatIsDroppedIsDeclaredLostAndDoesNotComeBack() {
        SchemaDiff diff = SchemaDiff.of(
                schema(DatabaseEngine.POSTGRESQL, List.of(column("name", "text"), column("age", "integer"))),
                schema(DatabaseEngine.POSTGRESQL, List.of(column("age", "integer"))),
                RenameHints.NONE);
        Step step = Plan.of(diff).steps().get(0);
        assertThat(step.losses()).containsExactly("the values of users.name");
        assertThat(step.inverse())
                .isEqualTo(new Inverse(
                        List.of("ALTER TABLE \"users\" ADD COLUMN \"name\" text"),
                        "not coming back: the values of users.name"));
    }

    @Test
    void anEnumsValueIsThereBeforeItIsUsedAndCannotBeTakenBack() {
        Plan plan = Plan.of(SchemaDiff.of(enums("new"), enums("new", "done")));
        assertThat(sql(plan)).containsExactly("ALTER TYPE \"state\" ADD VALUE 'done'");
        assertThat(plan.steps().get(0).transaction()).isEqualTo(Step.Transaction.OWN);
        assertThat(plan.steps().get(0).inverse().missing())
                .isEqualTo("no statement takes it back: enum type state: add value done");
    }

    @Test
    void whatCannotBePlannedIsRefused() {
        assertThatThrownBy(() -> Plan.of(SchemaDiff.of(enums("new", "done"), enums("done"))))
                .hasMessageStartingWith("[DF-330] ")
                .hasMessageContaining("enum type state: drop value new");
    }

    @Test
    void aTableDoesNotGoWhileTheTargetPointsToIt() {
        Table users = Table.named("users").column(column("id", "bigint")).build();
        Table orders = Table.named("orders")
                .column(column("user_id", "bigint"))
                .foreignKey(ForeignKey.of(
                        "fk_user",
                        List.of("user_id"),
                        new TableName(null, "users"),
                        List.of("id"),
                        ReferentialAction.NO_ACTION))
                .build();
        assertThatThrownBy(() -> Plan.of(SchemaDiff.of(
                        Schema.of(DatabaseEngine.POSTGRESQL, List.of(users, orders)),
                        Schema.of(DatabaseEngine.POSTGRESQL, List.of(orders)))))
                .hasMessageStartingWith("[DF-330] ")
                .hasMessageContaining("drop table users, to which the target's foreign keys orders.fk_user point");
    }

    @Test
    void nothingIsPlannedBeforeQuestionsAreAnswered() {
        SchemaDiff diff = SchemaDiff.of(
                schema(DatabaseEngine.POSTGRESQL, List.of(column("name", "text"))),
                schema(DatabaseEngine.POSTGRESQL, List.of(column("full_name", "text"))));
        assertThatThrownBy(() -> Plan.of(diff)).hasMessageStartingWith("[DF-318] ");
    }

    @Test
    void mySqlChangesATableInOneStatementAndMakesUpNoValues() {
        Plan plan = plan(
                DatabaseEngine.MYSQL,
                List.of(mySql("name", "varchar(20)")),
                List.of(mySql("name", "varchar(40)"), mySql("age", "int").withNullable(false)));
        assertThat(sql(plan))
                .containsExactly(
                        "ALTER TABLE `users`\n  ADD COLUMN `age` int NULL,\n  MODIFY COLUMN `name` varchar(40) NULL",
                        "ALTER TABLE `users`\n  MODIFY COLUMN `age` int NOT NULL");
        assertThat(plan.groups().get(0).transactional()).isFalse();
    }

    @Test
    void sqliteAltersInPlaceWhatItCanAndMakesTheTableAnewForTheRest() {
        Column name = Column.of("name", ColumnType.of(DatabaseEngine.SQLITE, "TEXT"));
        Column note = Column.of("note", ColumnType.of(DatabaseEngine.SQLITE, "TEXT"));
        assertThat(sql(plan(DatabaseEngine.SQLITE, List.of(name), List.of(name, note))))
                .containsExactly("ALTER TABLE \"users\" ADD COLUMN \"note\" TEXT");
        Plan plan = plan(DatabaseEngine.SQLITE, List.of(name), List.of(name.withNullable(false)));
        assertThat(sql(plan))
                .containsExactly(
                        "CREATE TABLE \"dataflow_new_users\" (\n  \"id\" INTEGER NOT NULL,\n  \"name\" TEXT NOT NULL,\n"
                                + "  PRIMARY KEY (\"id\")\n)",
                        "INSERT INTO \"dataflow_new_users\" (\"id\", \"name\") SELECT \"id\", \"name\" FROM \"users\"",
                        "DROP TABLE \"users\"",
                        "ALTER TABLE \"dataflow_new_users\" RENAME TO \"users\"",
                        "CREATE INDEX \"ix_name\" ON \"users\" (\"name\")");
        StepGroup group = plan.groups().get(0);
        assertThat(group.before()).containsExactly("PRAGMA busy_timeout = 5000", "PRAGMA foreign_keys = OFF");
        assertThat(group.checks()).singleElement().asString().contains("pragma_foreign_key_check EXCEPT SELECT");
        assertThat(group.after()).endsWith("PRAGMA foreign_keys = ON");
    }

    private static Plan plan(DatabaseEngine engine, List<Column> before, List<Column> after) {
        return Plan.of(SchemaDiff.of(schema(engine, before), schema(engine, after)));
    }

    private static Schema schema(DatabaseEngine engine, List<Column> columns) {
        Column id = Column.of("id", ColumnType.of(engine, engine == DatabaseEngine.SQLITE ? "INTEGER" : "bigint"))
                .withNullable(false);
        var table = Table.named("users").column(id).primaryKey(PrimaryKey.of(null, List.of("id")));
        columns.forEach(table::column);
        if (engine == DatabaseEngine.SQLITE) {
            table.index(Index.of("ix_name", false, List.of("name")));
        }
        return Schema.of(engine, List.of(table.build()));
    }

    private static Column mySql(String name, String type) {
        return Column.of(name, ColumnType.of(DatabaseEngine.MYSQL, type));
    }

    private static List<String> sql(Plan plan) {
        return plan.steps().stream().flatMap(step -> step.statements().stream()).toList();
    }
}
