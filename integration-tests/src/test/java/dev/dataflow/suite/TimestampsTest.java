package dev.dataflow.suite;

import static dev.dataflow.suite.EverythingTable.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows are stamped by the application's clock, in microseconds, with one instant per call, on every path that writes. */
@EveryEngine
class TimestampsTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Instant LATER = Instant.parse("2026-02-02T00:00:00.654321Z");

    private final TestDatabase database;
    private Instant now = FIRST.plusNanos(789);

    TimestampsTest(TestDatabase database) {
        this.database = database;
    }

    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void everyWriteIsStamped() {
        try (DataFlow df = DataFlow.builder()
                .url(database.url())
                .clock(new TestClock())
                .models(Everything.class)
                .build()) {
            EverythingNodes nodes = EverythingNodes.on(df);
            Everything row = nodes.create(TypesTest::smallest);
            stamped(nodes, row, FIRST, FIRST);
            now = LATER;
            stamped(nodes, nodes.update(row.id(), p -> p.anInt(1)), FIRST, LATER);
            next();
            nodes.bulkUpdate(q -> q.where(EVERYTHING.ID.eq(row.id())), p -> p.anInt(2));
            stamped(nodes, row, FIRST, now);
            next();
            nodes.bulkUpdate(List.of(nodes.read(row.id()).orElseThrow()));
            stamped(nodes, row, FIRST, now);
            next();
            df.node("EverythingBulkUpdateNode").run(Map.of("data", List.of(Map.of("id", row.id(), "an_int", 3))));
            stamped(nodes, row, FIRST, now);
            next();
            nodes.upsert(
                    d -> TypesTest.smallest(d.id(row.id())),
                    on -> on.conflictOn(EVERYTHING.ID).update(p -> p.anInt(4)));
            stamped(nodes, row, FIRST, now);
            next();
            nodes.update(
                    row.id(),
                    p -> p.setExpression(EVERYTHING.AN_INT, EVERYTHING.AN_INT.add(1))
                            .setExpression(EVERYTHING.MAYBE_INT, EVERYTHING.AN_INT));
            stamped(nodes, row, FIRST, now);
            Everything changed = nodes.read(row.id()).orElseThrow();
            assertThat(changed.anInt()).isEqualTo(5);
            assertThat(changed.maybeInt()).isEqualTo(4);
            next();
            nodes.update(row.id(), p -> {});
            stamped(nodes, row, FIRST, now.minusSeconds(1));
        }
    }

    private void next() {
        now = now.plusSeconds(1);
    }

    private static void stamped(EverythingNodes nodes, Everything row, Instant created, Instant updated) {
        Everything stored = nodes.read(row.id()).orElseThrow();
        assertThat(stored.createdAt()).isEqualTo(created);
        assertThat(stored.updatedAt()).isEqualTo(updated);
    }
}
