package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static shop.CustomerTable.CUSTOMER;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.StreamQuery;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import shop.Customer;
import shop.CustomerNodes;

/** Rows read part by part. {@code -Dstream.rows=1000000} with a heap of 64 MB shows that memory does not grow with them. */
class StreamTest extends EngineSuite {

    private static final int ROWS = Integer.getInteger("stream.rows", 1_700);
    private static final int PART = 10_000;

    private final CustomerNodes customers = CustomerNodes.on(df);

    StreamTest(TestDatabase database) {
        super(database);
    }

    /** What is streamed of a customer. */
    record Address(String email) {}

    private void fill(int rows) {
        for (int from = 0; from < rows; from += PART) {
            customers.bulkCreate(IntStream.range(from, Math.min(rows, from + PART))
                    .mapToObj(i -> new Customer(null, "c" + i + "@x.com", "Customer " + i % 7, null))
                    .toList());
        }
        STATEMENTS.clear();
    }

    private static final Consumer<StreamQuery> ALL = q -> {};

    @Test
    void givesAllRowsOnceAndItsConnectionBack() {
        fill(ROWS);
        Stream<Customer> all = customers.stream(ALL);
        assertThat(df.activeConnections()).isOne();
        assertThat(all.mapToLong(Customer::id).distinct().count()).isEqualTo(ROWS);
        assertThat(df.activeConnections()).as("at its end, without close").isZero();
        assertThat(STATEMENTS)
                .singleElement()
                .satisfies(event -> assertThat(event.rows()).isEqualTo(ROWS));
        try (Stream<Address> some = customers.stream(ALL, Address.class)) {
            assertThat(some.limit(3)).hasSize(3);
        }
        assertThat(df.activeConnections()).as("closed early").isZero();
    }

    /** MySQL reads through a cursor in a transaction, and takes rows as they come outside of one; the connection is the same. */
    @Test
    void theSameRowsAreStreamedInAndOutOfTransactions() {
        fill(20);
        List<Customer> all = customers.list(q -> q.limit(20)).records();
        for (int i = 0; i < 3; i++) {
            df.transaction(tx -> {
                assertThat(CustomerNodes.on(tx).stream(ALL)).containsExactlyInAnyOrderElementsOf(all);
            });
            try (Stream<Customer> streamed = customers.stream(ALL)) {
                assertThat(streamed).containsExactlyInAnyOrderElementsOf(all);
            }
            try (Stream<Customer> some = customers.stream(ALL)) {
                assertThat(some.limit(i)).hasSize(i);
            }
        }
    }

