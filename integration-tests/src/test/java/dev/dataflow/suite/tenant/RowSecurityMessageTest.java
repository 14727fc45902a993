package dev.dataflow.suite.tenant;

import static dev.dataflow.suite.tenant.ReadingTable.READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.node.Upserted;
import dev.dataflow.suite.OrdinaryUser;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A statement and what row security is told are one message, and one transaction, whatever values it has and however often it was
 * run; where the driver makes several messages of it, there is a transaction around them. One connection serves all tenants.
 */
@EveryEngine
class RowSecurityMessageTest {

    private static final String WHOLE = "select where set_config('dataflow.tenant', ?, true) is null; ";
    private static final String APART = "begin; select set_config('dataflow.tenant', ?, true); ";

    private final TestDatabase database;
    private final List<String> sent = new CopyOnWriteArrayList<>();

    RowSecurityMessageTest(TestDatabase database) {
        assumeTrue(database.engine() == Engine.POSTGRESQL, "row security is PostgreSQL's");
        this.database = OrdinaryUser.of(database);
    }

    private DataFlow open(String parameters) {
        return DataFlow.builder()
                .url(database.url() + parameters)
                .models(Topic.class, Reading.class)
                .poolSize(1)
                .requireRowSecurity(true)
                .statementListener(event -> sent.add(event.sql()))
                .build();
    }

    @BeforeEach
    void empty() {
        try (DataFlow df = open("")) {
            for (String tenant : List.of("acme", "globex")) {
                ReadingNodes.on(df.asTenant(tenant)).bulkDelete(q -> q.confirmed(), o -> o.hard());
                TopicNodes.on(df.asTenant(tenant)).bulkDelete(q -> q.confirmed());
            }
        }
        sent.clear();
    }

    private static Reading full(String label, int i) {
        return new Reading(
                null,
                label,
                Instant.ofEpochSecond(1_700_000_000L + i, 123_000),
                OffsetDateTime.parse("2026-02-03T04:05:06.000007+02:00"),
                LocalDateTime.parse("2026-02-03T04:05:06.000007"),
                LocalTime.of(1, 2, 3),
                LocalDate.of(2026, 2, 3),
                new UUID(i, 7),
                Map.of("a", "b"),
                List.of("x", "y z"),
                List.of(1L, 2L),
                new BigDecimal("1.5"),
                new BigInteger("123456789012345678901"),
                Duration.ofMillis(1500),
                Reading.Kind.COLD,
                true,
                (short) 3,
                0.5f,
                0.25,
                new byte[] {1, 2});
    }

    private static Reading bare(String label) {
        return new Reading(
                null, label, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&prepareThreshold=1",
                "&prepareThreshold=0",
                "&preferQueryMode=extendedForPrepared&prepareThreshold=2",
                "&preferQueryMode=extendedCacheEverything&prepareThreshold=1",
                "&preferQueryMode=simple",
                "&stringtype=unspecified&prepareThreshold=1"
            })
    void eachStatementIsOneTransactionWhateverItsValues(String parameters) throws SQLException {
        boolean apart = parameters.contains("simple") || parameters.contains("unspecified");
        try (DataFlow df = open(parameters)) {
            ReadingNodes acme = ReadingNodes.on(df.asTenant("acme"));
            ReadingNodes globex = ReadingNodes.on(df.asTenant("globex"));
            for (int i = 0; i < 12; i++) {
                boolean filled = i % 3 != 1;
                String label = "r" + i;
                Reading mine = acme.create(filled ? full(label, i) : bare(label));
                globex.create(full(label, i));
                assertThat(acme.read(mine.id())).hasValueSatisfying(row -> same(row, mine));
                assertThat(globex.read(mine.id())).isEmpty();
                Instant changed = Instant.ofEpochSecond(i);
                Reading updated = acme.update(
                        mine.id(),
                        p -> p.moment(filled ? changed : null)
                                .data(filled ? Map.of("c", 1) : null)
                                .tags(filled ? List.of() : null)
                                .clock(null)
                                .local(filled ? null : LocalDateTime.parse("2026-02-03T04:05:06"))
                                .device(null));
                assertThat(updated.moment()).isEqualTo(filled ? changed : null);
                assertThat(acme.update(mine.id(), p -> p.fine(1.0)).fine()).isEqualTo(1.0);
                finds(acme, i, filled);
                Upserted<Reading> met = acme.upsert(
                        d -> d.label(label), on -> on.conflictOn(READING.LABEL).update(p -> p.moment(null)));
                assertThat(met.action().name()).isEqualTo("UPDATED");
                assertThat(acme.aggregate(a -> a.count("n").max("last", READING.MOMENT)))
                        .hasSize(1);
                assertThat(acme.count()).isEqualTo(1);
                assertThat(acme.delete(mine.id())).isTrue();
                assertThat(acme.count()).isZero();
                assertThat(globex.count()).isEqualTo(i + 1);
                nothingIsLeft(df);
            }
            assertThat(sent).anyMatch(sql -> sql.startsWith(apart ? APART : WHOLE));
            assertThat(sent).noneMatch(sql -> sql.startsWith(apart ? WHOLE : APART));
        }
        // what was written is committed: others see it
        try (DataFlow later = open("")) {
            assertThat(ReadingNodes.on(later.asTenant("globex")).count()).isEqualTo(12);
        }
    }

