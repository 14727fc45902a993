package dev.dataflow.suite;

import static dev.dataflow.suite.GridTable.GRID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arrays as JSON, in every node and both faces. */
class JsonArraysTest extends EngineSuite {

    private static final Map<String, int[]> ROWS =
            Map.of("a", new int[] {1, Integer.MIN_VALUE, Integer.MAX_VALUE}, "", new int[0]);

    private final GridNodes nodes = GridNodes.on(df);

    JsonArraysTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void clear() {
        nodes.bulkDelete(BulkQuery::confirmed);
    }

    private Grid grid(Map<String, int[]> rows) {
        return new Grid(
                null,
                rows,
                new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 0},
                List.of(new double[][] {{1.5, -Double.MAX_VALUE}, {}}, new double[0][]),
                new String[] {"é", "", null},
                Map.of("x", new byte[] {0, -1, 127}));
    }

    private static void assertSame(Grid found, Grid given) {
        assertThat(found).usingRecursiveComparison().ignoringFields("id").isEqualTo(given);
    }

    @Test
    void whatIsWrittenIsRead() {
        Grid given = grid(ROWS);
        Grid created = nodes.create(given);
        assertSame(created, given);
        assertSame(nodes.read(created.id()).orElseThrow(), given);
        Grid updated = nodes.update(
                created.id(),
                p -> p.rows(Map.of("b", new int[] {7})).labels(null).images(null));
        assertThat(updated.rows()).containsOnlyKeys("b");
        assertThat(updated.rows().get("b")).containsExactly(7);
        assertThat(updated.labels()).isNull();
        assertSame(nodes.list().records().get(0), updated);
    }

    @Test
    void valuesAreComparedByValue() {
        Grid row = nodes.create(grid(ROWS));
        nodes.create(grid(Map.of("a", new int[] {1})));
        Map<String, int[]> same = Map.of("", new int[0], "a", new int[] {1, Integer.MIN_VALUE, Integer.MAX_VALUE});
        assertThat(nodes.list(q -> q.where(GRID.ROWS.eq(same))).records())
                .extracting(Grid::id)
                .containsExactly(row.id());
        assertThat(nodes.count(q -> q.where(GRID.TOTALS.eq(new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 0}))))
                .isEqualTo(2);
        assertThat(nodes.count(q -> q.filter(Map.of("rows", Map.of("a", List.of(1))))))
                .isEqualTo(1);
    }

    @Test
    void bulkNodesAndMapsHoldThem() {
        nodes.bulkCreate(List.of(grid(ROWS), grid(Map.of())));
        nodes.bulkUpdate(q -> q.where(GRID.ROWS.eq(Map.of())), p -> p.totals(new long[] {5}));
        assertThat(nodes.list(q -> q.orderBy(GRID.ID)).records().get(1).totals())
                .containsExactly(5);
        Map<String, Object> map = df.node("GridCreateNode")
                .run(Map.of(
                        "rows",
                        Map.of("a", List.of(1, 2)),
                        "totals",
                        List.of(3),
                        "layers",
                        List.of(List.of(List.of(0.5)))));
        assertThat(map).containsEntry("rows", Map.of("a", List.of(1, 2))).containsEntry("totals", List.of(3));
        Grid read = nodes.read((Long) map.get("id")).orElseThrow();
        assertThat(read.rows().get("a")).containsExactly(1, 2);
        record Totals(long[] totals, Map<String, int[]> rows) {}
        assertThat(nodes.read(read.id(), Totals.class).orElseThrow().totals()).containsExactly(3);
    }
}