    /** MariaDB leaves out the row on which it gives up, with no more than a warning at the end of the rows. */
    @Test
    void noRowIsLostForAnExpressionThatIsGivenUp() {
        String costly = "a*a*a*a*a*a*a*[bc]$";
        for (String name : List.of("b", "a".repeat(300), "ab", "aab")) {
            customers.create(d -> d.name(name).email(name.length() + "@x.com"));
        }
        ThrowingCallable[] calls = {
            () -> assertThat(customers.list(q -> q.regex(CUSTOMER.NAME, costly)).records())
                    .hasSize(3),
            () -> assertThat(customers.stream(q -> q.regex(CUSTOMER.NAME, costly)))
                    .hasSize(3),
            () -> assertThat(
                            customers.stream(q -> q.regex(CUSTOMER.NAME, costly).sort("id"), Address.class))
                    .hasSize(3),
            () -> assertThat(customers.forEachBatch(q -> q.regex(CUSTOMER.NAME, costly), 2, rows -> {}))
                    .isEqualTo(3),
            () -> df.transaction(tx -> {
                assertThat(customers.forEachBatch(q -> q.regex(CUSTOMER.NAME, costly), 3, rows -> {}))
                        .isEqualTo(3);
            })
        };
        for (ThrowingCallable call : calls) {
            if (on(Engine.MYSQL) || on(Engine.MARIADB)) {
                DataFlowException refused = catchThrowableOfType(DataFlowException.class, call);
                assertThat(refused).isNotNull();
                assertThat(refused.code()).isEqualTo(ErrorCode.EXPRESSION_TOO_COSTLY);
            } else {
                assertThatCode(call).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void ordersLimitsAndSkips() {
        fill(1_200);
        try (Stream<Customer> some = customers.stream(q -> q.gt(CUSTOMER.EMAIL, "c5")
                .orderBy(CUSTOMER.NAME.desc())
                .limit(600)
                .offset(20))) {
            List<Customer> streamed = some.toList();
            assertThat(streamed)
                    .isEqualTo(
                            customers
                                    .list(q -> q.gt(CUSTOMER.EMAIL, "c5")
                                            .sort("-name")
                                            .offset(20)
                                            .limit(10_000))
                                    .records()
                                    .stream()
                                    .limit(600)
                                    .toList());
        }
        String cursor =
                customers.list(q -> q.sort("name").limit(100)).nextCursor().orElseThrow();
        try (Stream<Customer> rest = customers.stream(q -> q.sort("name").after(cursor))) {
            assertThat(rest.toList())
                    .isEqualTo(customers
                            .list(q -> q.sort("name").offset(100).limit(10_000))
                            .records());
        }
    }

    @Test
    void handsOnBatches() {
        fill(1_050);
        List<Integer> sizes = new ArrayList<>();
        assertThat(customers.forEachBatch(ALL, 500, batch -> sizes.add(batch.size())))
                .isEqualTo(1_050);
        assertThat(sizes).containsExactly(500, 500, 50);
        sizes.clear();
        Set<String> emails = new HashSet<>();
        assertThat(customers.forEachBatch(
                        ALL, 600, Address.class, batch -> batch.forEach(row -> emails.add(row.email()))))
                .isEqualTo(1_050);
        assertThat(emails).hasSize(1_050);
        assertThat(customers.forEachBatch(q -> q.limit(1_000), 500, batch -> sizes.add(batch.size())))
                .isEqualTo(1_000);
        assertThat(sizes).containsExactly(500, 500);
        assertThat(customers.forEachBatch(q -> q.eq(CUSTOMER.NAME, "nobody"), 5, batch -> sizes.add(0)))
                .isZero();
        assertThat(code(() -> customers.forEachBatch(ALL, 0, batch -> {}))).isEqualTo(ErrorCode.OPTION_INVALID);
        assertThat(code(() -> customers.stream(q -> q.limit(0)))).isEqualTo(ErrorCode.OPTION_INVALID);
        // what a consumer throws ends it
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> customers.forEachBatch(ALL, 10, batch -> {
                            throw new IllegalStateException("enough");
                        })))
                .hasMessage("enough");
    }

    @Test
    void nodesRunInsideOfTheLoop() {
        fill(1_100);
        try (Stream<Customer> all = customers.stream(q -> q.orderBy(CUSTOMER.ID))) {
            Iterator<Customer> rows = all.iterator();
            for (int i = 0; i < 600; i++) {
                Customer row = rows.next();
                if (i % 100 == 0) {
                    customers.update(row.id(), p -> p.note("seen"));
                }
            }
        }
        assertThat(customers.count(q -> q.eq(CUSTOMER.NOTE, "seen"))).isEqualTo(6);
        df.transaction(tx -> {
            CustomerNodes inside = CustomerNodes.on(tx);
            try (Stream<Customer> all = inside.stream(q -> q.orderBy(CUSTOMER.ID))) {
                int[] at = {0};
                all.forEach(row -> {
                    if (at[0]++ % 100 == 0) {
                        inside.update(row.id(), p -> p.note("again"));
                    }
                });
                assertThat(at[0]).isEqualTo(1_100);
            }
            assertThat(df.activeConnections()).isOne();
        });
        assertThat(customers.count(q -> q.eq(CUSTOMER.NOTE, "again"))).isEqualTo(11);
    }

    @Test
    void seesItsTransactionAndEndsWithIt() {
        fill(600);
        List<Stream<Customer>> kept = new ArrayList<>();
        List<Iterator<Customer>> rows = new ArrayList<>();
        df.transaction((DataFlow tx) -> {
            CustomerNodes inside = CustomerNodes.on(tx);
            inside.create(d -> d.email("new@x.com").name("New"));
            try (Stream<Customer> all = inside.stream(q -> q.eq(CUSTOMER.EMAIL, "new@x.com"))) {
                assertThat(all).hasSize(1);
            }
            kept.add(inside.stream(ALL));
            rows.add(kept.get(0).iterator());
            rows.get(0).next();
        });
        assertThat(code(() -> rows.get(0).forEachRemaining(row -> {}))).isEqualTo(ErrorCode.TRANSACTION_MISUSED);
        kept.get(0).close();
    }

    private static ErrorCode code(ThrowingCallable call) {
        DataFlowException caught = catchThrowableOfType(DataFlowException.class, call);
        assertThat(caught).as("what is to be refused").isNotNull();
        return caught.code();
    }
}
