package dev.dataflow.suite;

import static dev.dataflow.suite.TagTable.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.node.BulkResult;
import dev.dataflow.node.Conflict;
import dev.dataflow.query.Group;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import dev.dataflow.transaction.StatementEvent;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that was there before, whose collation takes 'a' and 'A' for equal: the database's collation rules. */
@EveryEngine
class CollationTest {

    private final Engine engine;
    private final List<StatementEvent> statements = new CopyOnWriteArrayList<>();
    private TestDatabase database;
    private DataFlow df;
    private TagNodes tags;

    CollationTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void open() throws Exception {
        database = TestDatabases.create(engine);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (engine == Engine.POSTGRESQL) {
                statement.execute("CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2',"
                        + " deterministic = false)");
            }
            statement.execute(table());
        }
        df = DataFlow.builder()
                .url(database.url())
                .existingSchema(true)
                .models(Tag.class)
                .statementListener(statements::add)
                .build();
        tags = TagNodes.on(df);
    }

    @AfterEach
    void close() {
        assertThat(df.activeConnections()).isZero();
        df.close();
        database.close();
    }

    private String table() {
        String collation = switch (engine) {
            case POSTGRESQL -> "caseless";
            case MYSQL -> "utf8mb4_0900_as_ci";
            case MARIADB -> "utf8mb4_uca1400_as_ci";
            case SQLITE -> "NOCASE";
        };
        String sql = """
                CREATE TABLE "group" (
                  code varchar(255) COLLATE %1$s NOT NULL PRIMARY KEY,
                  "select" varchar(255) COLLATE %1$s NOT NULL UNIQUE,
                  "rank" int UNIQUE,
                  weight int NOT NULL,
                  parent_code varchar(255) COLLATE %1$s,
                  FOREIGN KEY (parent_code) REFERENCES "group" (code))""".formatted(collation);
        return engine == Engine.MYSQL || engine == Engine.MARIADB ? sql.replace('"', '`') : sql;
    }

    private static Tag tag(String code, String label, int weight) {
        return new Tag(code, label, null, weight, null);
    }

    @Test
    void keysAreFoundByTheirEquals() {
        Tag a = tags.create(tag("a", "one", 1));
        tags.create(tag("b", "two", 2));
        assertThatThrownBy(() -> tags.create(tag("A", "three", 3))).isInstanceOf(UniqueViolationException.class);
        assertThatThrownBy(() -> tags.create(tag("c", "ONE", 3))).isInstanceOf(UniqueViolationException.class);
        assertThat(tags.read("A")).contains(a);
        assertThat(tags.readAll(List.of("B", "x", "A", "b", "a")))
                .extracting(Tag::code)
                .containsExactly("b", "a");
        assertThat(tags.readAll(List.of("B", "A"), Code.class)).containsExactly(new Code("b"), new Code("a"));
        assertThat(tags.count(q -> q.where(TAG.CODE.eq("A")))).isOne();
        assertThat(tags.list(q -> q.filter(Map.of("select", "ONE"))).records()).containsExactly(a);
    }

    @Test
    void groupsAreOfEqualTexts() {
        tags.create(tag("a", "one", 1));
        tags.create(new Tag("b", "two", null, 2, "a"));
        tags.create(new Tag("c", "three", null, 3, "A"));
        List<Group> groups = tags.aggregate(q -> q.groupBy(TAG.PARENT_CODE)
                .countDistinct("parents", TAG.PARENT_CODE)
                .sum("weights", TAG.WEIGHT)
                .min("least", TAG.PARENT_CODE));
        assertThat(groups)
                .extracting(group -> group.value("weights"), group -> group.value("parents"))
                .containsExactly(tuple(1L, 0L), tuple(5L, 1L));
        assertThat(groups.get(1).value("least", String.class)).isEqualToIgnoringCase("a");
        // SQLite compares what is computed by code point
        assertThat(tags.aggregate(
                        q -> q.groupBy(TAG.PARENT_CODE).max("last", TAG.CODE).having("last", h -> h.between("B", "D"))))
                .hasSize(engine == Engine.SQLITE ? 0 : 1);
    }

    record Code(String code) {}

    /** PostgreSQL before 18 has no LIKE for a collation by which different texts are equal. */
    @Test
    void patternsWhereTheDatabaseHasThem() {
        tags.create(tag("ab", "one", 1));
        assertThat(tags.count(q -> q.where(TAG.CODE.collate(codePoint()).like("a%"))))
                .isOne();
        if (engine == Engine.POSTGRESQL) {
            assertThatThrownBy(() -> tags.count(q -> q.where(TAG.CODE.like("a%"))))
                    .isInstanceOfSatisfying(
                            DataFlowException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.PATTERN_UNSUPPORTED));
        } else {
            // SQLite's LIKE knows no collation
            assertThat(tags.count(q -> q.where(TAG.CODE.like("A%")))).isEqualTo(engine == Engine.SQLITE ? 0 : 1);
        }
    }

    private String codePoint() {
        return switch (engine) {
            case POSTGRESQL -> "C";
            case MYSQL -> "utf8mb4_0900_bin";
            case MARIADB -> "utf8mb4_nopad_bin";
            case SQLITE -> "BINARY";
        };
    }

    @Test
    void eachCallAsksWhichOfItsKeysAreEqual() {
        for (int i = 0; i < 3; i++) {
            tags.readAll(List.of("a", "b"));
        }
        assertThat(statements)
                .extracting(StatementEvent::operation)
                .containsExactly(
                        "comparison of texts", "read", "comparison of texts", "read", "comparison of texts", "read");
    }

    @Test
    void rowsOfOneCallFoldLikeRowsOneByOne() {
        BulkResult<String> created = tags.bulkCreate(
                List.of(tag("x", "one", 1), tag("X", "two", 2), tag("y", "three", 3)),
                o -> o.onConflict(Conflict.UPSERT).conflictOn(TAG.CODE).returnIds());
        assertThat(List.of(created.inserted(), created.updated())).containsExactly(2L, 1L);
        assertThat(created.ids()).containsExactly("x", "x", "y");
        assertThat(tags.read("x")).contains(tag("x", "two", 2));
        BulkResult<String> skipped = tags.bulkCreate(
                List.of(tag("Y", "other", 4), tag("z", "four", 5), tag("Z", "five", 6)),
                o -> o.onConflict(Conflict.SKIP).conflictOn(TAG.CODE).returnIds());
        assertThat(List.of(skipped.inserted(), skipped.skipped())).containsExactly(1L, 2L);
        assertThat(skipped.ids()).containsExactly("y", "z", "z");
        assertThat(tags.bulkUpsert(List.of(tag("n", "TWO", 9), tag("m", "six", 9)), o -> o.conflictOn(TAG.LABEL))
                        .updated())
                .isOne();
        assertThat(tags.read("X")).contains(tag("x", "two", 9));
    }

    @Test
    void rowsAreChangedByEqualKeys() {
        tags.create(tag("a", "one", 1));
        tags.create(tag("b", "two", 2));
        assertThat(tags.bulkUpdate(List.of(tag("A", "uno", 5), tag("a", "eins", 6), tag("B", "zwei", 7)))
                        .updated())
                .as("two rows, one of them changed twice")
                .isEqualTo(3);
        assertThat(tags.readAll(List.of("a", "b"))).containsExactly(tag("a", "eins", 6), tag("b", "zwei", 7));
        assertThat(df.node("TagBulkUpdateNode")
                        .run(Map.of(
                                "data", List.of(Map.of("code", "A", "weight", 8), Map.of("code", "a", "label", "un")))))
                .containsEntry("processed", 2L);
        assertThat(tags.read("a")).contains(tag("a", "un", 8));
        assertThat(tags.upsert(d -> d.code("A").label("ein").weight(3), o -> o.conflictOn(TAG.CODE))
                        .created())
                .isFalse();
    }

    @Test
    void relatedRowsAreFoundByEqualKeys() {
        tags.create(tag("a", "one", 1));
        tags.create(tag("b", "two", 2));
        tags.create(new Tag("c", "three", null, 3, "A"));
        tags.create(new Tag("d", "four", null, 4, "a"));
        tags.create(new Tag("e", "five", null, 5, "B"));
        assertThat(tags.list(q -> q.where(TAG.PARENT_CODE.isNotNull()).orderBy(TAG.CODE), Child.class)
                        .records())
                .containsExactly(
                        new Child("c", new Code("a")), new Child("d", new Code("a")), new Child("e", new Code("b")));
    }

    record Child(String code, Code parentCode) {}

    /** What is written in one call leaves behind what is written row by row. */
    @Test
    void randomRowsFoldAsTheDatabaseComparesThem() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CollationTest seed " + seed);
        Random random = new Random(seed);
        List<String> parts =
                List.of("a", "A", "b", "B", "é", "É", "e\u0301", " ", "ß", "ss", "😀", "\"", "\\", "'", "I", "ı");
        for (int round = 0; round < 5; round++) {
            List<Tag> rows = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String code = parts.get(random.nextInt(parts.size())) + parts.get(random.nextInt(parts.size()));
                rows.add(tag(code, "l" + i, i));
            }
            for (Conflict policy : List.of(Conflict.UPSERT, Conflict.SKIP)) {
                BulkResult<String> together = bulk(rows, policy, 1_000);
                List<Tag> left = clear();
                BulkResult<String> apart = bulk(rows, policy, 1);
                assertThat(clear()).as("seed " + seed + " " + policy).isEqualTo(left);
                assertThat(together).as("seed " + seed + " " + policy).isEqualTo(apart);
            }
        }
    }

    private BulkResult<String> bulk(List<Tag> rows, Conflict policy, int size) {
        return tags.bulkCreate(
                rows,
                o -> o.onConflict(policy).conflictOn(TAG.CODE).batchSize(size).returnIds());
    }

    private List<Tag> clear() {
        List<Tag> rows = new ArrayList<>(tags.list(q -> q.limit(1_000)).records());
        rows.sort(Comparator.comparing(Tag::label));
        tags.bulkDelete(q -> q.confirmed());
        return rows;
    }

    @Test
    void longTextsThatDifferAtTheirEndOnly() {
        String start = "x".repeat(250);
        List<Tag> rows = new ArrayList<>();
        for (String end : List.of("a", "b", "c", "A", "B", "C")) {
            rows.add(tag(start + end, end + rows.size(), rows.size()));
        }
        assertThat(bulk(rows, Conflict.UPSERT, 100).inserted()).isEqualTo(3);
        assertThat(tags.readAll(rows.stream()
                        .map(row -> row.code().toUpperCase(Locale.ROOT))
                        .toList()))
                .extracting(Tag::weight)
                .containsExactly(3, 4, 5);
    }
}
