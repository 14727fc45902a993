package dev.dataflow.migrations.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ForeignKeyAnalyzerTest {

    private static final DatabaseEngine ENGINE = DatabaseEngine.POSTGRESQL;

    private final Schema schema = Schema.of(
            ENGINE,
            List.of(
                    table("customers", "integer", "region_id integer")
                            .foreignKey(key("fk_region", "region_id", "regions", ReferentialAction.NO_ACTION))
                            .build(),
                    table("regions", "integer", "head_id integer")
                            .foreignKey(key("fk_head", "head_id", "customers", ReferentialAction.SET_NULL))
                            .build(),
                    table("orders", "integer", "customer_id bigint")
                            .foreignKey(key("fk_customer", "customer_id", "customers", ReferentialAction.CASCADE))
                            .foreignKey(key("fk_customer_again", "customer_id", "customers", ReferentialAction.CASCADE))
                            .build(),
                    table("lines", "integer", "order_id integer", "parent_id integer")
                            .foreignKey(key("fk_order", "order_id", "orders", ReferentialAction.CASCADE))
                            .foreignKey(key("fk_parent", "parent_id", "lines", ReferentialAction.CASCADE))
                            .index(Index.of("ix_order", false, List.of("order_id", "id")))
                            .build(),
                    table("notes", "integer", "line_id integer")
                            .foreignKey(key("fk_line", "line_id", "lines", ReferentialAction.RESTRICT))
                            .build()));

    private final Map<String, Long> rows = Map.of("orders", 10L, "lines", 100L, "notes", 5L);
    private final ForeignKeyAnalyzer analyzer = new ForeignKeyAnalyzer(
            schema, table -> rows.containsKey(table) ? OptionalLong.of(rows.get(table)) : OptionalLong.empty());

    @Test
    void theReportHasCirclesChainsAndFindings() {
        assertThat(analyzer.report().text()).isEqualTo("""
                7 foreign keys
                ├─ longest chain: notes → lines → orders → customers
                ├─ circle: customers, regions: rows begin at customers (region_id) → regions (id); regions (head_id) → customers (id)
                ├─ circle: lines: rows begin at lines (parent_id) → lines (id)
                ├─ unindexed: fk_region of customers (region_id) → regions (id): deletes in regions read all of customers
                ├─ unindexed: fk_parent of lines (parent_id) → lines (id): deletes in lines read all of lines
                ├─ unindexed: fk_line of notes (line_id) → lines (id): deletes in lines read all of notes
                ├─ type mismatch: fk_customer of orders (customer_id) → customers (id): orders.customer_id is bigint, customers.id is integer
                ├─ unindexed: fk_customer of orders (customer_id) → customers (id): deletes in customers read all of orders
                ├─ type mismatch: fk_customer_again of orders (customer_id) → customers (id): orders.customer_id is bigint, customers.id is integer
                ├─ unindexed: fk_customer_again of orders (customer_id) → customers (id): deletes in customers read all of orders
                ├─ duplicate: fk_customer_again of orders (customer_id) → customers (id): as fk_customer
                └─ unindexed: fk_head of regions (head_id) → customers (id): deletes in customers read all of regions
                """);
    }

    @Test
    void deletesAreFollowedWithTheRowsThatAreKnown() {
        CascadeReach reach = analyzer.reach("customers");
        assertThat(reach.tables()).containsExactly("lines", "orders");
        assertThat(reach.rows()).hasValue(110);
        assertThat(reach.text()).isEqualTo("""
                delete from customers: rows along: at most 110
                ├─ orders by fk_customer: rows go, rows: at most 10
                │  └─ lines by fk_order: rows go, rows: at most 100
                │     ├─ lines by fk_parent: rows go, rows: at most 100, as above
                │     └─ notes by fk_line: refused (23503): while rows point there; 23001 from version 18 on, rows: at most 5
                ├─ orders by fk_customer_again: rows go, rows: at most 10, as above
                └─ regions by fk_head: rows change: set to NULL, rows: unknown
                """);
        assertThat(new ForeignKeyAnalyzer(schema).reach("customers").rows()).isEmpty();
        assertThat(new ForeignKeyAnalyzer(schema).reach("customers").text()).contains("rows along: unknown");
    }

    @Test
    void whatIsTiedToAColumnChangesItsTypeAlong() {
        ForeignKeyImpact impact =
                analyzer.impact(new Operation.RetypeColumn("orders", "id", ColumnType.of(ENGINE, "bigint")));
        assertThat(impact.plan().steps())
                .containsExactly(
                        "drop foreign key fk_order of lines (order_id) → orders (id)",
                        "change the type of orders.id, lines.order_id to bigint",
                        "add foreign key fk_order again; where the database can, without a look at the rows first");
        assertThat(impact.plan().diff().changes())
                .extracting(change -> change.describe())
                .containsExactly(
                        "lines: drop foreign key fk_order",
                        "lines.order_id: alter type, integer to bigint",
                        "orders.id: alter type, integer to bigint",
                        "lines: add foreign key fk_order");
    }

    @Test
    void aTableGoesAfterTheKeysThatPointToIt() {
        ForeignKeyImpact impact = analyzer.impact(new Operation.DropTable("customers"));
        assertThat(impact.text()).isEqualTo("""
                drop table customers
                ├─ fk_customer of orders (customer_id) → customers (id): refused (2BP01): CASCADE would drop it, too
                ├─ fk_customer_again of orders (customer_id) → customers (id): refused (2BP01): CASCADE would drop it, too
                ├─ fk_head of regions (head_id) → customers (id): refused (2BP01): CASCADE would drop it, too
                └─ fk_region of customers (region_id) → regions (id): goes
                safely
                ├─ 1. let no program read or write customers
                ├─ 2. rename it and wait until nobody misses it: a name comes back, rows do not
                ├─ 3. drop foreign key fk_customer of orders (customer_id) → customers (id)
                ├─ 4. drop foreign key fk_customer_again of orders (customer_id) → customers (id)
                ├─ 5. drop foreign key fk_head of regions (head_id) → customers (id)
                └─ 6. drop table customers
                """);
    }

    @Test
    void namesThatAreNotThereAreRefusedWithTheNearest() {
        assertThatThrownBy(() -> analyzer.reach("custmers"))
                .hasMessageStartingWith("[DF-341] ")
                .hasMessageContaining("did you mean `customers`?");
        assertThatThrownBy(() -> analyzer.impact(new Operation.DropColumn("orders", "customerid")))
                .hasMessageStartingWith("[DF-342] ")
                .hasMessageContaining("did you mean `customer_id`?");
        assertThatThrownBy(() -> analyzer.impact(new Operation.ChangeAction(
                        "notes", "fk_lines", ReferentialAction.CASCADE, ReferentialAction.NO_ACTION)))
                .hasMessageStartingWith("[DF-343] ")
                .hasMessageContaining("did you mean `fk_line`?");
    }

    private static TableBuilder table(String name, String key, String... columns) {
        TableBuilder table = Table.named(name)
                .column(Column.of("id", ColumnType.of(ENGINE, key)).withNullable(false))
                .primaryKey(PrimaryKey.of(name + "_pkey", List.of("id")));
        for (String column : columns) {
            String[] words = column.split(" ");
            table.column(Column.of(words[0], ColumnType.of(ENGINE, words[1])));
        }
        return table;
    }

    private static ForeignKey key(String name, String column, String target, ReferentialAction action) {
        return ForeignKey.of(name, List.of(column), TableName.of(target), List.of("id"), action);
    }
}
