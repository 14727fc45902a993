package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PartitionOf;
import dev.dataflow.migrations.schema.Partitioning;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import dev.dataflow.migrations.schema.UniqueKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which statements a version gets. */
class PlanFormsTest {

    private static final DatabaseEngine POSTGRESQL = DatabaseEngine.POSTGRESQL;

    @Test
    void keysOfPostgresStandOnIndexesThatWereMadeConcurrently() {
        Table before =
                users(POSTGRESQL).column(column(POSTGRESQL, "code", "text")).build();
        Table after = before.edit()
                .columns(
                        List.of(before.columns().get(0), before.columns().get(1).withNullable(false)))
                .primaryKey(PrimaryKey.of("users_pkey", List.of("id", "code")))
                .unique(UniqueKey.of("uk_code", List.of("code")))
                .build();
        Plan plan = online("17", before.edit().primaryKey(null).build(), after);
        assertThat(sql(plan))
                .containsExactly(
                        "ALTER TABLE \"users\" ADD CONSTRAINT \"nn_users_code\" CHECK (\"code\" IS NOT NULL) NOT VALID",
                        "ALTER TABLE \"users\" VALIDATE CONSTRAINT \"nn_users_code\"",
                        "ALTER TABLE \"users\" ALTER COLUMN \"code\" SET NOT NULL",
                        "ALTER TABLE \"users\" DROP CONSTRAINT \"nn_users_code\"",
                        "CREATE UNIQUE INDEX CONCURRENTLY \"users_pkey\" ON \"users\" USING btree (\"id\", \"code\")",
                        "ALTER TABLE \"users\" ADD CONSTRAINT \"users_pkey\" PRIMARY KEY USING INDEX \"users_pkey\"",
                        "CREATE UNIQUE INDEX CONCURRENTLY \"uk_code\" ON \"users\" USING btree (\"code\")",
                        "ALTER TABLE \"users\" ADD CONSTRAINT \"uk_code\" UNIQUE USING INDEX \"uk_code\"");
        StepGroup build = plan.groups().get(3);
        assertThat(build.transactional()).isFalse();
        assertThat(build.before()).contains("SET lock_timeout = 0", "SET statement_timeout = 43200000");
        assertThat(build.steps().get(0).cleanup().statements())
                .containsExactly("DROP INDEX CONCURRENTLY IF EXISTS \"users_pkey\"");
        assertThat(plan.groups().get(4).begin())
                .containsExactly("SET LOCAL lock_timeout = 5000", "SET LOCAL statement_timeout = 0");
    }

    @Test
    void notNullIsAConstraintOfItsOwnFromPostgres18() {
        Table before =
                users(POSTGRESQL).column(column(POSTGRESQL, "code", "text")).build();
        Table after = users(POSTGRESQL)
                .column(column(POSTGRESQL, "code", "text").withNullable(false))
                .build();
        Plan plan = online("18.1", before, after);
        assertThat(sql(plan))
                .containsExactly(
                        "ALTER TABLE \"users\" ADD CONSTRAINT \"nn_users_code\" NOT NULL \"code\" NOT VALID",
                        "ALTER TABLE \"users\" VALIDATE CONSTRAINT \"nn_users_code\"");
        assertThat(plan.steps().get(0).inverse().statements())
                .containsExactly("ALTER TABLE \"users\" ALTER COLUMN \"code\" DROP NOT NULL");
    }

    @Test
    void defaultsThatMayBeVolatileComeAfterTheColumn() {
        Table before = users(POSTGRESQL).build();
        Table after = users(POSTGRESQL)
                .column(column(POSTGRESQL, "code", "text").withNullable(false).withDefault("new_code(now())"))
                .column(column(POSTGRESQL, "kind", "text").withDefault("'a'::text"))
                .build();
        SchemaDiff diff = diff(before, after);
        PlanOptions options = PlanOptions.online(ServerVersion.of("17")).withBatchRows(500);
        assertThat(sql(Plan.of(diff, options)))
                .containsExactly(
                        "ALTER TABLE \"users\" ADD COLUMN \"code\" text",
                        "ALTER TABLE \"users\" ALTER COLUMN \"code\" SET DEFAULT new_code(now())",
                        "UPDATE \"users\" SET \"code\" = DEFAULT WHERE \"code\" IS NULL",
                        "ALTER TABLE \"users\" ADD CONSTRAINT \"nn_users_code\" CHECK (\"code\" IS NOT NULL) NOT VALID",
                        "ALTER TABLE \"users\" VALIDATE CONSTRAINT \"nn_users_code\"",
                        "ALTER TABLE \"users\" ALTER COLUMN \"code\" SET NOT NULL",
                        "ALTER TABLE \"users\" DROP CONSTRAINT \"nn_users_code\"",
                        "ALTER TABLE \"users\" ADD COLUMN \"kind\" text DEFAULT 'a'::text");
        assertThat(sql(Plan.of(diff, options.withVolatility(expression -> false))))
                .hasSize(2);
        Backfill backfill = Plan.of(diff, options).steps().get(1).backfill();
        assertThat(backfill.next())
                .isEqualTo("SELECT \"id\" FROM \"users\" WHERE (\"id\") >= (CAST(? AS bigint)) ORDER BY \"id\" LIMIT 1"
                        + " OFFSET 500");
        assertThat(backfill.batch())
                .isEqualTo(
                        "UPDATE \"users\" SET \"code\" = DEFAULT WHERE (\"id\") >= (CAST(? AS bigint)) AND (\"id\") <"
                                + " (CAST(? AS bigint)) AND \"code\" IS NULL");
    }

