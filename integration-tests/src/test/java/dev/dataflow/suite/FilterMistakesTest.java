package dev.dataflow.suite;

import static dev.dataflow.suite.ItemTable.ITEM;
import static dev.dataflow.suite.ShelfTable.SHELF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.testing.TestDatabase;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a filter may not say is refused before a statement, with where in the filter it stands. */
class FilterMistakesTest extends StoreSuite {

    private final ItemNodes items = ItemNodes.on(df);

    FilterMistakesTest(TestDatabase database) {
        super(database);
    }

    private String refusal(ErrorCode code, Map<String, ?> filter) {
        refused(code, () -> df.node("ItemBulkDeleteNode").run(Map.of("filter", filter)));
        return refused(code, () -> items.list(q -> q.filter(filter)));
    }

    private static Map<String, ?> is(String field, String operator, @Nullable Object value) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put(operator, value);
        return Map.of(field, map);
    }

    @Test
    void unknownNames() {
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, is("nmae", "$eq", 1))).contains("in filter is", "`name`");
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, is("name", "$lke", "a")))
                .contains("`filter.name.$lke`", "write `$like`");
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, Map.of("$annd", List.of())))
                .contains("`filter.$annd`", "write `$and`");
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, Map.of("$eq", 1))).contains("`filter.$eq` stands beside fields");
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, is("rank", "$or", List.of())))
                .contains("`filter.rank.$or`");
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, Map.of("$or", List.of(Map.of(), Map.of("$not", Map.of("rnk", 1))))))
                .contains("`rnk` in filter.$or[1].$not", "`rank`");
    }

    @Test
    void wrongOperands() {
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("rank", "1"))).contains("`filter.rank` is of type String");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, is("rank", "$in", List.of(1, "s3cr3t"))))
                .contains("`filter.rank.$in[1]`")
                .doesNotContain("s3cr3t");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, is("rank", "$in", 1))).contains("a list of values");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, is("rank", "$in", Arrays.asList(1, null))))
                .contains("$in[1]` is null");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, is("rank", "$gt", null))).contains("`filter.rank.$gt` is null");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, is("rank", "$between", List.of(1))))
                .contains("exactly two");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, is("rank", "$null", "yes"))).contains("true or false");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, is("name", "$like", 1))).contains("a string");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, is("rank", "$not", 1))).contains("`filter.rank.$not`");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("rank", List.of(1)))).contains("$in");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("rank", Map.of()))).contains("`filter.rank`");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("rank", Map.of("a", 1))))
                .contains("`filter.rank`");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("meta", Map.of("$eq", 1, "a", 1))))
                .contains("operators alone");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("$or", Map.of()))).contains("a list of filters");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("$and", List.of(1)))).contains("`filter.$and[0]`");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("$not", List.of()))).contains("`filter.$not`");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, is("name", "$gt", "a\0"))).contains("NUL");
        refusal(ErrorCode.TYPE_MISMATCH, is("weight", "$lt", Double.NaN));
    }

    @Test
    void operatorsThatDoNotFit() {
        assertThat(refusal(ErrorCode.OPERATOR_UNFIT, is("rank", "$like", "1%"))).contains("`filter.rank.$like`");
        refusal(ErrorCode.OPERATOR_UNFIT, is("color", "$startsWith", "R"));
        refusal(ErrorCode.OPERATOR_UNFIT, is("digest", "$regex", "R"));
        assertThat(refusal(ErrorCode.NO_ORDER, is("meta", "$gt", 1))).contains("`filter.meta.$gt`");
        refusal(ErrorCode.NO_ORDER, is("labels", "$between", List.of(List.of(), List.of())));
    }

    @Test
    void filtersThatAreTooLarge() {
        List<Integer> many = Collections.nCopies(10_001, 1);
        assertThat(refusal(ErrorCode.FILTER_TOO_LARGE, is("rank", "$in", many))).contains("`filter.rank.$in`");
        Map<String, ?> large = is("rank", "$in", many.subList(0, 8000));
        refused(
                ErrorCode.FILTER_TOO_LARGE,
                () -> items.list(q -> q.filter(large).filter(large)));
        Map<String, ?> deep = Map.of("rank", 1);
        for (int i = 0; i < 20; i++) {
            deep = Map.of("$and", List.of(deep));
        }
        Map<String, ?> deepest = deep;
        assertThat(items.count(q -> q.filter(deepest))).isZero();
        STATEMENTS.clear();
        assertThat(refusal(ErrorCode.FILTER_TOO_LARGE, Map.of("$not", deep))).contains("20 deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(",
                ")",
                "a)",
                "(?=a)",
                "(?i)a",
                "[a",
                "[]",
                "[b-a]",
                "[[:alpha:]]",
                "[a&&b]",
                "a**",
                "a*?",
                "a++",
                "*a",
                "a|",
                "()",
                "\\b",
                "\\1",
                "\\p{L}",
                "a{2,1}",
                "a{256}",
                "a{,2}",
                "a{0}",
                "a{1",
                "(a+)+",
                "(a|ab)*",
                "(a*|b)*",
                "(^a)*",
                "^*",
                "(a{200}){6}",
                "\\",
                "[\\",
                "[\\D]",
                "a]",
                "a}",
                "(a?b|c){2}",
                "([^a]|b)+"
            })
    void expressionsOutsideTheGrammar(String expression) {
        String message = refused(ErrorCode.PATTERN_INVALID, () -> items.list(q -> q.regex(ITEM.NAME, expression)));
        assertThat(message).contains("`filter.name.$regex`");
    }

    @Test
    void patternsThatCannotBeRead() {
        assertThat(refusal(ErrorCode.PATTERN_INVALID, is("name", "$like", "a\\b")))
                .contains("`filter.name.$like`");
        refusal(ErrorCode.PATTERN_INVALID, is("name", "$ilike", "a\\"));
        refusal(ErrorCode.PATTERN_INVALID, is("name", "$contains", "a".repeat(10_000)));
        refusal(ErrorCode.PATTERN_INVALID, is("name", "$regex", "a".repeat(1001)));
    }

    @Test
    void relationsAndPaths() {
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, Map.of("shlef", Map.of("label", "a"))))
                .contains("`shelf`");
        assertThat(refusal(ErrorCode.NAME_UNKNOWN, Map.of("shelf", Map.of("lable", "a"))))
                .contains("filter.shelf");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("shelf", 1))).contains("`filter.shelf`");
        assertThat(refusal(ErrorCode.TYPE_MISMATCH, Map.of("shelf", is("floor", "$gt", "1"))))
                .contains("`filter.shelf.floor.$gt`");
        assertThat(refusal(ErrorCode.OPERATOR_UNFIT, Map.of("shelf", Map.of("$some", Map.of()))))
                .contains("$some");
        assertThat(refusal(ErrorCode.OPERATOR_UNFIT, Map.of("parts", Map.of("rank", 1))))
                .contains("many rows");
        refusal(ErrorCode.TYPE_MISMATCH, Map.of("parts", Map.of("$every", 1)));
        refusal(ErrorCode.TYPE_MISMATCH, Map.of("parts", Map.of("$exists", 1)));
        refused(ErrorCode.NAME_UNKNOWN, () -> items.list(q -> q.related("shelves", c -> {})));
        refused(ErrorCode.CONDITION_FOREIGN, () -> items.list(q -> q.related("shelf", c -> c.eq(ITEM.ID, 1L))));
        refused(ErrorCode.CONDITION_FOREIGN, () -> items.list(q -> q.related("shelf", c -> c.where(ITEM.ID.eq(1L)))));
        assertThat(refusal(ErrorCode.JSON_PATH_INVALID, Map.of("name.a", 1))).contains("`filter.name.a`");
        refusal(ErrorCode.JSON_PATH_INVALID, Map.of("meta.a\"b", 1));
        refusal(ErrorCode.JSON_PATH_INVALID, Map.of("meta.a..b", 1));
        refusal(ErrorCode.TYPE_MISMATCH, Map.of("meta.a", Map.of("b", 1)));
        refusal(ErrorCode.TYPE_MISMATCH, is("meta.a", "$in", List.of(1, "a")));
        refusal(ErrorCode.OPERATOR_UNFIT, is("name", "$size", 1));
        refusal(ErrorCode.OPERATOR_UNFIT, is("name", "$overlaps", List.of("a")));
        refusal(ErrorCode.TYPE_MISMATCH, is("scores", "$contains", "a"));
        refusal(ErrorCode.FILTER_TOO_LARGE, is("scores", "$contains", Collections.nCopies(1001, 1)));
    }

    @Test
    void columnsOfOtherTables() {
        refused(ErrorCode.CONDITION_FOREIGN, () -> items.list(q -> q.eq(SHELF.ID, 1L)));
        refused(ErrorCode.CONDITION_FOREIGN, () -> items.list(q -> q.or(c -> c.where(SHELF.ID.eq(1L)))));
        refused(ErrorCode.CONDITION_FOREIGN, () -> items.list(q -> q.eq(SHELF.LABEL, "a")));
    }
}
