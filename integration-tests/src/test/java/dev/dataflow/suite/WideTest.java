package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model of 200 mixed columns works in every node. */
class WideTest extends EngineSuite {

    private final WideNodes nodes = WideNodes.on(df);

    WideTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void noRows() {
        nodes.bulkDelete(BulkQuery::confirmed);
    }

    @Test
    void everyNodeHandlesAllColumns() {
        Map<String, Object> created = new WideCreateNode(df).run(row(1));
        assertThat(created).containsAllEntriesOf(row(1)).hasSize(200);
        assertThat(new WideReadNode(df).run(Map.of("id", created.get("id")))).containsAllEntriesOf(row(1));
        Map<String, Object> updated =
                new WideUpdateNode(df).run(Map.of("filter", Map.of("id", created.get("id")), "fields", row(2)));
        assertThat(updated).containsAllEntriesOf(row(2));
        assertThat(nodes.count(q -> q.filter(row(2)))).isEqualTo(1);
        List<String> fields = new ArrayList<>(row(1).keySet());
        Collections.reverse(fields);
        assertThat(new WideReadNode(df).run(Map.of("id", created.get("id"), "fields", fields)))
                .containsAllEntriesOf(row(2))
                .hasSize(200);
        Map<String, Object> same = row(3);
        same.put("c007", row(2).get("c007"));
        Map<String, Object> others = new LinkedHashMap<>(same);
        Map<String, Object> where = Map.of("c007", others.remove("c007"));
        assertThat(new WideUpsertNode(df).run(Map.of("where", where, "create", others)))
                .containsEntry("created", false);
        assertThat(new WideReadNode(df).run(Map.of("id", created.get("id")))).containsAllEntriesOf(same);
        assertThat(nodes.list(q -> q.sort(row(1).keySet().toArray(String[]::new)))
                        .records())
                .hasSize(1);
        assertThat(nodes.delete((Long) created.get("id"))).isTrue();
    }

    @Test
    void bulkNodesHandleAllColumns() {
        List<Map<String, Object>> rows =
                IntStream.range(0, 300).mapToObj(WideTest::row).toList();
        new WideBulkCreateNode(df).run(Map.of("data", rows));
        List<Wide> stored = nodes.list(q -> q.sort("id").limit(1000)).records();
        assertThat(stored).hasSize(300);
        Map<String, Object> same = row(7);
        same.remove("c007"); // which is unique
        new WideBulkUpdateNode(df).run(Map.of("filter", Map.of(), "confirmed", true, "update", same));
        assertThat(nodes.count(q -> q.filter(same))).isEqualTo(300);
        assertThat(nodes.bulkUpdate(stored).updated()).isEqualTo(300);
        assertThat(nodes.list(q -> q.sort("id").limit(1000)).records()).isEqualTo(stored);
        new WideBulkUpdateNode(df).run(Map.of("filter", Map.of(), "confirmed", true, "update", same));
        assertThat(new WideBulkUpsertNode(df).run(Map.of("data", rows, "conflict_on", "c007")))
                .containsEntry("updated", 300L);
        for (int i : new int[] {0, 150, 299}) {
            assertThat(new WideReadNode(df).run(Map.of("id", stored.get(i).id())))
                    .containsAllEntriesOf(row(i));
        }
    }

    private static Map<String, Object> row(int number) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < 199; i++) {
            row.put(String.format("c%03d", i), value(i, number * 1000 + i));
        }
        return row;
    }

    private static Object value(int column, int n) {
        return switch (column % 10) {
            case 0 -> n % 2 == 0;
            case 1 -> (short) (n % 30_000);
            case 2 -> n;
            case 3 -> (long) n << 32;
            case 4 -> n / 8.0;
            case 5 -> new BigDecimal(n + ".0123456789");
            case 6 -> "text " + n;
            case 7 -> "short " + n;
            case 8 -> new UUID(n, column);
            default -> Instant.ofEpochSecond(n, 1000L * n);
        };
    }
}
