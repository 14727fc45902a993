package dev.dataflow.suite;

import static dev.dataflow.suite.ProfileTable.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of texts and numbers. */
class ListsTest extends EngineSuite {

    private static final List<String> TEXTS = List.of(
            "", " ", "a,b", "{}", "NULL", "null", "\"", "\\", "'", "e\u0301 \uD83D\uDC18", "\n\t\u0001", "[1]", "1.10");
    private static final List<Long> NUMBERS = List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE);

    private final ProfileNodes nodes = ProfileNodes.on(df);

    ListsTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void clear() {
        nodes.bulkDelete(BulkQuery::confirmed);
    }

    @Test
    void whatIsCreatedIsReadAndFound() {
        Profile empty = nodes.create(d -> JsonTest.plain(d).name("a"));
        Profile row = nodes.create(d -> JsonTest.plain(d)
                .name("b")
                .tags(TEXTS)
                .aliases(List.of())
                .scores(NUMBERS)
                .ranks(List.of(1L)));
        assertThat(nodes.read(empty.id())).contains(empty);
        assertThat(nodes.read(row.id())).contains(row);
        assertThat(row.tags()).isEqualTo(TEXTS);
        assertThat(row.aliases()).isEmpty();
        assertThat(empty.aliases()).isNull();
        assertThat(row.scores()).isEqualTo(NUMBERS);
        assertThat(nodes.list(q -> q.where(PROFILE.TAGS.eq(TEXTS))).records()).containsExactly(row);
        assertThat(nodes.list(q -> q.where(PROFILE.SCORES.in(List.of(NUMBERS, List.of(5L)))))
                        .records())
                .containsExactly(row);
        assertThat(nodes.list(q -> q.filter(Map.of("aliases", List.of()))).records())
                .containsExactly(row);
        assertThat(nodes.count(q -> q.where(PROFILE.TAGS.ne(List.of("A"))))).isEqualTo(2);
        assertThat(nodes.count(q -> q.where(PROFILE.ALIASES.isNull()))).isOne();
        List<String> other = new ArrayList<>(TEXTS);
        other.set(0, "x");
        assertThat(nodes.count(q -> q.where(PROFILE.TAGS.eq(other)))).isZero();
    }

    @Test
    void patchesAndBulkKeepThem() {
        Profile row = nodes.create(JsonTest::plain);
        assertThat(nodes.update(row.id(), p -> p.tags(TEXTS).ranks(NUMBERS)).tags())
                .isEqualTo(TEXTS);
        assertThat(nodes.update(row.id(), p -> p.ranks(null)).ranks()).isNull();
        nodes.bulkUpdate(BulkQuery::confirmed, p -> p.scores(NUMBERS).aliases(TEXTS));
        Profile read = nodes.read(row.id()).orElseThrow();
        assertThat(read.scores()).isEqualTo(NUMBERS);
        assertThat(read.aliases()).isEqualTo(TEXTS);
        Map<String, Object> exported = df.node("ProfileReadNode").run(Map.of("id", row.id()));
        assertThat(exported).containsEntry("scores", NUMBERS).containsEntry("aliases", TEXTS);
        df.node("ProfileUpdateNode")
                .run(Map.of("filter", Map.of("id", row.id()), "fields", Map.of("scores", new Object[] {1, 2})));
        assertThat(nodes.read(row.id()).orElseThrow().scores()).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void nullsAndOtherElementsAreRefusedBefore() {
        List<List<?>> wrong = List.of(
                Arrays.asList("a", null), List.of("secret\0"), List.of("\uD800"), List.of(1), List.of(List.of("a")));
        for (List<?> tags : wrong) {
            STATEMENTS.clear();
            assertThatThrownBy(() -> df.node("ProfileUpdateNode")
                            .run(Map.of("filter", Map.of("id", 1), "fields", Map.of("tags", tags))))
                    .isInstanceOfSatisfying(
                            DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TYPE_MISMATCH))
                    .hasMessageContaining("tags")
                    .hasMessageNotContaining("secret");
            assertThat(STATEMENTS).isEmpty();
        }
        assertThatThrownBy(() -> nodes.create(d -> JsonTest.plain(d).scores(Arrays.asList(1L, null))))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TYPE_MISMATCH));
    }
}
