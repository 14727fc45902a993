package shop;

import static shop.OrderTable.ORDER;

import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** What no node does, in plain jOOQ over the same tables, in the same transactions. */
final class CountInJooq implements Step {

    @Override
    public String title() {
        return "Plain jOOQ: orders by status";
    }

    @Override
    public void run(Stage stage) {
        Result<Record2<OrderStatus, Integer>> counts = stage.call(
                "df.dsl().select(ORDER.STATUS, count()).from(ORDER).groupBy(ORDER.STATUS).orderBy(ORDER.STATUS).fetch()",
                () -> stage.df()
                        .dsl()
                        .select(ORDER.STATUS, DSL.count())
                        .from(ORDER)
                        .groupBy(ORDER.STATUS)
                        .orderBy(ORDER.STATUS)
                        .fetch());
        counts.forEach(row -> stage.result("%-9s %,6d", row.value1(), row.value2()));
    }
}