    @Test
    void aForeignKeyOfAPartitionedTableIsThatOfItsPartitions() {
        Table target = Table.named("t")
                .column(column(POSTGRESQL, "id", "bigint").withNullable(false))
                .primaryKey(PrimaryKey.of("t_pkey", List.of("id")))
                .build();
        Table before = Table.named("p")
                .column(column(POSTGRESQL, "id", "bigint").withNullable(false))
                .partitioning(new Partitioning("RANGE (id)", List.of()))
                .build();
        Table part = Table.named("p_1")
                .partitionOf(new PartitionOf(TableName.of("p"), "DEFAULT"))
                .build();
        ForeignKey key =
                ForeignKey.of("fk", List.of("id"), TableName.of("t"), List.of("id"), ReferentialAction.NO_ACTION);
        Table after = before.edit().foreignKey(key).build();
        SchemaDiff diff = SchemaDiff.of(
                Schema.of(POSTGRESQL, List.of(target, before, part)),
                Schema.of(POSTGRESQL, List.of(target, after, part)));
        String line =
                " ADD CONSTRAINT \"fk\" FOREIGN KEY (\"id\") REFERENCES \"t\" (\"id\") ON UPDATE NO ACTION ON DELETE"
                        + " NO ACTION";
        assertThat(sql(Plan.of(diff, PlanOptions.online(ServerVersion.of("17.2")))))
                .containsExactly(
                        "ALTER TABLE \"p_1\"" + line + " NOT VALID",
                        "ALTER TABLE \"p_1\" VALIDATE CONSTRAINT \"fk\"",
                        "ALTER TABLE \"p\"" + line);
        assertThat(sql(Plan.of(diff, PlanOptions.online(ServerVersion.of("18.0")))))
                .containsExactly(
                        "ALTER TABLE \"p\"" + line + " NOT VALID", "ALTER TABLE \"p\" VALIDATE CONSTRAINT \"fk\"");
    }

    @Test
    void mySqlSaysHowEachClauseIsMadeAndSplitsWhatWouldDragOthersAlong() {
        DatabaseEngine engine = DatabaseEngine.MYSQL;
        Table before = users(engine)
                .column(column(engine, "age", "int"))
                .column(column(engine, "name", "varchar(20)").withCollation("utf8mb4_bin"))
                .column(column(engine, "old", "int"))
                .build();
        Table after = users(engine)
                .column(column(engine, "age", "bigint"))
                .column(column(engine, "name", "varchar(40)").withCollation("utf8mb4_bin"))
                .column(column(engine, "note", "varchar(9)"))
                .build();
        SchemaDiff diff = SchemaDiff.of(
                Schema.of(engine, List.of(before)),
                Schema.of(engine, List.of(after)),
                RenameHints.NONE.dropColumn("users", "old"));
        String add = "ALTER TABLE `users`\n  ADD COLUMN `note` varchar(9) NULL,\n  ALGORITHM=INSTANT";
        String age = "ALTER TABLE `users`\n  MODIFY COLUMN `age` bigint NULL,\n  ALGORITHM=COPY, LOCK=SHARED";
        String name =
                "ALTER TABLE `users`\n  MODIFY COLUMN `name` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
                        + " NULL,\n  ALGORITHM=INPLACE, LOCK=NONE";
        String drop = "ALTER TABLE `users`\n  DROP COLUMN `old`,\n  ALGORITHM=";
        assertThat(sql(Plan.of(diff, PlanOptions.online(ServerVersion.of("8.0.29")))))
                .containsExactly(add, age, name, drop + "INSTANT");
        assertThat(sql(Plan.of(diff, PlanOptions.online(ServerVersion.of("8.0.28")))))
                .containsExactly(add, age, name, drop + "INPLACE, LOCK=NONE");
        assertThat(sql(Plan.of(diff, PlanOptions.plain(ServerVersion.of("8.0.29")))))
                .hasSize(2)
                .noneMatch(statement -> statement.contains("ALGORITHM"));
    }

