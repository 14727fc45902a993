package dev.dataflow.suite;

import static dev.dataflow.suite.SelectTable.SELECT;
import static dev.dataflow.suite.UserTable.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words that SQL reserves are names like any other, on every path. */
class ReservedWordsTest extends EngineSuite {

    private final SelectNodes nodes = SelectNodes.on(df);

    ReservedWordsTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void noRows() {
        nodes.bulkDelete(BulkQuery::confirmed);
        UserNodes.on(df).bulkDelete(BulkQuery::confirmed);
    }

    @Test
    void singleNodes() {
        User user = UserNodes.on(df).create(d -> d.group("a"));
        Map<String, Object> given = row(1);
        given.put("user_id", user.key());
        Map<String, Object> created = new SelectCreateNode(df).run(given);
        assertThat(new SelectReadNode(df).run(Map.of("id", created.get("id")))).containsAllEntriesOf(given);
        List<String> fields = List.of("select", "order", "null", "default", "case", "from", "table", "id");
        assertThat(new SelectReadNode(df).run(Map.of("id", created.get("id"), "fields", fields)))
                .containsOnlyKeys("select", "order", "null", "default", "case", "from", "table", "id", "found");
        record Words(int from, String where, String order, String nullWord, int select) {}
        assertThat(nodes.read((Long) created.get("id"), Words.class))
                .contains(new Words(1, "where 1", "order 1", "null 1", 1));
        Map<String, Object> changes = row(2);
        changes.remove("unique");
        assertThat(new SelectUpdateNode(df).run(Map.of("filter", Map.of("id", created.get("id")), "fields", changes)))
                .containsAllEntriesOf(changes);
        assertThat(nodes.count(q -> q.filter(changes))).isEqualTo(1);
        for (String column : row(1).keySet()) {
            assertThat(nodes.list(q -> q.sort("-" + column)).records()).hasSize(1);
            assertThat(nodes.count(q -> q.where(field(column).isNotNull()))).isEqualTo(1);
        }
        Map<String, Object> upserted = new SelectUpsertNode(df)
                .run(Map.of("where", Map.of("unique", "unique 1"), "create", Map.copyOf(changes)));
        assertThat(upserted).containsEntry("created", false);
        Select typed = nodes.list(q ->
                        q.where(SELECT.DESC.ge(0).and(SELECT.FROM.ne(-1))).orderBy(SELECT.WHERE.desc(), SELECT.ORDER))
                .records()
                .get(0);
        assertThat(nodes.update(typed, p -> p.where("x").set("y").setExpression(SELECT.DESC, SELECT.DESC.add(1)))
                        .desc())
                .isEqualTo(typed.desc() + 1);
        UserNodes users = UserNodes.on(df);
        assertThat(users.upsert(d -> d.group("a"), on -> on.conflictOn(USER.GROUP))
                        .created())
                .isFalse();
        assertThat(users.list(q -> q.where(USER.KEY.eq(user.key())).orderBy(USER.GROUP))
                        .records())
                .containsExactly(user);
    }

    @Test
    void bulkNodes() {
        List<Map<String, Object>> rows =
                IntStream.range(0, 50).mapToObj(ReservedWordsTest::row).toList();
        new SelectBulkCreateNode(df).run(Map.of("data", rows));
        List<Map<String, Object>> changed = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<String, Object> row = row(i + 100);
            row.put("unique", "unique " + i);
            changed.add(row);
        }
        assertThat(new SelectBulkUpsertNode(df).run(Map.of("data", changed, "conflict_on", List.of("unique"))))
                .containsEntry("inserted", 10L)
                .containsEntry("updated", 50L);
        List<Select> stored = nodes.list(q -> q.sort("id")).records();
        Map<String, Object> same = row(5);
        same.remove("unique");
        new SelectBulkUpdateNode(df)
                .run(Map.of("filter", Map.of("key", stored.get(0).key()), "update", same));
        assertThat(nodes.count(q -> q.filter(same))).isEqualTo(1);
        assertThat(nodes.bulkUpdate(stored).updated()).isEqualTo(60);
        assertThat(nodes.list(q -> q.sort("id")).records())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*updatedAt")
                .isEqualTo(stored);
        assertThat(nodes.bulkDelete(q -> q.where(SELECT.INDEX.isNotNull())).deleted())
                .isEqualTo(60);
    }

    private static Field<?> field(String column) {
        return java.util.Objects.requireNonNull(SELECT.field(column));
    }

    private static Map<String, Object> row(int number) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Field<?> field : SELECT.fields()) {
            if (!List.of("id", "user_id", "created_at", "updated_at").contains(field.getName())) {
                row.put(
                        field.getName(),
                        field.getType() == Integer.class ? (Object) number : field.getName() + " " + number);
            }
        }
        return row;
    }
}
