package dev.dataflow.suite.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that is left out is not looked at for what it points to, however many there are, and whether keys are wanted or not. */
@EveryEngine
class SkippedRowsTest {

    private final DataFlow whole;
    private final DataFlow df;
    private long living;
    private long deleted;

    SkippedRowsTest(TestDatabase database) {
        whole = DataFlow.builder()
                .url(database.url())
                .models(Author.class, Article.class)
                .build();
        df = whole.asTenant("skipped");
    }

    @BeforeEach
    void create() {
        AuthorNodes authors = AuthorNodes.on(df);
        authors.bulkDelete(BulkQuery::confirmed, options -> options.hard());
        living = authors.create(d -> d.email("a").name("a")).id();
        deleted = authors.create(d -> d.email("b").name("b")).id();
        authors.delete(deleted);
        ArticleNodes.on(df).create(d -> d.authorId(living).slug("taken").views(1));
    }

    @AfterEach
    void close() {
        whole.close();
    }

    private Map<String, @Nullable Object> skip(int more, boolean keys, Map<String, Object> last) {
        List<Map<String, Object>> data = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            data.add(row(living, "fresh" + i));
        }
        data.add(last);
        return df.node("ArticleBulkCreateNode")
                .run(Map.of(
                        "data",
                        data,
                        "conflict_resolution",
                        "skip",
                        "conflict_on",
                        List.of("slug"),
                        "return_ids",
                        keys));
    }

    private static Map<String, Object> row(long author, @Nullable String slug) {
        Map<String, Object> row = new HashMap<>(Map.of("author_id", author, "views", 2));
        if (slug != null) {
            row.put("slug", slug);
        }
        return row;
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0, false", "40, true", "40, false"})
    void aRowThatIsLeftOutMayPointAnywhere(int more, boolean keys) {
        assertThat(skip(more, keys, row(deleted, "taken")))
                .containsEntry("inserted", (long) more)
                .containsEntry("skipped", 1L);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0, false", "40, true", "40, false"})
    void aNewRowPointsToALivingOne(int more, boolean keys) {
        for (String slug : new String[] {"new", null}) {
            assertThatThrownBy(() -> skip(more, keys, row(deleted, slug)))
                    .isInstanceOf(ForeignKeyViolationException.class)
                    .hasMessageContaining("points to a row that is deleted");
        }
        assertThat(ArticleNodes.on(df).count()).isEqualTo(1);
    }
}