    @Test
    void mySqlGoesThroughACompositeKeyByAlternatives() {
        DatabaseEngine engine = DatabaseEngine.MYSQL;
        Table before = users(engine)
                .column(column(engine, "k", "int").withNullable(false))
                .primaryKey(PrimaryKey.of(null, List.of("id", "k")))
                .build();
        Table after = before.edit()
                .column(column(engine, "n", "int").withNullable(false))
                .build();
        Plan plan = Plan.of(
                diffOf(engine, before, after),
                PlanOptions.online(ServerVersion.of("8.4.0")).withValue("users", "n", "k + 1"));
        Backfill backfill = plan.steps().get(1).backfill();
        assertThat(backfill.batch())
                .isEqualTo(
                        "UPDATE `users` SET `n` = k + 1 WHERE ((`id` > ?) OR (`id` = ? AND `k` >= ?)) AND ((`id` < ?)"
                                + " OR (`id` = ? AND `k` < ?)) AND `n` IS NULL");
        assertThat(backfill.parameters(List.of(7, 8))).containsExactly(7, 7, 8);
    }

    @Test
    void sqliteAltersInPlaceWhatItsVersionCan() {
        DatabaseEngine engine = DatabaseEngine.SQLITE;
        Table before = users(engine)
                .column(column(engine, "a", "TEXT"))
                .column(column(engine, "b", "TEXT"))
                .build();
        Table after = users(engine)
                .column(column(engine, "a", "TEXT").withNullable(false))
                .build();
        SchemaDiff diff = SchemaDiff.of(
                Schema.of(engine, List.of(before)),
                Schema.of(engine, List.of(after)),
                RenameHints.NONE.dropColumn("users", "b"));
        assertThat(sql(Plan.of(diff, PlanOptions.plain(ServerVersion.of("3.53.0")))))
                .containsExactly(
                        "ALTER TABLE \"users\" ALTER COLUMN \"a\" SET NOT NULL",
                        "ALTER TABLE \"users\" DROP COLUMN \"b\"");
        assertThat(sql(Plan.of(diff, PlanOptions.plain(ServerVersion.of("3.52.1")))))
                .hasSize(5)
                .last()
                .isEqualTo("ALTER TABLE \"users\" DROP COLUMN \"b\"");
        assertThat(sql(Plan.of(diff, PlanOptions.plain(ServerVersion.of("3.35.4")))))
                .hasSize(8)
                .noneMatch(statement -> statement.contains("DROP COLUMN"));
    }

    @Test
    void whatProgramsOfBeforeNeedGoesLastUnlessItIsInTheWay() {
        Table before = users(POSTGRESQL)
                .column(column(POSTGRESQL, "code", "text"))
                .unique(UniqueKey.of("uk_code", List.of("code")))
                .index(Index.of("ix_id", true, List.of("id")))
                .build();
        Table after = users(POSTGRESQL)
                .column(column(POSTGRESQL, "note", "text"))
                .index(Index.of("ix_id", false, List.of("id")))
                .build();
        SchemaDiff diff = SchemaDiff.of(
                Schema.of(POSTGRESQL, List.of(before)),
                Schema.of(POSTGRESQL, List.of(after)),
                RenameHints.NONE.dropColumn("users", "code"));
        Plan plan = Plan.of(diff);
        assertThat(sql(plan.phase(Phase.EXPAND)))
                .containsExactly(
                        "DROP INDEX \"ix_id\"",
                        "ALTER TABLE \"users\" ADD COLUMN \"note\" text",
                        "CREATE INDEX \"ix_id\" ON \"users\" USING btree (\"id\")");
        assertThat(sql(plan.phase(Phase.CONTRACT)))
                .containsExactly(
                        "ALTER TABLE \"users\" DROP CONSTRAINT \"uk_code\"",
                        "ALTER TABLE \"users\" DROP COLUMN \"code\"");
        List<Step> both = new ArrayList<>(plan.phase(Phase.EXPAND).steps());
        both.addAll(plan.phase(Phase.CONTRACT).steps());
        assertThat(both).isEqualTo(plan.steps());
    }

