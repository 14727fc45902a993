package dev.dataflow.suite;

import static dev.dataflow.suite.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.AggregateFunction;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.FilterQuery;
import dev.dataflow.query.ListQuery;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Hostile text is a value or is refused: it never becomes a part of SQL. */
class InjectionTest extends EngineSuite {

    private static final List<String> HOSTILE = List.of(
            "'; drop table items; --",
            "\" or \"\"=\"",
            "` or 1=1 -- ",
            "') or ('1'='1",
            "\\' or 1=1 #",
            "\\",
            "%' or name like '%",
            "' || pg_sleep(9) || '",
            "1; select sleep(9)",
            "*/ or 1=1 /*",
            "{0}",
            "{{0}}",
            "${name}",
            ":name",
            "?",
            "$1",
            "dataflow:filter:0:0:VALUE",
            "dataflow:call:LIMIT:0",
            "name\" desc; delete from \"items",
            "items.name",
            "price--",
            "a]b[c",
            "x' escape '!",
            "!%!_!!",
            "\u202ename",
            "na\u200bme",
            "ｎａｍｅ",
            "nam\u0065\u0301");

    private final ItemNodes items = ItemNodes.on(df);

    InjectionTest(TestDatabase database) {
        super(database);
    }

    private void finds(String name, Consumer<FilterQuery<?>> filter) {
        assertThat(items.list(filter::accept).records()).extracting(Item::name).containsExactly(name);
    }

    @Test
    void valuesAreValues() {
        items.bulkDelete(BulkQuery::confirmed);
        HOSTILE.forEach(text -> items.create(d ->
                d.name(text).price(BigDecimal.ONE).meta(Map.of("key", text)).labels(List.of(text))));
        STATEMENTS.clear();
        for (String text : HOSTILE) {
            String pattern = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            finds(text, q -> q.eq(ITEM.NAME, text));
            finds(text, q -> q.filter(Map.of("name", Map.of("$in", List.of(text, text + "'")))));
            finds(text, q -> q.like(ITEM.NAME, pattern));
            finds(text, q -> q.ilike(ITEM.NAME, pattern));
            finds(
                    text,
                    q -> q.startsWith(ITEM.NAME, text).endsWith(ITEM.NAME, text).contains(ITEM.NAME, text));
            finds(text, q -> q.regex(ITEM.NAME, "^" + text.replaceAll("([\\p{Punct} ])", "\\\\$1") + "$"));
            finds(text, q -> q.filter(Map.of("meta.key", text)));
            finds(text, q -> q.containsAll(ITEM.LABELS, List.of(text)));
            finds(text, q -> q.overlaps(ITEM.LABELS, List.of(text, "'")));
            finds(text, q -> q.where(ITEM.NAME.eq(text)));
        }
        assertThat(STATEMENTS)
                .allSatisfy(statement -> HOSTILE.stream()
                        .filter(text -> text.length() > 2 && !text.equals("{0}") && !text.equals("items.name"))
                        .forEach(text -> assertThat(statement.sql()).doesNotContain(text)));
        assertThat(items.count(q -> {})).isEqualTo(HOSTILE.size());
    }

    @Test
    void namesAreNamesOfTheModel() {
        for (String name : HOSTILE) {
            refused(() -> items.list(q -> q.filter(Map.of(name, 1))));
            refused(() -> items.list(q -> q.filter(Map.of("name", Map.of("$" + name, 1)))));
            refused(() -> items.list(q -> q.filter(Map.of("$" + name, 1))));
            refused(() -> items.list(q -> q.filter(Map.of(name + ".key", 1))));
            refused(() -> items.list(q -> q.related(name, c -> {})));
            refused(() -> items.list((ListQuery q) -> q.sort(name)));
            refused(() -> items.list((ListQuery q) -> q.sort("-" + name)));
            refused(() -> df.node("ItemListNode").run(Map.of("sort", List.of(Map.of(name, 1)))));
            refused(() -> df.node("ItemListNode").run(Map.of("fields", List.of(name))));
            refused(() -> df.node("ItemListNode").run(Map.of("include", name)));
            refused(() -> df.node("ItemCreateNode").run(Map.of("name", "a", "price", 1, name, 1)));
            refused(() ->
                    df.node("ItemBulkUpdateNode").run(Map.of("filter", Map.of("id", 1), "update", Map.of(name, 1))));
        }
    }

    @Test
    void whatGroupsHoldHasNamesOfTheModelOrPlainOnes() {
        for (String name : HOSTILE) {
            Map<String, Object> counted = Map.of("n", Map.of("$count", "*"));
            refused(() -> items.aggregate(q -> q.groupBy(name)));
            refused(() -> items.aggregate(q -> q.compute("n", AggregateFunction.MIN, name)));
            refused(() -> items.aggregate(q -> q.count("n").having(name, h -> h.gt(1))));
            refused(() -> items.aggregate(q -> q.count("n").sort(name)));
            refused(() -> aggregate(Map.of("aggregate", counted, "having", Map.of(name, 1))));
            refused(() -> aggregate(Map.of("aggregate", counted, "sort", List.of(Map.of(name, -1)))));
            refused(() -> aggregate(Map.of("aggregate", Map.of("n", Map.of("$" + name, "price")))));
            refused(() -> aggregate(Map.of("aggregate", Map.of("n", Map.of("$max", name)))));
            if (name.matches("\\p{L}+")) {
                assertThat(items.aggregate(q -> q.count(name).sort(name)).get(0).count(name))
                        .isNotNegative();
            } else {
                refused(ErrorCode.ALIAS_INVALID, () -> items.aggregate(q -> q.count(name)));
                refused(ErrorCode.ALIAS_INVALID, () -> aggregate(Map.of("aggregate", Map.of(name, counted.get("n")))));
            }
        }
        assertThat(STATEMENTS)
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.sql().replaceAll("[\"`]", ""))
                        .isEqualTo("select count(*) from items order by count(*) asc"));
    }

    private void aggregate(Map<String, Object> input) {
        df.node("ItemAggregateNode").run(input);
    }

    /** Keys of JSON are data, too. */
    @Test
    void pathsAreValues() {
        for (String key : HOSTILE) {
            String message;
            try {
                assertThat(items.list(q -> q.filter(Map.of("meta." + key, 1))).records())
                        .isEmpty();
            } catch (DataFlowException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.JSON_PATH_INVALID);
                message = e.getMessage();
                assertThat(message).contains("filter.meta.");
            }
        }
        assertThat(STATEMENTS)
                .isNotEmpty()
                .allSatisfy(statement -> HOSTILE.stream()
                        .filter(text -> text.length() > 3 && !text.equals("items.name"))
                        .forEach(text -> assertThat(statement.sql()).doesNotContain(text)));
    }

    private static void refused(ThrowingCallable call) {
        refused(ErrorCode.NAME_UNKNOWN, call);
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        int before = STATEMENTS.size();
        DataFlowException caught = catchThrowableOfType(DataFlowException.class, call);
        assertThat(caught).as("what is to be refused").isNotNull();
        assertThat(caught.code()).isEqualTo(code);
        assertThat(STATEMENTS).as("statements of a refused call").hasSize(before);
    }
}
