package dev.dataflow.migrations.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTablesTest {

    private static final DatabaseEngine ENGINE = DatabaseEngine.POSTGRESQL;

    @Test
    void tablesHaveTheNamesOfNowAndOfThen() {
        PlanTables tables = tables(
                List.of(
                        table("grown").build(),
                        table("old").build(),
                        table("gone").build(),
                        table("other").build()),
                List.of(
                        table("grown").column(number("n")).build(),
                        table("young").column(number("n")).build(),
                        table("other").build(),
                        table("fresh").build()),
                RenameHints.NONE.table("old", "young").dropTable("gone"));
        assertThat(tables.before()).containsExactlyInAnyOrder("grown", "old", "gone");
        assertThat(tables.after()).containsExactlyInAnyOrder("grown", "young", "fresh");
        assertThat(tables.reached()).isEmpty();
    }

    /** Whether a delete takes rows of them along, changes them or is refused by them; directly or through others. */
    @Test
    void othersAreReachedByDeletes() {
        List<Table> others = List.of(
                pointing("lines", "orders", ReferentialAction.CASCADE),
                pointing("notes", "lines", ReferentialAction.RESTRICT),
                pointing("orders", "users", ReferentialAction.SET_NULL),
                pointing("parcels", "orders", ReferentialAction.CASCADE),
                table("other").build());
        PlanTables tables = tables(
                with(others, table("users").build()),
                with(others, table("users").column(number("n")).build()),
                RenameHints.NONE);
        assertThat(tables.before()).containsExactly("users");
        assertThat(tables.reached()).containsExactly("orders");
        PlanTables orders = tables(
                with(others, table("users").build()),
                with(
                        others.stream()
                                .map(each -> each.name().equals("orders")
                                        ? each.edit().column(number("n")).build()
                                        : each)
                                .toList(),
                        table("users").build()),
                RenameHints.NONE);
        assertThat(orders.reached()).containsExactlyInAnyOrder("lines", "notes", "parcels");
    }

    @Test
    void aTableThatIsReachedHasTheNameOfNowUnlessItIsNew() {
        PlanTables tables = tables(
                List.of(
                        table("users").build(),
                        table("orders").column(number("to_users")).build()),
                List.of(
                        table("users").build(),
                        pointing("sales", "users", ReferentialAction.CASCADE),
                        pointing("visits", "users", ReferentialAction.CASCADE)),
                RenameHints.NONE.table("orders", "sales"));
        assertThat(tables.before()).containsExactly("orders");
        assertThat(tables.after()).containsExactlyInAnyOrder("sales", "visits");
        assertThat(tables.reached()).isEmpty();
        List<Table> renamed = List.of(table("people").build(), pointing("visits", "people", ReferentialAction.CASCADE));
        PlanTables parents = tables(
                List.of(table("users").build(), pointing("visits", "users", ReferentialAction.CASCADE)),
                renamed,
                RenameHints.NONE.table("users", "people"));
        assertThat(parents.before()).containsExactly("users");
        assertThat(parents.reached()).containsExactly("visits");
    }

    private static PlanTables tables(List<Table> before, List<Table> after, RenameHints hints) {
        SchemaDiff diff = SchemaDiff.of(Schema.of(ENGINE, before), Schema.of(ENGINE, after), hints);
        return new PlanTables(Plan.of(diff), diff);
    }

    private static List<Table> with(List<Table> tables, Table table) {
        return Stream.concat(tables.stream(), Stream.of(table)).toList();
    }

    private static TableBuilder table(String name) {
        return Table.named(name)
                .column(number("id").withNullable(false))
                .primaryKey(PrimaryKey.of("pkey", List.of("id")));
    }

    private static Table pointing(String name, String target, ReferentialAction action) {
        String column = "to_" + (target.equals("people") ? "users" : target);
        return table(name)
                .column(number(column))
                .foreignKey(ForeignKey.of(name + "_fkey", List.of(column), TableName.of(target), List.of("id"), action))
                .build();
    }

    private static Column number(String name) {
        return Column.of(name, ColumnType.of(ENGINE, "integer"));
    }
}
