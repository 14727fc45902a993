package dev.dataflow.suite;

import static dev.dataflow.suite.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.query.BulkQuery;
import dev.dataflow.statement.StatementCacheMetrics;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.jooq.Condition;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * Conditions of jOOQ that share a statement find the rows that jOOQ itself finds. {@code -Dconditions.random=5000} runs more,
 * and {@code -Dconditions.seed} repeats a run.
 */
class RandomConditionTest extends EngineSuite {

    private static final int COUNT = Integer.getInteger("conditions.random", 150);
    private static final long SEED = Long.getLong("conditions.seed", System.nanoTime());

    private final ItemNodes items = ItemNodes.on(df);

    RandomConditionTest(TestDatabase database) {
        super(database);
    }

    private void rows(FilterValues values) {
        items.bulkUpdate(BulkQuery::confirmed, p -> p.wholeId(null));
        items.bulkDelete(BulkQuery::confirmed);
        for (int i = 0; i < 30; i++) {
            items.create(draft -> draft.name(values.text())
                    .note(values.maybe(values::text))
                    .code(values.maybe(values::text))
                    .rank(values.maybe(values::integer))
                    .price(values.decimal())
                    .weight(values.maybe(values::binary))
                    .active(values.maybe(values.random::nextBoolean))
                    .color(values.maybe(() -> values.one(List.of(Color.values()))))
                    .seenAt(values.maybe(values::instant))
                    .madeOn(values.maybe(values::date)));
        }
    }

    @Test
    void findTheRowsThatJooqFinds() {
        FilterValues values = new FilterValues(new Random(SEED));
        rows(values);
        int some = 0;
        for (int i = 0; i < COUNT; i++) {
            StatementCacheMetrics before = df.statementCache();
            for (int turn = 0; turn < 2; turn++) {
                Condition condition = new RandomConditions(new Random(SEED + i), values).condition(3);
                List<Long> expected = df.dsl()
                        .select(ITEM.ID)
                        .from(ITEM)
                        .where(condition)
                        .orderBy(ITEM.ID)
                        .fetch(ITEM.ID);
                assertThat(items.list(q -> q.where(condition)).records())
                        .extracting(Item::id)
                        .as(() -> "-Dconditions.seed=" + SEED + " on " + database.engine() + ": " + condition)
                        .isEqualTo(expected);
                some += expected.isEmpty() || expected.size() == 30 ? 0 : 1;
            }
            StatementCacheMetrics after = df.statementCache();
            assertThat(after.hits() - before.hits())
                    .as("calls that found their statement, -Dconditions.seed=" + SEED + ", condition " + i)
                    .isPositive();
            assertThat(after.uncached()).isEqualTo(before.uncached());
        }
        assertThat(some)
                .as("conditions that find some rows, -Dconditions.seed=" + SEED)
                .isGreaterThan(COUNT / 4);
    }

    @Test
    void aParameterInTwoPlacesIsNoStatementOfTwoParameters() {
        items.bulkUpdate(BulkQuery::confirmed, p -> p.wholeId(null));
        items.bulkDelete(BulkQuery::confirmed);
        items.create(draft -> draft.name("a").rank(5).price(BigDecimal.ONE));
        Param<Integer> both = DSL.val(5, ITEM.RANK);
        assertThat(items.count(q -> q.where(ITEM.RANK.ge(both), ITEM.RANK.le(both))))
                .isEqualTo(1);
        assertThat(items.count(q -> q.where(ITEM.RANK.ge(both).and(ITEM.RANK.le(both)))))
                .isEqualTo(1);
        assertThat(items.count(q -> q.where(ITEM.RANK.ge(5).and(ITEM.RANK.le(4)))))
                .isZero();
    }

    @Test
    void whatOnlyRenderingTellsIsRendered() {
        items.bulkUpdate(BulkQuery::confirmed, p -> p.wholeId(null));
        items.bulkDelete(BulkQuery::confirmed);
        items.create(draft -> draft.name("a_b").rank(1).price(BigDecimal.ONE));
        long before = df.statementCache().uncached();
        for (int rank = 0; rank < 2; rank++) {
            int plus = rank;
            assertThat(items.count(q -> q.where(ITEM.RANK.plus(plus).eq(1)))).isEqualTo(1 - rank);
            assertThat(items.count(q -> q.where(ITEM.NAME.contains("_"), ITEM.RANK.eq(1 + plus))))
                    .isEqualTo(1 - rank);
        }
        assertThat(df.statementCache().uncached() - before).isEqualTo(4);
    }
}
