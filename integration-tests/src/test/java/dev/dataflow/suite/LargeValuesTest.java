package dev.dataflow.suite;

import static dev.dataflow.suite.ExtremeTable.EXTREME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.Page;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Text and bytes of 10 MB on every path. */
class LargeValuesTest extends EngineSuite {

    private static final int SIZE = 10_000_000;
    private static final String TEXT = text();
    private static final byte[] BYTES = bytes();

    private final ExtremeNodes nodes = ExtremeNodes.on(df);

    LargeValuesTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void noRows() {
        nodes.bulkDelete(BulkQuery::confirmed);
    }

    record Content(String text, byte[] bytes) {}

    @Test
    void tenMegabytesAreKept() {
        Extreme row = nodes.create(d -> d.code("a").text(TEXT).bytes(BYTES));
        assertLarge("a");
        nodes.update(row.id(), p -> p.text("small").bytes(new byte[0]));
        nodes.update(row.id(), p -> p.text(TEXT).bytes(BYTES));
        assertThat(nodes.count(q -> q.where(EXTREME.TEXT.eq(TEXT).and(EXTREME.BYTES.eq(BYTES)))))
                .isEqualTo(1);
        nodes.upsert(d -> d.code("a").text("small"), on -> on.conflictOn(EXTREME.CODE));
        nodes.upsert(d -> d.code("a").text(TEXT), on -> on.conflictOn(EXTREME.CODE));
        Content content = nodes.read(row.id(), Content.class).orElseThrow();
        assertLarge(content.text(), content.bytes());
    }

    /** One large row beside a small one is enough for each statement to carry both. */
    @Test
    void tenMegabytesAreKeptInBulk() {
        nodes.bulkCreate(List.of(large("a"), small("b")));
        assertLarge("a");
        nodes.bulkUpdate(BulkQuery::confirmed, p -> p.text("small").bytes(new byte[0]));
        nodes.bulkUpsert(List.of(large("a"), small("c")), o -> o.conflictOn(EXTREME.CODE));
        List<Extreme> rows = nodes.list(q -> q.sort("code")).records();
        assertLarge(rows.get(0).text(), rows.get(0).bytes());
        nodes.bulkUpdate(BulkQuery::confirmed, p -> p.text("small").bytes(new byte[0]));
        assertThat(nodes.bulkUpdate(rows).updated()).isEqualTo(3);
        assertLarge("a");
    }

    @Test
    void tenMegabytesAreSorted() {
        nodes.bulkCreate(List.of(sorted("b"), sorted("a"), sorted("c")));
        if (on(Engine.MYSQL)) { // the buffer is 8 MB
            assertThatThrownBy(() -> nodes.list(q -> q.orderBy(EXTREME.TEXT.asc())))
                    .hasMessageContaining("DF-400")
                    .hasMessageContaining("raise sort_buffer_size");
        }
        df.transaction(tx -> {
            if (on(Engine.MYSQL)) {
                tx.dsl().execute("set session sort_buffer_size = 134217728");
            }
            assertSorted(ExtremeNodes.on(tx), on(Engine.MARIADB));
            if (on(Engine.MYSQL)) {
                tx.dsl().execute("set session sort_buffer_size = 8388608");
            }
        });
    }

    private static void assertSorted(ExtremeNodes rows, boolean cut) {
        assertThat(rows.list(q -> q.orderBy(EXTREME.TEXT.desc())).records())
                .extracting(Extreme::code)
                .containsExactly("c", "b", "a");
        List<String> codes = new ArrayList<>();
        Page<Extreme> page = rows.list(q -> q.orderBy(EXTREME.TEXT.asc()).limit(1));
        if (cut) {
            assertThatThrownBy(page::next).hasMessageContaining("DF-165");
            return;
        }
        codes.add(page.records().get(0).code());
        while (page.hasNext()) {
            page = page.next();
            codes.add(page.records().get(0).code());
        }
        assertThat(codes).containsExactly("a", "b", "c");
    }

    /** MariaDB looks at the first max_sort_length bytes, 16,384 on connections of ours. */
    @Test
    void textsAreSortedByAllTheirCharacters() {
        String prefix = "x\u00e9".repeat(on(Engine.MARIADB) ? 2_000 : 30_000);
        nodes.bulkCreate(List.of(
                extreme("a", prefix + "c", new byte[0]),
                extreme("b", prefix + "a", new byte[0]),
                extreme("c", prefix + "b", new byte[0])));
        assertThat(nodes.list(q -> q.orderBy(EXTREME.TEXT.asc())).records())
                .extracting(Extreme::code)
                .containsExactly("b", "c", "a");
    }

