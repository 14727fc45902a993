package dev.dataflow.suite;

import static dev.dataflow.suite.TagTable.TAG;
import static java.math.BigDecimal.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.CustomerTable.CUSTOMER;
import static shop.OrderTable.ORDER;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.error.NotFoundException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.RetryPolicy;
import dev.dataflow.transaction.TransactionOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import shop.CustomerNodes;
import shop.Order;
import shop.OrderNodes;
import shop.OrderStatus;

/** Every mistake has its code, says what to do, writes nothing, and names no value. */
class BadInputTest extends EngineSuite {

    private static final String SECRET = "s3cr3t-v4lue";

    private final OrderNodes orders = OrderNodes.on(df);

    BadInputTest(TestDatabase database) {
        super(database);
    }

    private static DataFlowException fails(ErrorCode code, ThrowingCallable call) {
        DataFlowException[] caught = new DataFlowException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(DataFlowException.class, e -> caught[0] = e);
        assertThat(caught[0].code()).as(caught[0].getMessage()).isEqualTo(code);
        assertThat(caught[0].getMessage())
                .contains("[" + code.id() + "] ")
                .contains("\n  why: ")
                .contains("\n  fix: ");
        for (Throwable t = caught[0]; t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain(SECRET);
        }
        return caught[0];
    }

    @Test
    void unknownNamesAreRefusedWithTheNearest() {
        assertThat(fails(
                        ErrorCode.NAME_UNKNOWN, () -> df.node("OrderCreateNode").run(Map.of("totl", ONE))))
                .hasMessageContaining("`total`");
        assertThat(fails(ErrorCode.NAME_UNKNOWN, () -> orders.list(q -> q.filter(Map.of("custmer_id", 1L)))))
                .hasMessageContaining("`customer_id`");
        assertThat(fails(ErrorCode.NAME_UNKNOWN, () -> orders.list(q -> q.sort("-plced_at"))))
                .hasMessageContaining("`placed_at`");
        assertThat(fails(ErrorCode.NAME_UNKNOWN, () -> df.node("OrderListNode").run(Map.of("limt", 3))))
                .hasMessageContaining("`limit`");
        assertThat(fails(ErrorCode.NODE_UNKNOWN, () -> df.node("OrderCraeteNode")))
                .hasMessageContaining("`OrderCreateNode`");
    }

