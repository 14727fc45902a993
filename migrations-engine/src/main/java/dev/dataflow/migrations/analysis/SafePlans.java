package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.change.SequenceChange;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How operations are done without losing rows or breaking others. */
final class SafePlans {

    private final Schema schema;
    private final SchemaNames names;
    private final KeyGraph graph;
    private final EditedSchema edited;

    SafePlans(Schema schema, SchemaNames names, KeyGraph graph) {
        this.schema = schema;
        this.names = names;
        this.graph = graph;
        edited = new EditedSchema(schema, names, graph);
    }

    SafePlan of(Operation operation, Table table, @Nullable String column) {
        if (operation instanceof Operation.DropTable) {
            return dropTable(operation, table);
        }
        if (operation instanceof Operation.DropColumn && column != null) {
            return dropColumn(operation, table, column);
        }
        if (operation instanceof Operation.RetypeColumn retype && column != null) {
            return retype(operation, table, column, retype);
        }
        if (operation instanceof Operation.ChangeAction change) {
            return changeAction(table, change);
        }
        if (operation instanceof Operation.DeleteRows || operation instanceof Operation.TruncateTable) {
            return new SafePlan(rows(table, operation instanceof Operation.TruncateTable), List.of(), none());
        }
        return new SafePlan(
                List.of("nothing has to be done for foreign keys: they follow", operation.describe()),
                List.of(),
                operation instanceof Operation.RenameTable rename
                        ? edited.renamed(table, rename.to())
                        : edited.renamed(table, String.valueOf(column), ((Operation.RenameColumn) operation).to()));
    }

    private SafePlan dropTable(Operation operation, Table table) {
        List<String> steps = new ArrayList<>();
        steps.add("let no program read or write " + table.name());
        steps.add("rename it and wait until nobody misses it: a name comes back, rows do not");
        incoming(table, null).forEach(link -> steps.add("drop foreign key " + link.name() + " of " + link.text()));
        steps.add("drop table " + table.name());
        Schema after = edited.without(table);
        SchemaDiff diff = SchemaDiff.of(schema, after, RenameHints.NONE.dropTable(table.name()));
        return new SafePlan(steps, byHand(operation), withoutOwned(diff, table, null));
    }

    private SafePlan dropColumn(Operation operation, Table table, String column) {
        List<String> steps = new ArrayList<>();
        steps.add("let no program read or write " + table.name() + "." + column);
        Stream.concat(incoming(table, column), outgoing(table, column))
                .forEach(link -> steps.add("drop foreign key " + link.name() + " of " + link.text()));
        steps.add("drop the keys, indexes and checks that it is a part of");
        steps.add(operation.describe());
        SchemaDiff diff =
                SchemaDiff.of(schema, edited.without(table, column), RenameHints.NONE.dropColumn(table.name(), column));
        return new SafePlan(steps, byHand(operation), withoutOwned(diff, table, column));
    }

    /** What points to each other must be of one type, so all of it changes. */
    private SafePlan retype(Operation operation, Table table, String column, Operation.RetypeColumn retype) {
        List<String> columns = new ArrayList<>();
        List<KeyLink> links = new ArrayList<>();
        Schema after = edited.retyped(table, column, retype.type(), columns, links);
        List<String> steps = new ArrayList<>();
        links.forEach(link -> steps.add("drop foreign key " + link.name() + " of " + link.text()));
        steps.add("change the type of " + String.join(", ", columns) + " to " + retype.type());
        links.forEach(link -> steps.add(
                "add foreign key " + link.name() + " again; where the database can, without a look at the rows first"));
        return new SafePlan(steps, byHand(operation), SchemaDiff.of(schema, after));
    }

    private SafePlan changeAction(Table table, Operation.ChangeAction change) {
        ForeignKey key = names.foreignKey(table, change.key());
        ForeignKey other = new ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                change.onDelete(),
                change.onUpdate(),
                key.deferral(),
                key.validated(),
                key.options());
        Schema after = edited.with(
                table,
                each -> each.edit()
                        .foreignKeys(table.foreignKeys().stream()
                                .map(one -> one.equals(key) ? other : one)
                                .toList())
                        .build());
        return new SafePlan(
                List.of(
                        "drop foreign key " + change.key(),
                        "add it with the other actions; where the database can, without a look at the rows first",
                        "look at the rows"),
                List.of(),
                SchemaDiff.of(schema, after));
    }

    private List<String> rows(Table table, boolean all) {
        List<String> steps = new ArrayList<>();
        List<KeyLink> pointing = graph.to(table.name());
        pointing.stream()
                .filter(link -> !link.table().equals(table.name()))
                .forEach(link -> steps.add(
                        "look at the rows of " + link.text() + " that point there: keep, move or delete them first"));
        if (all && !pointing.isEmpty()) {
            steps.add("delete the rows instead of truncating: foreign keys are looked at then");
        }
        steps.add("delete by key, in batches that are committed each");
        return steps;
    }

    private Stream<KeyLink> incoming(Table table, @Nullable String column) {
        return graph.to(table.name()).stream()
                .filter(link -> !link.table().equals(table.name()))
                .filter(link -> column == null || names.has(ForeignKeys.targetColumns(names, link.key()), column));
    }

    private Stream<KeyLink> outgoing(Table table, String column) {
        return graph.of(table.name()).stream()
                .filter(link -> names.has(link.key().columns(), column));
    }

    private List<String> byHand(Operation operation) {
        Predicate<Dependant> hand = each -> switch (each.kind()) {
            case VIEW,
                    MATERIALISED_VIEW,
                    TRIGGER,
                    POLICY,
                    RULE,
                    ROUTINE,
                    GENERATED_COLUMN,
                    DEFAULT,
                    HEIR,
                    PARTITION_KEY ->
                each.outcome().effect() == Effect.REFUSED || each.outcome().effect() == Effect.BREAKS;
            default -> false;
        };
        return new DependencyAnalyzer(schema)
                .analyze(operation)
                .all()
                .filter(hand)
                .map(Dependant::text)
                .toList();
    }

    /** A sequence goes with the column that owns it, and no statement of its own can drop it then. */
    private SchemaDiff withoutOwned(SchemaDiff diff, Table table, @Nullable String column) {
        return new SchemaDiff(
                diff.before(),
                diff.after(),
                diff.changes().stream()
                        .filter(change -> !(change instanceof SequenceChange.Drop drop
                                && edited.isOwned(drop.sequence(), table, column)))
                        .toList(),
                diff.questions());
    }

    private SchemaDiff none() {
        return new SchemaDiff(schema, schema, List.of(), List.of());
    }
}