    private static void same(Reading row, Reading stored) {
        assertThat(row).usingRecursiveComparison().isEqualTo(stored);
    }

    /** By each column, so that each type is asked for alone and in an array, often enough for the driver to keep the statement. */
    private static void finds(ReadingNodes nodes, int i, boolean filled) {
        Reading row = full("r" + i, i);
        Map<String, Object> values = Map.of(
                "label", row.label(),
                "zoned", row.zoned(),
                "day", row.day(),
                "amount", row.amount(),
                "large", row.large(),
                "took", row.took(),
                "kind", row.kind(),
                "good", row.good(),
                "small", row.small(),
                "numbers", row.numbers());
        values.forEach((name, value) -> {
            long expected = filled || name.equals("label") ? 1 : 0;
            assertThat(nodes.list(q -> q.filter(Map.of(name, value))).records())
                    .as(name)
                    .hasSize((int) expected);
            if (!name.equals("numbers")) {
                assertThat(nodes.count(q -> q.filter(Map.of(name, Map.of("$in", List.of(value))))))
                        .as(name)
                        .isEqualTo(expected);
            }
        });
        assertThat(nodes.count(q -> q.filter(Map.of("moment", Map.of("$in", List.of(Instant.ofEpochSecond(i)))))))
                .isEqualTo(filled ? 1 : 0);
        assertThat(nodes.count(q -> q.filter(Map.of("numbers", Map.of("$contains", 2L)))))
                .isEqualTo(filled ? 1 : 0);
        assertThat(nodes.count(q -> q.filter(Map.of("data.c", 1)))).isEqualTo(filled ? 1 : 0);
        assertThat(nodes.count(q -> q.where(READING.MOMENT.eq(Instant.ofEpochSecond(i)))))
                .isEqualTo(filled ? 1 : 0);
    }

    /** Plain SQL on the one connection there is. */
    private static void nothingIsLeft(DataFlow df) {
        var row = df.dsl()
                .fetchSingle("select coalesce(current_setting('dataflow.tenant', true), ''),"
                        + " (select count(*) from tenant_readings)");
        assertThat(row.get(0)).isEqualTo("");
        assertThat(row.get(1)).isEqualTo(0L);
        assertThat(df.dsl().fetchValue("select now()"))
                .as("no transaction is open")
                .isNotEqualTo(df.dsl().fetchValue("select now()"));
    }

