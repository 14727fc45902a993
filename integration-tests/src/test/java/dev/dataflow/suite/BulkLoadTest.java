package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.OrderStatus.PENDING;

import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.node.BulkResult;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.TransactionOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.Order;
import shop.OrderNodes;
import tools.jackson.databind.node.JsonNodeFactory;

/** Rows in numbers that PostgreSQL loads by COPY: what is stored, and what is refused, is what single inserts do. */
class BulkLoadTest extends EngineSuite {

    private static final int ROWS = 70;

    private final OrderNodes orders = OrderNodes.on(df);
    private final ExtremeNodes extremes = ExtremeNodes.on(df);
    private final ProfileNodes profiles = ProfileNodes.on(df);
    private final MeetingNodes meetings = MeetingNodes.on(df);
    private final SampleNodes samples = SampleNodes.on(df);

    BulkLoadTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void emptyMore() {
        extremes.bulkDelete(BulkQuery::confirmed);
        profiles.bulkDelete(BulkQuery::confirmed);
        meetings.bulkDelete(BulkQuery::confirmed);
        STATEMENTS.clear();
    }

    private void assertLoaded() {
        assertThat(STATEMENTS.stream().anyMatch(event -> event.sql().startsWith("copy ")))
                .as("loaded by COPY")
                .isEqualTo(on(Engine.POSTGRESQL));
    }

