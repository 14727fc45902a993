package dev.dataflow.processor;

import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

/** One mistake in a model gives one error, not one for each use of its generated classes. */
class SkeletonTest {

    private static final String PROGRAM = """
            import static shop.OrderTable.ORDER;
            import dev.dataflow.node.*;
            import dev.dataflow.query.*;
            class Program {
              private final OrderNodes orders;
              Program(NodeScope scope) { orders = OrderNodes.on(scope); }
              void run(NodeScope scope, Order order) {
                Order created = orders.create(d -> d.number("a").letter('a').total(BigDecimal.ONE));
                Optional<Order> read = orders.read(1);
                Order updated = orders.update(order, p -> p.letter('b').set(ORDER.LETTER, 'c'));
                Page<Order> page = orders.list(q -> q.where(ORDER.NUMBER.eq("a")).orderBy(ORDER.TOTAL.desc()));
                long n = orders.count();
                BulkResult<Long> all = orders.bulkCreate(List.of(order), o -> o.returnIds());
                Upserted<Order> upserted = orders.upsert(d -> d.number("a"), o -> o.conflictOn(ORDER.NUMBER));
                new OrderReadNode(scope).run(Map.of("id", 1));
                String name = OrderListNode.NAME;
                OrderDraft draft = null;
                OrderPatch patch = null;
                OrderTable alias = ORDER.as("o");
              }
            }
            """;

    @Test
    void aBadComponentIsTheOnlyError() {
        Models.inShop(
                        "@Model public record Order(Long id, String number, BigDecimal total, char «VAL-005»letter) {}",
                        PROGRAM)
                .with("-XDshould-stop.ifError=FLOW")
                .compileMarked();
    }

    @Test
    void skeletonsOfAllKindsOfMistakesCompile() {
        Models.inShop(
                        "@Model public «VAL-002»record None(String name) {}",
                        "@Model public record Twice(Long id, String name, @Column(«VAL-006»\"name\") String other) {}",
                        "@Model public record Later(@Id Long «VAL-006»id, @Id long second, Optional<List<String>> «VAL-013»list,"
                                + " @Json Map<String, int[]> map) {}",
                        "@Model public «VAL-026»record Box<T extends Comparable<T>, U>(Long id, T «VAL-005»one,"
                                + " List<? super U> «VAL-005»two, T[] «VAL-005»three) {}",
                        "@Model public class Bean { Long id; String name; Hidden «VAL-005»hidden; private static class Hidden {} }",
                        "@Model public «VAL-019»interface Face { Long id(); }",
                        "@Model public record Defaults(Long id, @Default(«VAL-014»\"x\") int n) {}",
                        "@Model public record Key(byte[] «VAL-016»id) {}",
                        "class Use { Object[] all = { NoneNodes.class, TwiceTable.TWICE, LaterDraft.class, BoxPatch.class,"
                                + " BeanCreateNode.class, FaceNodes.class, DefaultsNodes.class }; }")
                .with("-XDshould-stop.ifError=FLOW")
                .compileMarked();
    }
}
