package dev.dataflow.migrations.analysis;

import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what depends on a table or a column, and says what an operation does to it on this database. What the schema says by
 * its structure or by the grammar of a statement is certain; a word in a body may be the table or something else. What a
 * body puts together from pieces, and what lies in other schemas or in programs, is not seen. Immutable and thread-safe.
 */
public final class DependencyAnalyzer {

    private final SchemaNames names;
    private final TablePartSearch parts;
    private final TextLinkSearch texts;
    private final Outcomes outcomes;

    /**
     * Creates an analyzer.
     *
     * @param schema the schema there is
     */
    public DependencyAnalyzer(Schema schema) {
        names = new SchemaNames(schema);
        TextSearch search = new TextSearch(schema.engine(), names);
        parts = new TablePartSearch(schema, names, search);
        texts = new TextLinkSearch(schema, names, search);
        outcomes = Outcomes.of(schema.engine());
    }

    /**
     * Finds what depends on what an operation changes.
     *
     * @param operation the operation
     * @return the dependants; for operations on rows and on actions none, which are the {@link ForeignKeyAnalyzer}'s
     * @throws SchemaException when the schema has no such table or column
     */
    public DependencyReport analyze(Operation operation) {
        Table table = names.table(operation.table());
        String column = operation.column() == null
                ? null
                : names.column(table, operation.column()).name();
        if (operation instanceof Operation.DeleteRows
                || operation instanceof Operation.TruncateTable
                || operation instanceof Operation.ChangeAction) {
            return new DependencyReport(operation, List.of());
        }
        List<Link> links = new ArrayList<>(parts.of(table, column));
        links.addAll(texts.of(table.name(), column));
        Set<String> seen = new HashSet<>();
        links.forEach(link -> seen.add(identity(link)));
        return new DependencyReport(
                operation,
                sorted(links).stream()
                        .map(link -> dependant(link, outcomes.of(operation, link), seen))
                        .toList());
    }

    private Dependant dependant(Link link, Outcome outcome, Set<String> seen) {
        List<Dependant> behind = sorted(behind(link)).stream()
                .filter(each -> seen.add(identity(each)))
                .map(each -> dependant(each, outcomes.behind(outcome, each), seen))
                .toList();
        return new Dependant(link.kind(), link.name(), link.table(), link.tie(), link.certainty(), outcome, behind);
    }

    private List<Link> behind(Link link) {
        return switch (link.kind()) {
            case VIEW, MATERIALISED_VIEW ->
                texts.of(link.name(), null).stream()
                        .filter(each -> each.tie() != Tie.PART)
                        .toList();
            case ROUTINE -> texts.callers(link.name().replaceFirst("\\(.*", ""));
            default -> List.of();
        };
    }

    private static String identity(Link link) {
        return link.kind() + " " + link.table() + " " + link.name();
    }

    private static List<Link> sorted(List<Link> links) {
        return links.stream()
                .sorted(Comparator.comparing(Link::kind)
                        .thenComparing(link -> String.valueOf(link.table()))
                        .thenComparing(Link::name))
                .toList();
    }
}