    private static List<Order> orders(long customer) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> new Order(null, customer, BigDecimal.valueOf(i, 1), PENDING, "N-" + i, null))
                .toList();
    }

    @Test
    void extremesOfEveryTypeAreKept() {
        Map<String, List<Object>> values = ExtremeValues.ascending();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Map<String, Object> row = new LinkedHashMap<>(Map.of("code", "c" + i));
            for (Map.Entry<String, List<Object>> field : values.entrySet()) {
                int place = i % (field.getValue().size() + 1);
                row.put(field.getKey(), place == 0 ? null : field.getValue().get(place - 1));
            }
            rows.add(row);
        }
        Map<String, Object> loaded = new ExtremeBulkCreateNode(df).run(Map.of("data", rows, "return_ids", true));
        assertLoaded();
        for (int i = 0; i < ROWS; i++) {
            Map<String, Object> read = new ExtremeReadNode(df).run(Map.of("id", ((List<?>) loaded.get("ids")).get(i)));
            rows.get(i).forEach((field, value) -> ExtremesTest.assertSame(field, read.get(field), value));
            extremes.delete((Long) read.get("id"));
            assertThat(new ExtremeCreateNode(df).run(new HashMap<>(rows.get(i))).get("created_at"))
                    .isInstanceOf(read.get("created_at").getClass());
        }
    }

    @Test
    void jsonAndListsAreKept() {
        List<Profile> given = IntStream.range(0, ROWS)
                .mapToObj(i -> new Profile(
                        null,
                        "p" + i,
                        Map.of("n", new BigDecimal("1.50"), "deep", List.of(Map.of("\u00e9\"", "\uD83D\uDC18"))),
                        Map.of("home", List.of(new Profile.Address("x", null))),
                        i % 2 == 0 ? null : new Profile.Address("y", "1"),
                        i % 3 == 0 ? null : JsonNodeFactory.instance.stringNode("t" + i),
                        List.of(new Profile.Line(i, new BigDecimal("2.30"), 0.5, null)),
                        i % 4 == 0 ? List.of() : List.of("a,\"\\{}", "", "null", "\uD83D\uDC18" + i),
                        i % 5 == 0 ? null : List.of("x"),
                        List.of((long) i, Long.MIN_VALUE),
                        i % 2 == 0 ? null : List.of()))
                .toList();
        profiles.bulkCreate(given);
        assertLoaded();
        List<Profile> loaded = profiles.list(q -> q.sort("id")).records();
        profiles.bulkDelete(BulkQuery::confirmed);
        given.forEach(profiles::create);
        List<Profile> single = profiles.list(q -> q.sort("id")).records();
        assertThat(loaded.stream().map(BulkLoadTest::withoutId).toList())
                .isEqualTo(single.stream().map(BulkLoadTest::withoutId).toList());
    }

    private static Profile withoutId(Profile p) {
        return new Profile(
                null,
                p.name(),
                p.attributes(),
                p.addresses(),
                p.home(),
                p.document(),
                p.lines(),
                p.tags(),
                p.aliases(),
                p.scores(),
                p.ranks());
    }

    @Test
    void offsetsDefaultsAndCompositeKeysAreKept() {
        OffsetDateTime first = OffsetDateTime.parse("2026-03-01T10:00:00.123456+05:30");
        BulkResult<Long> result = meetings.bulkCreate(
                IntStream.range(0, ROWS)
                        .mapToObj(i -> new Meeting(
                                null, first.plusHours(i), "r", i % 2 == 0 ? null : first.minusDays(i), null, i))
                        .toList(),
                o -> o.returnIds());
        assertLoaded();
        Meeting read = meetings.read(result.ids().get(3)).orElseThrow();
        assertThat(read)
                .isEqualTo(new Meeting(
                        read.id(),
                        first.plusHours(3),
                        "r",
                        first.minusDays(3),
                        OffsetDateTime.parse("2026-01-31T12:00:00.5+02:00"),
                        3));
        assertThat(meetings.read(result.ids().get(4)).orElseThrow().until()).isNull();

        STATEMENTS.clear();
        List<Sample> given = IntStream.range(0, ROWS)
                .mapToObj(i ->
                        new Sample(first.toInstant(), Color.values()[i % 2], new BigDecimal(i).setScale(4), i / 3.0, i))
                .toList();
        samples.bulkCreate(given);
        assertLoaded();
        assertThat(samples.list(q -> q.limit(1000).sort("count")).records()).isEqualTo(given);
    }

    @Test
    void whatARowBreaksIsToldAsOfASingleInsert() {
        long customer = customer();
        List<Order> twice = new ArrayList<>(orders(customer));
        twice.add(twice.get(0));
        assertThatThrownBy(() -> orders.bulkCreate(twice))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("number"))
                .hasMessageContaining("insert of shop.Order");
        assertLoaded();
        assertThatThrownBy(() -> orders.bulkCreate(orders(customer + 1)))
                .isInstanceOfSatisfying(ForeignKeyViolationException.class, e -> {
                    if (!on(Engine.SQLITE)) {
                        assertThat(e.fields()).containsExactly("customerId");
                    }
                });
        assertThat(orders.count()).isZero();
        assertThat(orders.bulkCreate(orders(customer)).inserted()).isEqualTo(ROWS);
    }

    @Test
    void aTransactionGoesOnAfterwards() {
        long customer = customer();
        df.transaction(tx -> {
            orders.bulkCreate(orders(customer));
            assertThat(orders.count()).isEqualTo(ROWS);
            assertThatThrownBy(() -> orders.bulkCreate(orders(customer))).isInstanceOf(UniqueViolationException.class);
            orders.create(d -> d.customerId(customer).total(BigDecimal.ONE).number("after"));
        });
        assertThat(orders.count()).isEqualTo(ROWS + 1);
    }

    @Test
    void aTimeoutHoldsForBulkRowsToo() {
        long customer = customer();
        STATEMENTS.clear();
        df.transaction(TransactionOptions.defaults().timeout(Duration.ofMinutes(1)), tx -> {
            assertThat(orders.bulkCreate(orders(customer)).inserted()).isEqualTo(ROWS);
        });
        assertThat(STATEMENTS.stream().anyMatch(event -> event.sql().startsWith("copy ")))
                .as("COPY can be cancelled too")
                .isEqualTo(on(Engine.POSTGRESQL));
    }

    @Test
    void aColumnOfAnotherTypeIsWrittenAsByASingleInsert() throws Exception {
        if (!on(Engine.POSTGRESQL)) {
            return; // only there values travel in a form that has no cast
        }
        long customer = customer();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create rule keep as on insert to orders where new.number = 'N-1' do instead nothing");
            STATEMENTS.clear();
            orders.bulkCreate(orders(customer));
            assertThat(STATEMENTS).noneMatch(event -> event.sql().startsWith("copy "));
            assertThat(orders.count()).isEqualTo(ROWS - 1);
            statement.execute("drop rule keep on orders");
            orders.bulkDelete(BulkQuery::confirmed);
            statement.execute("alter table orders alter column total type double precision");
            try {
                STATEMENTS.clear();
                orders.bulkCreate(orders(customer));
                assertThat(STATEMENTS).noneMatch(event -> event.sql().startsWith("copy "));
                assertThat(orders.count()).isEqualTo(ROWS);
            } finally {
                statement.execute("alter table orders alter column total type numeric(38,10)");
            }
        }
    }
}