    @Test
    void whatAConnectionDoesNotTakeIsRefused() {
        if (on(Engine.POSTGRESQL) || on(Engine.SQLITE)) {
            return; // they take a gigabyte
        }
        String url = database.url() + (database.url().contains("?") ? "&" : "?") + "maxAllowedPacket=1048576";
        try (DataFlow small = DataFlow.builder().url(url).autoMigrate(false).build()) {
            ExtremeNodes limited = ExtremeNodes.on(small);
            assertThatThrownBy(() -> limited.create(d -> d.code("a").text("x".repeat(2_000_000))))
                    .isInstanceOfSatisfying(
                            DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALUE_OUT_OF_RANGE));
            assertThat(limited.count()).isZero();
        }
    }

    /** Single rows fit, statements of a thousand would not. */
    @Test
    void manyRowsAreCutToWhatADriverTakes() {
        if (on(Engine.POSTGRESQL) || on(Engine.SQLITE)) {
            return;
        }
        String url = database.url() + (database.url().contains("?") ? "&" : "?") + "maxAllowedPacket=1048576";
        try (DataFlow small = DataFlow.builder().url(url).autoMigrate(false).build()) {
            assertCut(small, 0, 4_000, 300_000);
        }
    }

    @Test
    void manyRowsAreCutToWhatAServerTakes() {
        if (on(Engine.POSTGRESQL) || on(Engine.SQLITE)) {
            return;
        }
        long before = ((Number) Objects.requireNonNull(df.dsl().fetchValue("select @@global.max_allowed_packet")))
                .longValue();
        df.dsl().execute("set global max_allowed_packet = 1048576");
        try (DataFlow small =
                DataFlow.builder().url(database.url()).autoMigrate(false).build()) {
            assertCut(small, 4_000);
        } finally {
            df.dsl().execute("set global max_allowed_packet = " + before);
        }
    }

    private static void assertCut(DataFlow small, int... lengths) {
        ExtremeNodes limited = ExtremeNodes.on(small);
        for (int length : lengths) {
            limited.bulkDelete(BulkQuery::confirmed);
            // a statement of all of them would have several times what is taken
            int count = length == 0 ? 1_500 : length == 4_000 ? 600 : 12;
            List<Extreme> rows = IntStream.range(0, count)
                    .mapToObj(i -> extreme("c" + i, "x".repeat(length), new byte[length / 4]))
                    .toList();
            assertThat(limited.bulkCreate(rows).inserted()).isEqualTo(count);
            assertThat(limited.bulkUpsert(rows, o -> o.conflictOn(EXTREME.CODE)).updated())
                    .isEqualTo(count);
            List<Extreme> stored = limited.stream(q -> {}).toList();
            assertThat(limited.bulkUpdate(stored).updated()).isEqualTo(count);
        }
    }

    /** MariaDB's driver does not know the limit, and its server ends the connection. The servers of the tests take 64 MB. */
    @Test
    void whatTheServerDoesNotTakeIsNotSent() {
        if (!on(Engine.MARIADB)) {
            return;
        }
        String huge = "\u00e9".repeat(34_000_000);
        df.transaction(tx -> {
            ExtremeNodes inside = ExtremeNodes.on(tx);
            inside.create(d -> d.code("a").text("small"));
            assertTooLarge(() -> inside.create(d -> d.code("b").text(huge)));
            assertTooLarge(() -> inside.create(d -> d.code("b").bytes(new byte[70_000_000])));
            assertTooLarge(() -> inside.bulkCreate(List.of(extreme("b", huge, BYTES))));
            assertTooLarge(() -> inside.count(q -> q.eq(EXTREME.TEXT, huge)));
            // the connection is there, and so is the transaction
            inside.update(inside.list().records().get(0).id(), p -> p.text("changed"));
        });
        assertThat(nodes.list().records()).extracting(Extreme::text).containsExactly("changed");
    }

    private static void assertTooLarge(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALUE_OUT_OF_RANGE))
                .hasMessageContaining("max_allowed_packet");
    }

    private void assertLarge(String code) {
        Extreme row = nodes.list(q -> q.where(EXTREME.CODE.eq(code))).records().get(0);
        assertLarge(row.text(), row.bytes());
    }

    private static void assertLarge(String text, byte[] bytes) {
        assertThat(TEXT.equals(text)).as("text").isTrue();
        assertThat(java.util.Arrays.equals(BYTES, bytes)).as("bytes").isTrue();
    }

    private static Extreme large(String code) {
        return extreme(code, TEXT, BYTES);
    }

    private static Extreme sorted(String code) {
        return extreme(code, code + TEXT, new byte[0]);
    }

    private static Extreme small(String code) {
        return extreme(code, "x", new byte[] {1});
    }

    private static Extreme extreme(String code, String text, byte[] bytes) {
        return new Extreme(
                null, code, null, null, null, null, null, null, null, null, null, null, null, text, null, bytes, null,
                null, null, null, null, null, null);
    }

    /** Characters of one to four bytes, quotes and backslashes. */
    private static String text() {
        String part = "a\u00e9\u20ac\uD83D\uDC18'\\\"%\n";
        int length = part.getBytes(StandardCharsets.UTF_8).length;
        return part.repeat(SIZE / length + 1);
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[SIZE];
        new Random(42).nextBytes(bytes);
        return bytes;
    }
}
