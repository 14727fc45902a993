package dev.dataflow.migrations.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.DeleteRule;
import dev.dataflow.migrations.table.ForeignKey;
import dev.dataflow.migrations.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableOrderTest {

    @Test
    void targetsComeFirst() {
        assertThat(names(table("a", "b", "c"), table("b", "c"), table("c"))).containsExactly("c", "b", "a");
    }

    @Test
    void tableThatPointsToItselfOrOutsideWaitsForNothing() {
        TableOrder order = TableOrder.of(List.of(table("a", "a", "elsewhere")));
        assertThat(order.tables()).hasSize(1);
        assertThat(order.forward()).isEmpty();
    }

    @Test
    void circleHasOneKeyThatPointsForward() {
        List<Table> tables = List.of(table("a", "b"), table("b", "c"), table("c", "a"), table("d", "a"));
        TableOrder order = TableOrder.of(tables);
        assertThat(order.tables()).map(table -> table.name().name()).containsExactly("c", "b", "a", "d");
        assertThat(order.forward()).containsOnlyKeys(TableName.of("c"));
        assertThat(order.isForward(tables.get(2), tables.get(2).foreignKeys().get(0)))
                .isTrue();
    }

    @Test
    void orderDoesNotDependOnHowTheTablesAreGiven() {
        List<Table> tables = new ArrayList<>(
                List.of(table("a", "b"), table("b", "a"), table("c", "a", "d"), table("d"), table("e", "c")));
        TableOrder order = TableOrder.of(tables);
        Collections.reverse(tables);
        assertThat(TableOrder.of(tables)).isEqualTo(order);
    }

    private static List<String> names(Table... tables) {
        return TableOrder.of(List.of(tables)).tables().stream()
                .map(table -> table.name().name())
                .toList();
    }

    private static Table table(String name, String... targets) {
        List<ForeignKey> keys = Arrays.stream(targets)
                .map(target -> new ForeignKey(
                        "fk_" + name + "_" + target,
                        List.of(target),
                        TableName.of(target),
                        List.of("id"),
                        DeleteRule.RESTRICT))
                .toList();
        return new Table(TableName.of(name), List.of(), null, List.of(), List.of(), keys, List.of());
    }
}
