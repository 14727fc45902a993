package dev.dataflow.suite;

import static dev.dataflow.suite.ProfileTable.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.suite.Profile.Address;
import dev.dataflow.suite.Profile.Line;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON keeps every digit, and is compared by value on every database. */
class JsonTest extends EngineSuite {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String LONG_NUMBER = "12345678901234567890123";

    private final ProfileNodes nodes = ProfileNodes.on(df);

    JsonTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void clear() {
        nodes.bulkDelete(BulkQuery::confirmed);
    }

    static ProfileDraft plain(ProfileDraft draft) {
        return draft.name("ann")
                .attributes(Map.of())
                .addresses(Map.of())
                .lines(List.of())
                .tags(List.of())
                .scores(List.of());
    }

    static Map<String, Object> attributes() {
        Map<String, Object> result = new HashMap<>();
        result.put("integer", 7);
        result.put("long", Long.MAX_VALUE);
        result.put("big", new BigInteger(LONG_NUMBER));
        result.put("decimal", new BigDecimal("9.90"));
        result.put("longDecimal", new BigDecimal("-" + LONG_NUMBER + "." + LONG_NUMBER + "00"));
        result.put("double", 1.5);
        result.put("tenth", 0.1);
        result.put("zero", new BigDecimal("0.00"));
        result.put("text", "e\u0301 \uD83D\uDC18 \" \\ / ' \b\f\n\r\t \u0001 \u2028 {} 1.10");
        result.put("", true);
        result.put("null", null);
        result.put("list", List.of(1, "a", List.of(), Map.of("k", new BigDecimal("1.10"))));
        return result;
    }

    private Profile full(String name) {
        return nodes.create(d -> plain(d).name(name)
                .attributes(attributes())
                .addresses(Map.of(
                        "work", List.of(new Address("Main St", null), new Address("\u00C9", "1")), "x", List.of()))
                .home(new Address("Home", ""))
                .document(MAPPER.readTree("{\"b\":[1,2.50,null],\"a\":{}}"))
                .lines(List.of(
                        new Line(1, new BigDecimal("5.00"), 1.0, OffsetDateTime.parse("2026-01-31T12:00:00+05:30")),
                        new Line(2, new BigDecimal("1E+3"), Double.MIN_VALUE, null),
                        new Line(3, BigDecimal.ZERO, -Double.MAX_VALUE, null))));
    }

    @Test
    void whatIsCreatedIsRead() {
        Profile created = full("ann");
        Profile read = nodes.read(created.id()).orElseThrow();
        assertThat(read).isEqualTo(created);
        assertThat(read.attributes()).isEqualTo(attributes());
        assertThat(read.addresses().get("work").get(1)).isEqualTo(new Address("\u00C9", "1"));
        assertThat(read.lines().get(0))
                .isEqualTo(new Line(1, new BigDecimal("5.00"), 1.0, OffsetDateTime.parse("2026-01-31T12:00:00+05:30")));
        assertThat(read.lines().get(1).price()).isEqualByComparingTo("1000");
        assertThat(read.lines().get(1).weight()).isEqualTo(Double.MIN_VALUE);
        assertThat(read.lines().get(2).weight()).isEqualTo(-Double.MAX_VALUE);
        assertThat(read.document()).hasToString("{\"a\":{},\"b\":[1,2.50,null]}");
    }

    @Test
    void valuesAreComparedByValue() {
        Profile row = full("ann");
        nodes.create(d -> plain(d).name("bob").attributes(Map.of("decimal", 9.9)));
        Map<String, Object> same = attributes();
        same.put("decimal", new BigDecimal("9.9"));
        same.put("double", new BigDecimal("1.500"));
        same.put("zero", 0);
        Condition[] conditions = {
            PROFILE.ATTRIBUTES.eq(same),
            PROFILE.ATTRIBUTES.in(List.of(Map.of(), same)),
            PROFILE.ATTRIBUTES.ne(same).not(),
            PROFILE.ATTRIBUTES.isNotDistinctFrom(same),
            PROFILE.HOME.eq(new Address("Home", "")),
            PROFILE.DOCUMENT.eq(MAPPER.readTree("{\"a\":{},\"b\":[1.0,2.5,null]}")),
            PROFILE.LINES.eq(row.lines()),
        };
        for (Condition condition : conditions) {
            assertThat(nodes.list(q -> q.where(condition)).records())
                    .as("%s", condition)
                    .containsExactly(row);
        }
        assertThat(nodes.list(q -> q.filter(Map.of("attributes", same))).records())
                .containsExactly(row);
        assertThat(nodes.count(q -> q.filter(Map.of("attributes", Map.of("decimal", new BigDecimal("9.90"))))))
                .isOne();
        assertThat(nodes.count(q -> q.where(PROFILE.ATTRIBUTES.eq(Map.of())))).isZero();
        assertThat(nodes.count(q -> q.where(PROFILE.DOCUMENT.isNull()))).isOne();
        same.put("big", new BigInteger(LONG_NUMBER).add(BigInteger.ONE));
        assertThat(nodes.count(q -> q.where(PROFILE.ATTRIBUTES.eq(same)))).isZero();
    }