    /** The driver is not known to send a value of no known type in one message. */
    @Test
    void aValueWithoutATypeGetsATransactionAroundIt() {
        try (DataFlow df = open("&prepareThreshold=1")) {
            ReadingNodes acme = ReadingNodes.on(df.asTenant("acme"));
            acme.create(full("r", 1));
            sent.clear();
            for (int i = 0; i < 8; i++) {
                assertThat(acme.list(q -> q.where(READING.LABEL
                                        .isNotNull()
                                        .and(DSL.val(java.sql.Timestamp.from(Instant.EPOCH))
                                                .isNotNull())))
                                .records())
                        .hasSize(1);
            }
            assertThat(sent).allMatch(sql -> sql.startsWith(APART));
            sent.clear();
            assertThat(acme.list(q -> q.where(DSL.length(READING.LABEL).lt(3))).records())
                    .hasSize(1);
            assertThat(sent).allMatch(sql -> sql.startsWith(WHOLE));
        }
    }

    @Test
    void whatFailsIsUndoneAndNothingIsLeftOpen() {
        try (DataFlow df = open("&prepareThreshold=1")) {
            ReadingNodes acme = ReadingNodes.on(df.asTenant("acme"));
            acme.create(full("same", 1));
            for (int i = 0; i < 8; i++) {
                assertThatThrownBy(() -> acme.create(full("same", 2))).isInstanceOf(UniqueViolationException.class);
                nothingIsLeft(df);
                assertThat(acme.count()).isEqualTo(1);
            }
            // an update that fails for the second of two rows leaves the first as it was
            acme.create(full("second", 2));
            assertThatThrownBy(() -> acme.bulkUpdate(q -> q.confirmed(), p -> p.label("third")))
                    .isInstanceOf(UniqueViolationException.class);
            assertThat(acme.list().records()).extracting(Reading::label).containsExactly("same", "second");
            nothingIsLeft(df);
        }
    }

    /** What is looked at when a transaction ends is looked at when the message does, after the statement's own answer. */
    @Test
    void whatFailsAtTheEndOfTheMessageIsThrown() throws SQLException {
        try (DataFlow df = open("")) {
            execute("alter table tenant_topics alter constraint fk_tenant_topics_parent_id deferrable initially"
                    + " deferred");
            try {
                TopicNodes acme = TopicNodes.on(df.asTenant("acme"));
                for (int i = 0; i < 8; i++) {
                    assertThatThrownBy(() -> acme.create(new Topic("a", "x", "none")))
                            .isInstanceOf(ForeignKeyViolationException.class);
                    assertThat(acme.count()).isZero();
                    nothingIsLeft(df);
                }
                assertThat(sent).anyMatch(sql -> sql.startsWith(WHOLE + "insert"));
            } finally {
                execute("alter table tenant_topics alter constraint fk_tenant_topics_parent_id not deferrable");
            }
        }
    }

    @Test
    void bulkCallsAndStreamsStayOfTheirTenant() {
        try (DataFlow df = open("&prepareThreshold=1")) {
            for (String tenant : List.of("acme", "globex", "acme")) {
                ReadingNodes nodes = ReadingNodes.on(df.asTenant(tenant));
                long before = nodes.count();
                nodes.bulkCreate(Stream.of("a", "b", "c")
                        .map(label -> full(tenant + label + before, 1))
                        .toList());
                assertThat(nodes.bulkUpdate(q -> q.confirmed(), p -> p.moment(null))
                                .updated())
                        .isEqualTo(before + 3);
                try (Stream<Reading> rows = nodes.stream(q -> {})) {
                    assertThat(rows.map(Reading::label)).allMatch(label -> label.startsWith(tenant));
                }
                nothingIsLeft(df);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The ground it stands on: what the driver does, and what it does not. */
    @Test
    void aStatementThatTheServerDescribedIsSentApart() throws SQLException {
        try (Connection connection = java.sql.DriverManager.getConnection(database.url() + "&prepareThreshold=1")) {
            String sql = "select where set_config('dataflow.tenant', ?, true) is null;"
                    + " select current_setting('dataflow.tenant', true), ?::text";
            for (int i = 0; i < 8; i++) {
                assertThat(told(connection, sql, java.sql.Types.VARCHAR)).isEqualTo("acme");
            }
            told(connection, sql, java.sql.Types.OTHER);
            assertThat(told(connection, sql, java.sql.Types.OTHER)).isEmpty();
        }
    }

    private static String told(Connection connection, String sql, int type) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "acme");
            statement.setObject(2, "x", type);
            statement.execute();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