    /** A key that comes, changes or holds NULL leads through no rows. */
    @Test
    void batchesGoByAKeyThatStands() {
        Table keyed = users(POSTGRESQL)
                .column(column(POSTGRESQL, "code", "text"))
                .unique(UniqueKey.of("uk_code", List.of("code")))
                .build();
        assertThat(batchKeys(keyed, keyed)).containsExactly("id");
        Table unkeyed = keyed.edit().primaryKey(null).build();
        assertThat(batchKeys(unkeyed, keyed)).isEmpty();
        assertThat(batchKeys(unkeyed, unkeyed)).isEmpty();
        Table sure = unkeyed.edit()
                .columns(List.of(
                        unkeyed.columns().get(0), unkeyed.columns().get(1).withNullable(false)))
                .build();
        assertThat(batchKeys(sure, sure)).containsExactly("code");
        Table smaller = sure.edit()
                .columns(List.of(
                        sure.columns().get(0), sure.columns().get(1).withType(ColumnType.of(POSTGRESQL, "varchar(9)"))))
                .build();
        assertThat(batchKeys(smaller, sure)).isEmpty();
    }

    private static List<String> batchKeys(Table before, Table after) {
        Table filled = after.edit()
                .column(column(POSTGRESQL, "n", "integer").withNullable(false))
                .build();
        PlanOptions options = PlanOptions.online(ServerVersion.of("17")).withValue("users", "n", "1");
        return Plan.of(diff(before, filled), options).steps().stream()
                .flatMap(step -> Stream.ofNullable(step.backfill()))
                .flatMap(backfill -> backfill.key().stream())
                .toList();
    }

    /** Nobody is kept out meanwhile, so it may take long; the same timeouts would end it. */
    @Test
    void validationsAreNotHurried() {
        Table before = users(POSTGRESQL).build();
        Table after = before.edit().check(Check.of("ck", "id > 0")).build();
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(3));
        Plan plan = Plan.of(
                diff(before, after), PlanOptions.online(ServerVersion.of("17")).withTimeouts(timeouts));
        assertThat(plan.steps()).extracting(Step::timeouts).containsExactly(timeouts, timeouts.unhurried());
        assertThat(timeouts.unhurried()).isNotEqualTo(timeouts);
    }

    @Test
    void columnsThatNoteAChangeDoNotNoteABatch() {
        DatabaseEngine mySql = DatabaseEngine.MYSQL;
        Table before = users(mySql)
                .column(column(mySql, "seen", "timestamp").withOptions(Map.of("on update", "CURRENT_TIMESTAMP")))
                .build();
        Table after = before.edit()
                .column(column(mySql, "n", "int").withNullable(false))
                .build();
        PlanOptions options = PlanOptions.online(ServerVersion.of("8.0.31")).withValue("users", "n", "1");
        assertThat(sql(Plan.of(diffOf(mySql, before, after), options)))
                .contains("UPDATE `users` SET `n` = 1, `seen` = `seen` WHERE `n` IS NULL");
    }

    @Test
    void timeoutsAreRefusedWhereTheyMeanNothing() {
        assertThat(new Timeouts(Duration.ZERO, null).lock()).isZero();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Timeouts(Duration.ofSeconds(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Plan online(String version, Table before, Table after) {
        return Plan.of(diff(before, after), PlanOptions.online(ServerVersion.of(version)));
    }

    private static SchemaDiff diff(Table before, Table after) {
        return diffOf(POSTGRESQL, before, after);
    }

    private static SchemaDiff diffOf(DatabaseEngine engine, Table before, Table after) {
        return SchemaDiff.of(Schema.of(engine, List.of(before)), Schema.of(engine, List.of(after)));
    }

    private static TableBuilder users(DatabaseEngine engine) {
        String type = engine == DatabaseEngine.SQLITE ? "INTEGER" : "bigint";
        return Table.named("users")
                .column(column(engine, "id", type).withNullable(false))
                .primaryKey(PrimaryKey.of(engine == POSTGRESQL ? "users_pkey" : null, List.of("id")));
    }

    private static Column column(DatabaseEngine engine, String name, String type) {
        return Column.of(name, ColumnType.of(engine, type));
    }

    private static List<String> sql(Plan plan) {
        return plan.steps().stream().flatMap(step -> step.statements().stream()).toList();
    }
}
