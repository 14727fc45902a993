package dev.dataflow.migrations.analysis;

import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Deferral;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Analyzes the foreign keys of a schema: what is wrong with them, where they form circles, what an operation does to them,
 * and how far deleted rows reach. Immutable and thread-safe, if the row counts are.
 */
public final class ForeignKeyAnalyzer {

    private final Schema schema;
    private final SchemaNames names;
    private final KeyGraph graph;
    private final RowCounts counts;

    /**
     * Creates an analyzer that knows no row counts.
     *
     * @param schema the schema there is
     */
    public ForeignKeyAnalyzer(Schema schema) {
        this(schema, RowCounts.UNKNOWN);
    }

    /**
     * Creates an analyzer.
     *
     * @param schema the schema there is
     * @param counts how many rows tables have
     */
    public ForeignKeyAnalyzer(Schema schema, RowCounts counts) {
        this.schema = schema;
        this.counts = counts;
        names = new SchemaNames(schema);
        graph = new KeyGraph(schema, names);
    }

    /** Looks at all foreign keys. */
    public ForeignKeyReport report() {
        List<KeyLink> all = graph.all();
        List<List<String>> circles = graph.circles();
        return new ForeignKeyReport(
                all.size(), new KeyFindings(schema.engine(), names).of(all), cycles(circles), longest(circles));
    }

    /**
     * Says what an operation does to foreign keys, and how to do it safely.
     *
     * @param operation the operation
     * @throws SchemaException when the schema has no such table, column or foreign key
     */
    public ForeignKeyImpact impact(Operation operation) {
        Table table = names.table(operation.table());
        String column = operation.column() == null
                ? null
                : names.column(table, operation.column()).name();
        boolean rows = operation instanceof Operation.DeleteRows || operation instanceof Operation.TruncateTable;
        List<KeyImpact> keys = new KeyImpacts(names, graph, Outcomes.of(schema.engine())).of(operation, table, column);
        return new ForeignKeyImpact(
                operation,
                keys,
                rows ? reach(table.name()) : new CascadeReach(table.name(), List.of()),
                new SafePlans(schema, names, graph).of(operation, table, column));
    }

    /**
     * Says how far deletes from a table go.
     *
     * @param table the table
     * @throws SchemaException when the schema has no such table
     */
    public CascadeReach reach(String table) {
        String name = names.table(table).name();
        return new CascadeReach(name, new CascadeSearch(names, graph, Outcomes.of(schema.engine()), counts).from(name));
    }

    private List<KeyCycle> cycles(List<List<String>> circles) {
        List<KeyCycle> cycles = new ArrayList<>();
        for (List<String> circle : circles) {
            List<KeyLink> links = circle.stream()
                    .flatMap(table -> graph.of(table).stream())
                    .filter(link -> circle.contains(graph.target(link)))
                    .toList();
            if (!links.isEmpty()) {
                cycles.add(new KeyCycle(
                        circle, links, links.stream().filter(this::isBreakable).toList()));
            }
        }
        return cycles;
    }

    /** On a table of its own a row can point to itself. */
    private boolean isBreakable(KeyLink link) {
        Table table = names.table(link.table());
        return link.key().deferral() != Deferral.NONE
                || graph.target(link).equals(link.table())
                || link.key().columns().stream()
                        .map(each -> names.column(table, each))
                        .anyMatch(Column::nullable);
    }

    private List<String> longest(List<List<String>> circles) {
        Map<String, List<String>> circleOf = new HashMap<>();
        circles.forEach(circle -> circle.forEach(table -> circleOf.put(table, circle)));
        Map<List<String>, Chain> chains = new HashMap<>();
        Chain longest = null;
        for (List<String> circle : circles) {
            Chain best = null;
            String from = circle.get(0);
            for (String table : circle) {
                for (KeyLink link : graph.of(table)) {
                    Chain behind = chains.get(circleOf.getOrDefault(graph.target(link), List.of()));
                    if (behind != null && (best == null || behind.length() > best.length())) {
                        best = behind;
                        from = table;
                    }
                }
            }
            Chain chain = new Chain(from, best, best == null ? 1 : best.length() + 1);
            chains.put(circle, chain);
            longest = longest == null || chain.length() > longest.length() ? chain : longest;
        }
        List<String> tables = new ArrayList<>();
        for (Chain each = longest; each != null; each = each.parent()) {
            tables.add(each.table());
        }
        return tables;
    }
}
