package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that can be written in more ways than one find the row they are equal to. */
class AwkwardKeysTest extends EngineSuite {

    AwkwardKeysTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void noRows() {
        KeyedByInstantNodes.on(df).bulkDelete(BulkQuery::confirmed);
        KeyedByTimeNodes.on(df).bulkDelete(BulkQuery::confirmed);
        KeyedByDurationNodes.on(df).bulkDelete(BulkQuery::confirmed);
        KeyedByDecimalNodes.on(df).bulkDelete(BulkQuery::confirmed);
        KeyedByBigIntegerNodes.on(df).bulkDelete(BulkQuery::confirmed);
    }

    @Test
    void instants() {
        KeyedByInstantNodes nodes = KeyedByInstantNodes.on(df);
        Instant stored = Instant.parse("1969-12-31T23:59:59.999999Z");
        Instant given = stored.plusNanos(999);
        assertThat(nodes.create(new KeyedByInstant(given, "a")).id()).isEqualTo(stored);
        check(
                "KeyedByInstant",
                stored,
                given,
                id -> nodes.read(id).orElseThrow(),
                nodes.readAll(List.of(given, Instant.EPOCH, stored)),
                nodes.update(given, p -> p.name("b")),
                nodes.bulkUpdate(List.of(new KeyedByInstant(given, "c"), new KeyedByInstant(stored, "d")))
                        .updated());
        assertThat(nodes.bulkUpsert(List.of(new KeyedByInstant(given, "e")), o -> {})
                        .updated())
                .isEqualTo(1);
        assertThat(nodes.delete(given)).isTrue();
    }

    @Test
    void timesOfDay() {
        KeyedByTimeNodes nodes = KeyedByTimeNodes.on(df);
        LocalTime stored = LocalTime.of(23, 59, 59, 999_999_000);
        nodes.create(new KeyedByTime(LocalTime.MAX, "a"));
        check(
                "KeyedByTime",
                stored,
                LocalTime.MAX,
                id -> nodes.read(id).orElseThrow(),
                nodes.readAll(List.of(LocalTime.MAX, LocalTime.MIN, stored)),
                nodes.update(LocalTime.MAX, p -> p.name("b")),
                nodes.bulkUpdate(List.of(new KeyedByTime(LocalTime.MAX, "c"), new KeyedByTime(stored, "d")))
                        .updated());
        assertThat(nodes.delete(LocalTime.MAX)).isTrue();
    }

    @Test
    void durations() {
        KeyedByDurationNodes nodes = KeyedByDurationNodes.on(df);
        Duration stored = Duration.ofNanos(-1_000);
        Duration given = Duration.ofNanos(-1);
        nodes.create(new KeyedByDuration(given, "a"));
        check(
                "KeyedByDuration",
                stored,
                given,
                id -> nodes.read(id).orElseThrow(),
                nodes.readAll(List.of(given, Duration.ZERO, stored)),
                nodes.update(given, p -> p.name("b")),
                nodes.bulkUpdate(List.of(new KeyedByDuration(given, "c"), new KeyedByDuration(stored, "d")))
                        .updated());
        assertThat(nodes.delete(given)).isTrue();
    }

    @Test
    void decimals() {
        KeyedByDecimalNodes nodes = KeyedByDecimalNodes.on(df);
        BigDecimal stored = new BigDecimal("1000.0000");
        BigDecimal given = new BigDecimal("1E+3");
        nodes.create(new KeyedByDecimal(given, "a"));
        check(
                "KeyedByDecimal",
                stored,
                given,
                id -> nodes.read(id).orElseThrow(),
                nodes.readAll(List.of(given, BigDecimal.ZERO, stored)),
                nodes.update(given, p -> p.name("b")),
                nodes.bulkUpdate(List.of(new KeyedByDecimal(given, "c"), new KeyedByDecimal(stored, "d")))
                        .updated());
        assertThat(nodes.delete(given)).isTrue();
    }

    @Test
    void bigIntegers() {
        KeyedByBigIntegerNodes nodes = KeyedByBigIntegerNodes.on(df);
        BigInteger id = BigInteger.ONE.subtract(BigInteger.TEN.pow(38));
        nodes.create(new KeyedByBigInteger(id, "a"));
        check(
                "KeyedByBigInteger",
                id,
                id,
                key -> nodes.read(key).orElseThrow(),
                nodes.readAll(List.of(id, BigInteger.ZERO)),
                nodes.update(id, p -> p.name("b")),
                nodes.bulkUpdate(List.of(new KeyedByBigInteger(id, "c"), new KeyedByBigInteger(id, "d")))
                        .updated());
        assertThat(nodes.delete(id)).isTrue();
    }

    private static <M, K> void check(
            String model, K stored, K given, Function<K, M> read, List<M> all, M updated, long bulkUpdated) {
        assertThat(all).as("each row once").hasSize(1);
        assertThat(updated).hasFieldOrPropertyWithValue("id", stored).hasFieldOrPropertyWithValue("name", "b");
        assertThat(bulkUpdated).as("one row, changed twice").isEqualTo(2);
        assertThat(read.apply(given))
                .isEqualTo(read.apply(stored))
                .hasFieldOrPropertyWithValue("id", stored)
                .hasFieldOrPropertyWithValue("name", "d");
        assertThat(df.node(model + "ReadNode").run(Map.of("id", given.toString())))
                .containsEntry("id", stored)
                .containsEntry("found", true);
    }
}
