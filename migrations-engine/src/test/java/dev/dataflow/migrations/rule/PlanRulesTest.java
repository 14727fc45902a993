package dev.dataflow.migrations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules find what plans do, and the typed changes behind it. */
class PlanRulesTest {

    private static final ServerVersion VERSION = new ServerVersion(17, 11, 0);

    @Test
    void typesAreComparedWithThoseBefore() {
        assertThat(found(column("varchar(20)"), column("varchar(40)"), false)).containsExactly("widen-type");
        assertThat(found(column("varchar(20)"), column("varchar(10)"), false)).containsExactly("narrow-type");
        assertThat(found(column("integer"), column("bigint"), false)).containsExactly("rewrite-type");
        assertThat(found(column("timestamp"), column("timestamptz"), false)).containsExactly("change-zone");
        assertThat(found(column("text"), column("text").withCollation("C"), false))
                .containsExactly("change-collation");
    }

    @Test
    void aCheckThatIsValidProvesThatThereIsNoNull() {
        assertThat(found(column("text"), column("text").withNullable(false), false))
                .containsExactly("set-not-null");
        assertThat(plan(
                        table(column("text"))
                                .check(Check.of("ck", "(value IS NOT NULL)"))
                                .build(),
                        table(column("text").withNullable(false))
                                .check(Check.of("ck", "(value IS NOT NULL)"))
                                .build(),
                        false))
                .containsExactly("set-not-null-proven");
    }

    @Test
    void onlineFormsAreOtherHazards() {
        Table before = table(column("text")).build();
        Table after = table(column("text"))
                .index(Index.of("ix", false, List.of("value")))
                .build();
        assertThat(plan(before, after, false)).containsExactly("create-index");
        assertThat(plan(before, after, true)).containsExactly("create-index-concurrently");
    }

    @Test
    void newTablesAreNobodys() {
        Schema before = Schema.empty(DatabaseEngine.POSTGRESQL);
        Schema after = Schema.of(
                DatabaseEngine.POSTGRESQL,
                List.of(table(column("text"))
                        .index(Index.of("ix", true, List.of("value")))
                        .build()));
        assertThat(names(SchemaDiff.of(before, after), false)).containsOnly("create-table", "change-new-table");
    }

    @Test
    void theTypedChangeIsWithTheMatch() {
        SchemaDiff diff = SchemaDiff.of(
                schema(DatabaseEngine.POSTGRESQL, table(column("text")).build()),
                schema(DatabaseEngine.POSTGRESQL, table().build()));
        Match match = matches(diff, false).get(0);
        assertThat(match.rule().name()).isEqualTo("drop-column");
        assertThat(match.column()).isEqualTo("value");
        assertThat(match.table()).isEqualTo("t");
        assertThat(match.change()).isInstanceOf(ColumnChange.Drop.class);
    }

    @Test
    void aRenamedTablesColumnsAreKnown() {
        Table before = table(column("varchar(20)")).build();
        Table after = table(column("varchar(30)")).name("other").build();
        SchemaDiff diff = SchemaDiff.of(
                schema(DatabaseEngine.POSTGRESQL, before),
                schema(DatabaseEngine.POSTGRESQL, after),
                RenameHints.NONE.table("t", "other"));
        assertThat(names(diff, false)).containsExactlyInAnyOrder("rename-table", "widen-type");
    }

    @Test
    void whatARebuildOfSqliteDoesIsSeen() {
        Table before = sqlite(Column.of("a", type("TEXT")), Column.of("b", type("TEXT")));
        Table after = sqlite(Column.of("a", type("TEXT")).withNullable(false));
        SchemaDiff diff = SchemaDiff.of(schema(DatabaseEngine.SQLITE, before), schema(DatabaseEngine.SQLITE, after));
        ServerVersion version = new ServerVersion(3, 50, 0);
        Plan plan = Plan.of(diff, PlanOptions.plain(version));
        PlanContext context = PlanContext.of(diff, plan);
        assertThat(plan.steps().stream().flatMap(step -> Rules.matches(step, context).stream()))
                .extracting(match -> match.rule().name())
                .containsExactlyInAnyOrder("rebuild-table", "drop-column", "set-not-null");
    }

    private static List<String> found(Column before, Column after, boolean online) {
        return plan(table(before).build(), table(after).build(), online);
    }

    private static List<String> plan(Table before, Table after, boolean online) {
        return names(
                SchemaDiff.of(schema(DatabaseEngine.POSTGRESQL, before), schema(DatabaseEngine.POSTGRESQL, after)),
                online);
    }

    private static List<String> names(SchemaDiff diff, boolean online) {
        return matches(diff, online).stream().map(match -> match.rule().name()).toList();
    }

    private static List<Match> matches(SchemaDiff diff, boolean online) {
        Plan plan = Plan.of(diff, online ? PlanOptions.online(VERSION) : PlanOptions.plain(VERSION));
        PlanContext context = PlanContext.of(diff, plan);
        return plan.steps().stream()
                .flatMap(step -> Rules.matches(step, context).stream())
                .toList();
    }

    private static Schema schema(DatabaseEngine engine, Table table) {
        return Schema.of(engine, List.of(table));
    }

    private static TableBuilder table(Column... columns) {
        Column id = Column.of("id", ColumnType.of(DatabaseEngine.POSTGRESQL, "bigint"))
                .withNullable(false);
        var table = Table.named("t").column(id).primaryKey(PrimaryKey.of(null, List.of("id")));
        List.of(columns).forEach(table::column);
        return table;
    }

    private static Table sqlite(Column... columns) {
        var table = Table.named("t").column(Column.of("id", type("INTEGER")));
        List.of(columns).forEach(table::column);
        return table.build();
    }

    private static ColumnType type(String sql) {
        return ColumnType.of(DatabaseEngine.SQLITE, sql);
    }

    private static Column column(String type) {
        return Column.of("value", ColumnType.of(DatabaseEngine.POSTGRESQL, type));
    }
}
