package dev.dataflow.suite;

import static dev.dataflow.suite.ExtremeTable.EXTREME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.ListQuery;
import dev.dataflow.query.Page;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages in an order of texts that begin alike: MySQL and MariaDB may sort by the beginnings only. */
class LongTextPagesTest extends EngineSuite {

    private static final int ROWS = 25;

    LongTextPagesTest(TestDatabase database) {
        super(database);
    }

    /** Created from the last in the order to the first, so that an order by key is another one. */
    @BeforeEach
    void rows() {
        ExtremeNodes nodes = ExtremeNodes.on(df);
        nodes.bulkDelete(BulkQuery::confirmed);
        String beginning = "x".repeat(3_000);
        for (int i = ROWS - 1; i >= 0; i--) {
            String code = "r%02d".formatted(i);
            nodes.create(d -> d.code(code).text(beginning + code).bytes((beginning + code).getBytes()));
        }
    }

    @AfterEach
    void noRows() {
        ExtremeNodes.on(df).bulkDelete(BulkQuery::confirmed);
    }

    @Test
    void pagesGoOnBehindTextsThatBeginAlike() {
        assertWalks(df, q -> q.orderBy(EXTREME.TEXT.asc()), codes());
        assertWalks(df, q -> q.orderBy(EXTREME.BYTES.asc()), codes());
        List<String> backwards = new ArrayList<>(codes());
        Collections.reverse(backwards);
        assertWalks(df, q -> q.orderBy(EXTREME.TEXT.desc()), backwards);
    }

    @Test
    void textsOfOtherCollationsAreCountedByTheirWeights() {
        if (!on(Engine.MYSQL) && !on(Engine.MARIADB)) {
            return;
        }
        // what a character's weights may take is more than what is sorted by
        collated("utf8mb4_unicode_ci", () -> refused(df));
    }

    /** As a data source may have it, whose sessions are not ours to set. */
    @Test
    void whatIsSortedByItsBeginningIsRefused() {
        if (!on(Engine.MYSQL) && !on(Engine.MARIADB)) {
            return;
        }
        String url =
                database.url() + (database.url().contains("?") ? "&" : "?") + "sessionVariables=max_sort_length=1024";
        try (DataFlow small = DataFlow.builder().url(url).autoMigrate(false).build()) {
            if (on(Engine.MARIADB)) {
                refused(small);
                collated("utf8mb4_bin", () -> refused(small));
            } else {
                // its newer collations sort by whole texts
                assertWalks(small, q -> q.orderBy(EXTREME.TEXT.asc()), codes());
                collated("utf8mb4_0900_ai_ci", () -> assertWalks(small, q -> q.orderBy(EXTREME.TEXT.asc()), codes()));
                collated("utf8mb4_bin", () -> refused(small));
            }
        }
    }

    /** The first page is read, and so are others by offset: each row is on one of them. */
    private void refused(DataFlow on) {
        ExtremeNodes nodes = ExtremeNodes.on(on);
        Page<Extreme> first = nodes.list(q -> q.orderBy(EXTREME.TEXT.asc()).limit(4));
        assertThat(first.hasNext()).isTrue();
        for (Consumer<Page<Extreme>> goOn : List.<Consumer<Page<Extreme>>>of(Page::next, Page::nextCursor)) {
            assertThatThrownBy(() -> goOn.accept(first))
                    .isInstanceOfSatisfying(
                            DataFlowException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.SORTED_TEXT_TOO_LONG))
                    .hasMessageContaining("`text`")
                    .hasMessageNotContaining("xxx");
        }
        List<String> seen = new ArrayList<>();
        for (int offset = 0; offset < ROWS; offset += 4) {
            int from = offset;
            nodes.list(q -> q.orderBy(EXTREME.TEXT.asc()).offset(from).limit(4))
                    .records()
                    .forEach(row -> seen.add(row.code()));
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(codes());
    }

    private void collated(String collation, Runnable work) {
        String column = "alter table extremes modify text longtext character set utf8mb4 collate ";
        df.dsl().execute(column + collation);
        try {
            work.run();
        } finally {
            df.dsl().execute(column + (on(Engine.MYSQL) ? "utf8mb4_0900_bin" : "utf8mb4_nopad_bin"));
        }
    }

    private static void assertWalks(DataFlow on, Consumer<ListQuery> order, List<String> expected) {
        List<String> seen = new ArrayList<>();
        Page<Extreme> page = ExtremeNodes.on(on).list(q -> {
            order.accept(q);
            q.limit(4);
        });
        page.records().forEach(row -> seen.add(row.code()));
        while (page.hasNext()) {
            page = page.next();
            page.records().forEach(row -> seen.add(row.code()));
        }
        assertThat(seen).containsExactlyElementsOf(expected);
    }

    private static List<String> codes() {
        return IntStream.range(0, ROWS).mapToObj("r%02d"::formatted).toList();
    }
}