    @Test
    void patchesUpsertsAndBulkKeepValues() {
        Profile row = full("ann");
        Profile bare = nodes.create(d -> plain(d).name("bob"));
        Profile patched = nodes.update(
                bare.id(), p -> p.attributes(attributes()).home(row.home()).lines(row.lines()));
        assertThat(nodes.read(bare.id())).contains(patched);
        assertThat(patched.attributes()).isEqualTo(attributes());
        assertThat(nodes.update(bare.id(), p -> p.home(null)).home()).isNull();
        assertThat(nodes.upsert(
                                d -> plain(d).name("bob"),
                                on -> on.conflictOn(PROFILE.NAME)
                                        .update(p -> p.attributes(Map.of("a", new BigDecimal("1.10")))))
                        .record()
                        .attributes())
                .isEqualTo(Map.of("a", new BigDecimal("1.10")));
        List<Long> ids = nodes.bulkCreate(List.of(copy(row, "c"), copy(bare, "d")), o -> o.returnIds())
                .ids();
        assertThat(nodes.readAll(ids))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "name")
                .containsExactly(row, bare);
        Profile first = nodes.read(ids.get(0)).orElseThrow();
        Profile second = nodes.read(ids.get(1)).orElseThrow();
        nodes.bulkUpdate(List.of(with(second, first), with(first, second)));
        assertThat(nodes.readAll(ids)).containsExactly(with(second, first), with(first, second));
        nodes.bulkUpdate(q -> q.where(PROFILE.HOME.isNotNull()), p -> p.home(new Address("moved", null)));
        assertThat(nodes.count(q -> q.where(PROFILE.HOME.eq(new Address("moved", null)))))
                .isEqualTo(2);
        nodes.bulkUpsert(List.of(copy(row, "c"), copy(row, "e")), o -> o.conflictOn(PROFILE.NAME));
        assertThat(nodes.count(q -> q.where(PROFILE.ATTRIBUTES.eq(attributes()))))
                .isEqualTo(4);
        assertThat(nodes.bulkDelete(q -> q.where(PROFILE.ATTRIBUTES.eq(attributes())))
                        .deleted())
                .isEqualTo(4);
    }

    private static Profile copy(Profile of, String name) {
        return with(
                of,
                new Profile(null, name, Map.of(), Map.of(), null, null, List.of(), List.of(), null, List.of(), null));
    }

    /** One's values under the other's key and name. */
    private static Profile with(Profile of, Profile key) {
        return new Profile(
                key.id(),
                key.name(),
                of.attributes(),
                of.addresses(),
                of.home(),
                of.document(),
                of.lines(),
                of.tags(),
                of.aliases(),
                of.scores(),
                of.ranks());
    }

    @Test
    void mapsTakeAndGivePlainData() {
        Map<String, Object> created = df.node("ProfileCreateNode")
                .run(Map.of(
                        "name", "ann",
                        "attributes", attributes(),
                        "addresses", Map.of("home", List.of(Map.of("street", "a"))),
                        "home", Map.of("street", "b", "zip", "1"),
                        "document", "text",
                        "lines", List.of(Map.of("line", 1, "price", new BigDecimal("9.90"), "weight", 2)),
                        "tags", List.of("a"),
                        "scores", List.of(1, 2L)));
        assertThat(created)
                .containsEntry("attributes", attributes())
                .containsEntry("home", Map.of("street", "b", "zip", "1"))
                .containsEntry("document", "text");
        Map<String, Object> line = new HashMap<>();
        line.put("line", 1);
        line.put("price", new BigDecimal("9.90"));
        line.put("weight", 2.0);
        line.put("at", null);
        assertThat(created).containsEntry("lines", List.of(line));
        assertThat(df.node("ProfileReadNode").run(Map.of("id", created.get("id"))))
                .containsAllEntriesOf(created);
        assertThat(df.node("ProfileCountNode").run(Map.of("filter", Map.of("home", Map.of("zip", "1", "street", "b")))))
                .containsEntry("count", 1L);
        df.node("ProfileUpdateNode")
                .run(Map.of(
                        "filter", Map.of("id", created.get("id")), "fields", Map.of("home", Map.of("street", "c"))));
        assertThat(nodes.list(q -> q.limit(1)).records().get(0).home()).isEqualTo(new Address("c", null));
    }

    @Test
    void jsonNullIsNotNull() {
        Profile row = nodes.create(d -> plain(d).document(MAPPER.nullNode()));
        assertThat(nodes.read(row.id()).orElseThrow().document()).isEqualTo(MAPPER.nullNode());
        assertThat(nodes.count(q -> q.where(PROFILE.DOCUMENT.isNull()))).isZero();
        assertThat(nodes.count(q -> q.where(PROFILE.DOCUMENT.eq(MAPPER.nullNode()))))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "1e309",
                "1e-401",
                "{\"a\\u0000\":1}",
            })
    void whatADatabaseCouldNotHoldIsRefusedBefore(String json) {
        JsonNode document = MAPPER.readTree(json);
        refused(() -> nodes.create(d -> plain(d).document(document)));
    }

    @Test
    void deepJsonIsRefusedBefore() {
        UnaryOperator<String> nested =
                levels -> "[".repeat(Integer.parseInt(levels)) + "]".repeat(Integer.parseInt(levels));
        Profile row = nodes.create(d -> plain(d).document(MAPPER.readTree(nested.apply("100"))));
        assertThat(nodes.read(row.id()).orElseThrow().document()).hasToString(nested.apply("100"));
        refused(() -> nodes.create(d -> plain(d).document(MAPPER.readTree(nested.apply("101")))));
    }

    @Test
    void valuesOfAnotherTypeAreRefused() {
        refused(() -> df.node("ProfileUpdateNode")
                .run(Map.of("filter", Map.of("id", 1), "fields", Map.of("home", "secret"))));
        refused(() -> df.node("ProfileUpdateNode")
                .run(Map.of(
                        "filter", Map.of("id", 1), "fields", Map.of("home", Map.of("street", "secret", "city", "x")))));
        refused(() -> nodes.create(d -> plain(d).attributes(Map.of("secret", Double.NaN))));
        refused(() -> nodes.create(d -> plain(d).attributes(Map.of("secret", new Object()))));
        Map<String, Object> cycle = new HashMap<>();
        cycle.put("secret", cycle);
        refused(() -> nodes.create(d -> plain(d).attributes(cycle)));
    }

    private void refused(ThrowingCallable call) {
        STATEMENTS.clear();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TYPE_MISMATCH))
                .hasMessageNotContaining("secret");
        assertThat(STATEMENTS).isEmpty();
    }

    @Test
    void orderAndExpressionsAreRefused() {
        code(ErrorCode.NO_ORDER, () -> nodes.list(q -> q.orderBy(PROFILE.HOME)));
        code(ErrorCode.NO_ORDER, () -> nodes.list(q -> q.sort("-tags")));
        code(ErrorCode.EXPRESSION_INEXACT, () -> nodes.count(q -> q.where(PROFILE.HOME.lt(new Address("a", null)))));
        code(
                ErrorCode.EXPRESSION_INEXACT,
                () -> nodes.count(q -> q.where(PROFILE.TAGS.cast(String.class).eq("a"))));
        code(
                ErrorCode.EXPRESSION_INEXACT,
                () -> nodes.bulkUpdate(
                        BulkQuery::confirmed,
                        p -> p.setExpression(PROFILE.HOME, DSL.val(new Address("a", null), PROFILE.HOME))));
        code(ErrorCode.NO_ORDER, () -> nodes.count(q -> q.filter(Map.of("attributes", Map.of("$gt", 1)))));
    }

    private static void code(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aRowThatIsNotOfTheTypeCannotBeRead() {
        Profile row = nodes.create(JsonTest::plain);
        df.dsl().update(PROFILE).set(PROFILE.ATTRIBUTES, Map.of("secret", 1)).execute();
        df.dsl().execute("update profiles set home = attributes");
        assertThatThrownBy(() -> nodes.read(row.id()))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORED_VALUE_INVALID))
                .hasMessageNotContaining("secret");
    }

    @Test
    void plainJooqReadsAndWritesTheSame() {
        Profile row = nodes.create(JsonTest::plain);
        df.dsl()
                .update(PROFILE)
                .set(PROFILE.ATTRIBUTES, attributes())
                .set(PROFILE.TAGS, List.of("a"))
                .execute();
        assertThat(nodes.read(row.id()).orElseThrow().attributes()).isEqualTo(attributes());
        assertThat(df.dsl().select(PROFILE.ATTRIBUTES).from(PROFILE).fetchSingle(PROFILE.ATTRIBUTES))
                .isEqualTo(attributes());
        assertThat(df.dsl().select(PROFILE.TAGS).from(PROFILE).fetchSingle(PROFILE.TAGS))
                .isEqualTo(List.of("a"));
    }
}
