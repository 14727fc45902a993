package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.CustomerTable.CUSTOMER;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.StatementEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.Customer;
import shop.CustomerNodes;

/** The log of slow statements, as SLF4J's simple binding prints it. */
class SlowStatementTest extends EngineSuite {

    private static final Duration ALL = Duration.ofNanos(1);
    private static final String SECRET = "secret-7f3a";
    private static final int MOST_CHARACTERS = 2_000;

    SlowStatementTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aSlowStatementIsAWarningWithItsSql() {
        List<String> lines = logged(ALL, slow -> CustomerNodes.on(slow).count());
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .matches(".*WARN dev\\.dataflow\\.statements - slow: count of shop\\.Customer took \\d+ ms: "
                        + Pattern.quote(STATEMENTS.get(0).sql()));
    }

    @Test
    void onlyWhatTakesAsLongAsSetIsLogged() {
        Consumer<DataFlow> work = slow -> CustomerNodes.on(slow).count();
        assertThat(logged(Duration.ofHours(1), work)).isEmpty();
        assertThat(logged(Duration.ZERO, work)).isEmpty();
        assertThat(STATEMENTS).hasSize(2);
    }

    @Test
    void noValueIsLogged() {
        List<String> lines = logged(ALL, slow -> {
            CustomerNodes customers = CustomerNodes.on(slow);
            customers.create(d -> d.email(SECRET).name(SECRET));
            customers.list(q -> q.eq(CUSTOMER.NAME, SECRET));
            customers.bulkCreate(customers(40));
        });
        assertThat(lines).hasSizeGreaterThan(2).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void aFailedStatementIsLoggedToo() {
        List<String> lines = logged(ALL, slow -> {
            CustomerNodes customers = CustomerNodes.on(slow);
            customers.create(d -> d.email(SECRET).name("Ann"));
            assertThatThrownBy(() -> customers.create(d -> d.email(SECRET).name("Bob")))
                    .isInstanceOf(DataFlowException.class);
        });
        assertThat(lines).hasSizeGreaterThan(1).noneMatch(line -> line.contains(SECRET));
    }

    /** MySQL's statements of many rows would fill the log. */
    @Test
    void aLongStatementIsCut() {
        List<String> lines = logged(ALL, slow -> CustomerNodes.on(slow).bulkCreate(customers(1_000)));
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThan(MOST_CHARACTERS + 200));
        String longest = STATEMENTS.stream()
                .map(StatementEvent::sql)
                .max(Comparator.comparing(String::length))
                .orElseThrow();
        if (on(Engine.MYSQL) || on(Engine.MARIADB)) {
            assertThat(longest.length()).isGreaterThan(MOST_CHARACTERS);
            assertThat(lines)
                    .anyMatch(line -> line.endsWith(longest.substring(0, MOST_CHARACTERS) + " … ("
                            + (longest.length() - MOST_CHARACTERS) + " more characters)"));
        }
    }

    private static List<Customer> customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Customer(null, SECRET + i, SECRET, SECRET))
                .toList();
    }

    private List<String> logged(Duration threshold, Consumer<DataFlow> work) {
        PrintStream before = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataFlow slow = DataFlow.builder()
                .url(database.url())
                .autoMigrate(false)
                .slowStatement(threshold)
                .statementListener(STATEMENTS::add)
                .build()) {
            System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));
            work.accept(slow);
        } finally {
            System.setErr(before);
        }
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("slow: "))
                .toList();
    }
}
