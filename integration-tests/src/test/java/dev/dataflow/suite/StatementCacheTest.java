package dev.dataflow.suite;

import static dev.dataflow.suite.ItemTable.ITEM;
import static dev.dataflow.suite.ShelfTable.SHELF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.statement.StatementCacheMetrics;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls of one shape share a statement, and the instance tells how often. */
class StatementCacheTest extends EngineSuite {

    private final ItemNodes items = ItemNodes.on(df);

    StatementCacheTest(TestDatabase database) {
        super(database);
    }

    private StatementCacheMetrics during(Runnable calls) {
        StatementCacheMetrics before = df.statementCache();
        calls.run();
        StatementCacheMetrics after = df.statementCache();
        return new StatementCacheMetrics(
                after.hits() - before.hits(),
                after.misses() - before.misses(),
                after.uncached() - before.uncached(),
                after.evictions() - before.evictions(),
                after.size() - before.size(),
                after.capacity());
    }

    @Test
    void filtersOfOneShapeAreRenderedOnce() {
        StatementCacheMetrics done = during(() -> {
            for (int i = 0; i < 10; i++) {
                int rank = i;
                items.list(q -> q.filter(Map.of("rank", Map.of("$gt", rank), "meta.a" + rank, "x"))
                        .limit(rank + 1));
                items.bulkUpdate(
                        q -> q.eq(ITEM.RANK, rank).related("shelf", s -> s.isNull(SHELF.FLOOR)), p -> p.rank(rank));
            }
        });
        assertThat(done.misses()).isEqualTo(2);
        assertThat(done.hits()).isEqualTo(18);
        assertThat(done.size()).isEqualTo(2);
        assertThat(done.uncached()).isZero();
    }

    @Test
    void theTypedFaceAndMapsShareStatements() {
        StatementCacheMetrics done = during(() -> {
            items.count(q -> q.lt(ITEM.PRICE, BigDecimal.TEN).in(ITEM.CODE, "a", "b"));
            items.count(q -> q.filter(Map.of("price", Map.of("$lt", "5")))
                    .filter(Map.of("code", Map.of("$in", List.of("x", "y")))));
        });
        assertThat(done.misses()).isEqualTo(1);
        assertThat(done.hits()).isEqualTo(1);
    }

    @Test
    void listsShareStatements() {
        StatementCacheMetrics done = during(() -> {
            items.count(q -> q.in(ITEM.RANK, 1, 2, 3).ne(ITEM.NAME, "z"));
            items.count(q -> q.in(ITEM.RANK, 1, 2, 3, 4).ne(ITEM.NAME, "z"));
            items.count(q -> q.in(ITEM.RANK, 1, 2, 3, 4, 5).ne(ITEM.NAME, "z"));
        });
        assertThat(done.misses()).isEqualTo(on(Engine.POSTGRESQL) ? 1 : 2);
    }

    @Test
    void conditionsOfJooqOfKnownKindsShareStatements() {
        StatementCacheMetrics done = during(() -> {
            items.count(q -> q.where(ITEM.RANK.eq(1).and(ITEM.NAME.in("a", "b"))));
            items.count(q -> q.where(ITEM.RANK.eq(2).and(ITEM.NAME.in("c", "d"))));
        });
        assertThat(done.misses()).isEqualTo(1);
        assertThat(done.hits()).isEqualTo(1);
        assertThat(done.uncached()).isZero();
    }

    @Test
    void otherConditionsOfJooqAreRenderedOnEachCall() {
        StatementCacheMetrics done = during(() -> {
            items.count(q -> q.where(ITEM.RANK.plus(1).eq(1)));
            items.count(q -> q.where(ITEM.RANK.plus(1).eq(2)));
        });
        assertThat(done.uncached()).isEqualTo(2);
        assertThat(done.misses() + done.hits()).isZero();
    }
}