    @Test
    void wrongTypesAreRefused() {
        long customer = customer();
        Map<String, Object> fields = Map.of("customer_id", customer, "total", "1", "number", "W");
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of("customer_id", "1"),
                Map.of("customer_id", 1.5),
                Map.of("total", true),
                Map.of("total", SECRET),
                Map.of("total", 9.99),
                Map.of("status", SECRET),
                Map.of("placed_at", "yesterday"),
                Map.of("number", 12))) {
            Map<String, Object> input = new LinkedHashMap<>(fields);
            input.putAll(wrong);
            fails(ErrorCode.TYPE_MISMATCH, () -> df.node("OrderCreateNode").run(input));
        }
        fails(ErrorCode.TYPE_MISMATCH, () -> orders.list(q -> q.filter(Map.of("total", SECRET))));
        assertThat(orders.count()).isZero();
    }

    @Test
    void missingFieldsAreAllNamed() {
        assertThat(fails(ErrorCode.PARAMETER_MISSING, () -> orders.create(d -> d.total(ONE))))
                .hasMessageContaining("`customerId`")
                .hasMessageContaining("`number`");
        fails(ErrorCode.PARAMETER_MISSING, () -> orders.create(new Order(null, 1, null, OrderStatus.PAID, "x", null)));
        long customer = customer();
        Order row = orders.create(d -> d.customerId(customer).total(ONE).number("n"));
        fails(ErrorCode.PARAMETER_MISSING, () -> orders.update(row.id(), p -> p.total(null)));
        fails(ErrorCode.PARAMETER_MISSING, () -> orders.update(row.id(), p -> p.setNull(ORDER.NUMBER)));
        assertThat(orders.read(row.id())).contains(row);
    }

    @Test
    void idsAreNeededWhereTheyAreNeeded() {
        fails(ErrorCode.ID_MISSING, () -> orders.read((Long) null));
        fails(ErrorCode.ID_MISSING, () -> orders.delete((Long) null));
        fails(ErrorCode.ID_MISSING, () -> orders.readAll(Arrays.asList(1L, null)));
        fails(ErrorCode.ID_MISSING, () -> df.node("OrderReadNode").run(Map.of()));
        fails(ErrorCode.ID_MISSING, () -> TagNodes.on(df).create(d -> d.label("x")));
        fails(
                ErrorCode.ID_MISSING,
                () -> orders.bulkUpdate(List.of(new Order(null, 1, ONE, OrderStatus.PAID, "x", null))));
        fails(ErrorCode.ID_GIVEN, () -> orders.create(new Order(5L, 1, ONE, OrderStatus.PAID, "x", null)));
        fails(
                ErrorCode.ID_GIVEN,
                () -> df.node("OrderCreateNode").run(Map.of("id", 5, "customer_id", 1, "total", 1, "number", "x")));
    }

    @Test
    void unknownKeysAreNotFound() {
        assertThat(orders.read(-5L)).isEmpty();
        assertThat(fails(ErrorCode.NOT_FOUND, () -> orders.update(-5L, p -> p.total(ONE))))
                .isInstanceOf(NotFoundException.class);
        fails(ErrorCode.NOT_FOUND, () -> orders.update(-5L, p -> {}));
        fails(ErrorCode.NOT_FOUND, () -> orders.modify(-5L, (row, p) -> p.total(ONE)));
        fails(ErrorCode.NOT_FOUND, () -> df.node("OrderReadNode").run(Map.of("id", -5)));
        fails(
                ErrorCode.NOT_FOUND,
                () -> df.node("OrderUpdateNode").run(Map.of("filter", Map.of("id", -5), "fields", Map.of("total", 1))));
        assertThat(df.node("OrderReadNode").run(Map.of("id", -5, "raise_on_not_found", false)))
                .isEqualTo(Map.of("found", false));
    }

    @Test
    void uniqueViolationsNameTheFields() {
        CustomerNodes customers = CustomerNodes.on(df);
        customers.create(d -> d.email(SECRET).name("a"));
        DataFlowException e = fails(
                ErrorCode.UNIQUE_VIOLATION,
                () -> customers.create(d -> d.email(SECRET).name("b")));
        assertThat(((UniqueViolationException) e).fields()).containsExactly("email");
        assertThat(e.retryable()).isFalse();
        TagNodes tags = TagNodes.on(df);
        tags.create(d -> d.code(SECRET).label("x"));
        DataFlowException key = fails(
                ErrorCode.UNIQUE_VIOLATION,
                () -> tags.create(d -> d.code(SECRET).label("y")));
        assertThat(((UniqueViolationException) key).fields()).containsExactly("code");
        DataFlowException named = fails(
                ErrorCode.UNIQUE_VIOLATION, () -> tags.create(d -> d.code("z").label("x")));
        assertThat(((UniqueViolationException) named).fields()).containsExactly("label");
    }

    @Test
    void foreignKeyViolationsNameTheFields() {
        DataFlowException e = fails(
                ErrorCode.FOREIGN_KEY_VIOLATION,
                () -> orders.create(d -> d.customerId(987654321).total(ONE).number("f")));
        assertThat(((ForeignKeyViolationException) e).fields()).containsExactly("customerId");
        long customer = customer();
        orders.create(d -> d.customerId(customer).total(ONE).number("f"));
        fails(ErrorCode.FOREIGN_KEY_VIOLATION, () -> CustomerNodes.on(df).delete(customer));
        assertThat(CustomerNodes.on(df).count()).isEqualTo(1);
    }

    @Test
    void managedFieldsAndKeysAreNotWritten() {
        long customer = customer();
        Order row = orders.create(d -> d.customerId(customer).total(ONE).number("m"));
        Map<String, Object> stored = df.node("OrderReadNode").run(Map.of("id", row.id()));
        fails(
                ErrorCode.MANAGED_FIELD,
                () -> df.node("OrderCreateNode")
                        .run(Map.of(
                                "customer_id", 1, "total", 1, "number", "x", "created_at", "2026-01-01T00:00:00Z")));
        fails(
                ErrorCode.MANAGED_FIELD,
                () -> df.node("OrderUpdateNode")
                        .run(Map.of(
                                "filter",
                                Map.of("id", row.id()),
                                "fields",
                                Map.of("created_at", "2026-01-01T00:00:00Z"))));
        fails(
                ErrorCode.MANAGED_FIELD,
                () -> orders.update(row.id(), p -> p.set(ORDER.CREATED_AT, java.time.Instant.EPOCH)));
        fails(ErrorCode.MANAGED_FIELD, () -> orders.update(row.id(), p -> p.set(ORDER.ID, 7L)));
        // what was read can be written back
        Map<String, Object> updated = df.node("OrderUpdateNode")
                .run(Map.of(
                        "filter",
                        Map.of("id", row.id()),
                        "fields",
                        Map.of("created_at", stored.get("created_at"), "total", "2")));
        assertThat(updated).containsEntry("updated", true).containsEntry("total", new BigDecimal("2.0000000000"));
    }

    @Test
    void anUpdateHasItsShape() {
        fails(ErrorCode.UPDATE_SHAPE, () -> df.node("OrderUpdateNode").run(Map.of("filter", Map.of("id", 1))));
        fails(
                ErrorCode.UPDATE_SHAPE,
                () -> df.node("OrderUpdateNode")
                        .run(Map.of("filter", Map.of("number", "x"), "fields", Map.of("total", 1))));
        fails(ErrorCode.UPDATE_SHAPE, () -> df.node("OrderBulkUpdateNode").run(Map.of("filter", Map.of("id", 1))));
    }

    @Test
    void deletedRowsAreAskedForOnlyWhereTheyAreKept() {
        fails(ErrorCode.OPTION_INVALID, () -> df.node("OrderListNode").run(Map.of("include_deleted", true)));
        fails(ErrorCode.OPTION_INVALID, () -> df.node("OrderReadNode").run(Map.of("id", 1, "include_deleted", true)));
        fails(
                ErrorCode.OPTION_INVALID,
                () -> df.node("OrderUpdateNode").run(Map.of("filter", Map.of("id", 1), "restore", true)));
        fails(
                ErrorCode.UPDATE_SHAPE,
                () -> df.node("OrderUpdateNode")
                        .run(Map.of("filter", Map.of("id", 1), "fields", Map.of(), "restore", true)));
    }

    @Test
    void conditionsStayInTheirTable() {
        fails(ErrorCode.CONDITION_FOREIGN, () -> orders.list(q -> q.where(CUSTOMER.NAME.eq("x"))));
        fails(ErrorCode.CONDITION_FOREIGN, () -> orders.list(q -> q.where(DSL.condition("1 = 1"))));
        fails(
                ErrorCode.CONDITION_FOREIGN,
                () -> orders.count(q -> q.where(DSL.field("total").isNull())));
        fails(
                ErrorCode.CONDITION_FOREIGN,
                () -> orders.count(q -> q.where(DSL.field(DSL.name("total")).isNull())));
        fails(
                ErrorCode.CONDITION_FOREIGN,
                () -> orders.bulkDelete(q ->
                        q.where(ORDER.CUSTOMER_ID.in(DSL.select(CUSTOMER.ID).from(CUSTOMER)))));
        fails(
                ErrorCode.CONDITION_FOREIGN,
                () -> orders.bulkUpdate(q -> q.confirmed(), p -> p.setExpression(ORDER.CUSTOMER_ID, CUSTOMER.ID)));
        fails(
                ErrorCode.CONDITION_FOREIGN,
                () -> orders.list(q -> q.where(ORDER.as("o").NUMBER.eq("x"))));
        fails(ErrorCode.OPTION_INVALID, () -> orders.list(q -> q.orderBy(ORDER.TOTAL.add(1))));
        fails(ErrorCode.NAME_UNKNOWN, () -> TagNodes.on(df).update("a", p -> p.set(CUSTOMER.NAME, "x")));
    }

    @Test
    void hugeExponentsAreRefusedAtOnce() {
        long customer = customer();
        for (String huge : List.of("1E-20000000", "1E+20000000", "1E-2147483647", "1E+2147483647")) {
            BigDecimal value = new BigDecimal(huge);
            fails(
                    ErrorCode.TYPE_MISMATCH,
                    () -> orders.create(d -> d.customerId(customer).total(value).number("h")));
            fails(ErrorCode.TYPE_MISMATCH, () -> orders.list(q -> q.filter(Map.of("total", value))));
            fails(ErrorCode.TYPE_MISMATCH, () -> orders.list(q -> q.where(ORDER.TOTAL.gt(value))));
        }
    }

    @Test
    void transactionsCannotHaveAnyOptions() {
        fails(ErrorCode.OPTION_INVALID, () -> new TransactionOptions(99, false, null, RetryPolicy.none()));
        fails(ErrorCode.OPTION_INVALID, () -> TransactionOptions.defaults().timeout(Duration.ZERO));
        df.transaction(
                TransactionOptions.defaults().timeout(ChronoUnit.FOREVER.getDuration()),
                tx -> assertThat(orders.count()).isZero());
    }

    @Test
    void aModelThatRefusesItsValuesIsNotWritten() {
        PositiveNodes positives = PositiveNodes.on(df);
        assertThatThrownBy(() -> positives.create(d -> d.amount(-5))).hasMessage("amount is negative");
        assertThatThrownBy(() -> df.node("PositiveBulkCreateNode")
                        .run(Map.of("data", List.of(Map.of("amount", 1), Map.of("amount", -1)))))
                .hasMessage("amount is negative");
        assertThat(positives.list().records()).isEmpty();
        Positive row = positives.create(d -> d.amount(5));
        assertThatThrownBy(() -> positives.update(row, p -> p.amount(-1))).hasMessage("amount is negative");
        df.transaction(tx -> assertThatThrownBy(() -> positives.update(row, p -> p.amount(-1)))
                .hasMessage("amount is negative"));
        assertThat(positives.read(row.id())).contains(row);
        positives.delete(row.id());
    }

    @Test
    void nothingIsNotACondition() {
        fails(ErrorCode.PARAMETER_MISSING, () -> orders.list(q -> q.where((org.jooq.Condition) null)));
        fails(ErrorCode.PARAMETER_MISSING, () -> orders.list(q -> q.filter(null)));
        fails(ErrorCode.PARAMETER_MISSING, () -> orders.list(q -> q.orderBy((org.jooq.OrderField<?>) null)));
        fails(
                ErrorCode.UPDATE_SHAPE,
                () -> df.node("OrderBulkUpdateNode").run(Map.of("data", List.of(), "confirmed", true)));
    }

    @Test
    void pagesHaveLimits() {
        fails(ErrorCode.OPTION_INVALID, () -> orders.list(q -> q.limit(0)));
        fails(ErrorCode.OPTION_INVALID, () -> orders.list(q -> q.limit(10_001)));
        fails(ErrorCode.OPTION_INVALID, () -> orders.list(q -> q.offset(-1)));
        fails(ErrorCode.OPTION_INVALID, () -> orders.bulkDelete(q -> q.limit(0).confirmed()));
    }

    @Test
    void overflowIsRefusedEverywhere() {
        TagNodes tags = TagNodes.on(df);
        tags.create(d -> d.code("a").label("x").weight(Integer.MAX_VALUE));
        assertThatThrownBy(() -> tags.update("a", p -> p.setExpression(TAG.WEIGHT, TAG.WEIGHT.add(1))))
                .isInstanceOfSatisfying(
                        DataFlowException.class,
                        e -> assertThat(e.code()).isIn(ErrorCode.VALUE_OUT_OF_RANGE, ErrorCode.CHECK_VIOLATION));
        long customer = customer();
        Order row = orders.create(
                d -> d.customerId(customer).total(new BigDecimal("1E+27")).number("m"));
        assertThatThrownBy(() -> orders.update(row.id(), p -> p.setExpression(ORDER.TOTAL, ORDER.TOTAL.mul(100))))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALUE_OUT_OF_RANGE));
    }

    @Test
    void aStoredValueThatCannotBeReadIsSaid() {
        long customer = customer();
        Order row = orders.create(d -> d.customerId(customer).total(ONE).number("m"));
        df.dsl()
                .update(ORDER)
                .set(DSL.field(DSL.name("status"), String.class), SECRET)
                .where(ORDER.ID.eq(row.id()))
                .execute();
        fails(ErrorCode.STORED_VALUE_INVALID, () -> orders.read(row.id()));
        if (on(Engine.SQLITE)) {
            df.dsl().execute("update \"orders\" set \"status\" = 'PAID', \"total\" = '12'");
            fails(ErrorCode.STORED_VALUE_INVALID, () -> orders.read(row.id()));
        }
    }
}
