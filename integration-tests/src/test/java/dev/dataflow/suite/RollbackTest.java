package dev.dataflow.suite;

import static dev.dataflow.suite.TagTable.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.node.Conflict;
import dev.dataflow.node.OnError;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.CustomerNodes;

/** What each kind of node did is undone with its transaction or savepoint, single and bulk. */
class RollbackTest extends EngineSuite {

    /** More than one batch, and enough for what loads many rows at once. */
    private static final int MANY = 1200;

    private final TagNodes tags = TagNodes.on(df);
    private final CustomerNodes customers = CustomerNodes.on(df);

    RollbackTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        for (String code : List.of("a", "b", "c")) {
            tags.create(d -> d.code(code).label(code).weight(1));
        }
        customers.create(d -> d.email("ann@x.com").name("Ann"));
        STATEMENTS.clear();
    }

    /** Each kind of writing, by name. */
    private Map<String, Runnable> writes() {
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("create", () -> tags.create(d -> d.code("new").label("new")));
        all.put(
                "create with a counted key",
                () -> customers.create(d -> d.email("b").name("B")));
        all.put("update", () -> tags.update("a", p -> p.weight(2)));
        all.put("update from a row", () -> tags.update(tags.read("a").orElseThrow(), p -> p.weight(2)));
        all.put("modify", () -> tags.modify("a", (row, p) -> p.weight(row.weight() + 1)));
        all.put("delete", () -> tags.delete("a"));
        all.put(
                "upsert of a new row",
                () -> tags.upsert(d -> d.code("new").label("new"), on -> on.conflictOn(TAG.CODE)));
        all.put(
                "upsert of a row that is there",
                () -> tags.upsert(d -> d.code("a").label("new"), on -> on.conflictOn(TAG.CODE)));
        all.put(
                "upsert by another key",
                () -> customers.upsert(
                        d -> d.email("ann@x.com").name("Beth"),
                        on -> on.conflictOn(shop.CustomerTable.CUSTOMER.EMAIL)));
        all.put("bulk create", () -> tags.bulkCreate(many()));
        all.put(
                "bulk create that skips",
                () -> tags.bulkCreate(many(), o -> o.onConflict(Conflict.SKIP).conflictOn(TAG.CODE)));
        all.put(
                "bulk create that updates",
                () -> tags.bulkCreate(many(), o -> o.onConflict(Conflict.UPSERT).conflictOn(TAG.CODE)));
        all.put(
                "bulk create with ids",
                () -> customers.bulkCreate(
                        many().stream()
                                .map(tag -> new shop.Customer(null, tag.code(), "n", null))
                                .toList(),
                        o -> o.returnIds()));
        all.put("bulk create that leaves out", () -> tags.bulkCreate(twice(), o -> o.onError(OnError.CONTINUE)));
        all.put("bulk upsert", () -> tags.bulkUpsert(twice(), o -> o.conflictOn(TAG.CODE)));
        all.put("bulk update by filter", () -> tags.bulkUpdate(q -> q.where(TAG.WEIGHT.eq(1)), p -> p.weight(3)));
        all.put(
                "bulk update of some",
                () -> tags.bulkUpdate(q -> q.where(TAG.WEIGHT.eq(1)).limit(2), p -> p.weight(3)));
        all.put("bulk update of rows", () -> tags.bulkUpdate(List.of(tag("a"), tag("b"))));
        all.put("bulk delete", () -> tags.bulkDelete(BulkQuery::confirmed));
        all.put(
                "bulk delete of some",
                () -> tags.bulkDelete(q -> q.where(TAG.WEIGHT.eq(1)).limit(2)));
        all.put("plain jOOQ", () -> df.dsl().update(TAG).set(TAG.WEIGHT, 5).execute());
        return all;
    }

    private static Tag tag(String code) {
        return new Tag(code, "label " + code, null, 9, null);
    }

    private static List<Tag> many() {
        return IntStream.range(0, MANY).mapToObj(i -> tag("new " + i)).toList();
    }

    private static List<Tag> twice() {
        List<Tag> rows = new ArrayList<>(many());
        rows.add(tag("a"));
        return rows;
    }

    private List<Object> stored() {
        List<Object> rows =
                new ArrayList<>(tags.list(q -> q.sort("code").limit(10_000)).records());
        rows.addAll(customers.list(q -> q.sort("email").limit(10_000)).records());
        return rows;
    }

    @Test
    void whatATransactionDidIsUndone() {
        List<Object> before = stored();
        writes().forEach((kind, write) -> {
            assertThatThrownBy(() -> df.transaction(tx -> {
                        write.run();
                        assertThat(stored()).as(kind).isNotEqualTo(before);
                        throw new IllegalStateException("undo");
                    }))
                    .as(kind)
                    .hasMessage("undo");
            assertThat(stored()).as(kind).isEqualTo(before);
        });
    }

    @Test
    void whatASavepointDidIsUndoneAndTheRestKept() {
        List<Object> before = stored();
        df.transaction(tx -> {
            tags.create(d -> d.code("kept 1").label("kept 1").weight(0));
            List<Object> outer = stored();
            writes().forEach((kind, write) -> {
                assertThatThrownBy(() -> df.transaction(inner -> {
                            write.run();
                            assertThat(stored()).as(kind).isNotEqualTo(outer);
                            throw new IllegalStateException("undo");
                        }))
                        .as(kind)
                        .hasMessage("undo");
                assertThat(stored()).as(kind).isEqualTo(outer);
            });
            tags.create(d -> d.code("kept 2").label("kept 2").weight(0));
        });
        assertThat(stored()).containsAll(before).hasSize(before.size() + 2);
    }

    @Test
    void whatManyNodesDidInOneTransactionIsUndone() {
        List<Object> before = stored();
        assertThatThrownBy(() -> df.transaction(tx -> {
                    tags.bulkCreate(many());
                    tags.update("a", p -> p.weight(2));
                    df.transaction(inner -> tags.delete("b"));
                    tags.bulkUpdate(q -> q.where(TAG.WEIGHT.eq(9)), p -> p.weight(10));
                    tags.bulkDelete(q -> q.where(TAG.WEIGHT.eq(10)).limit(100));
                    customers.bulkDelete(BulkQuery::confirmed);
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        assertThat(stored()).isEqualTo(before);
    }
}
