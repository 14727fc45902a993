package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Sequence;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A schema as it is to be after an operation on a table, with what has to change along in others. */
final class EditedSchema {

    private final Schema schema;
    private final SchemaNames names;
    private final KeyGraph graph;
    private final TextSearch texts;

    EditedSchema(Schema schema, SchemaNames names, KeyGraph graph) {
        this.schema = schema;
        this.names = names;
        this.graph = graph;
        texts = new TextSearch(schema.engine(), names);
    }

    /** With one table otherwise. */
    Schema with(Table table, UnaryOperator<Table> edit) {
        return schema.withTables(schema.tables().stream()
                .map(each -> each == table ? edit.apply(each) : each)
                .toList());
    }

    /** Without a table, and without what points to it. */
    Schema without(Table table) {
        return withSequences(
                schema.withTables(schema.tables().stream()
                        .filter(each -> each != table)
                        .map(each -> withoutKeys(each, key -> isTo(key, table)))
                        .toList()),
                table,
                null);
    }

    /** Without a column, and without keys, indexes and checks that it is a part of. */
    Schema without(Table table, String column) {
        return withSequences(
                schema.withTables(schema.tables().stream()
                        .map(each -> each == table ? withoutColumn(table, column) : each)
                        .map(each -> withoutKeys(
                                each,
                                key -> isTo(key, table) && names.has(ForeignKeys.targetColumns(names, key), column)))
                        .toList()),
                table,
                column);
    }

    private Table withoutColumn(Table table, String column) {
        TableBuilder edit = table.edit()
                .columns(table.columns().stream()
                        .filter(each -> !names.isColumn(each.name(), column))
                        .toList())
                .uniques(table.uniques().stream()
                        .filter(each -> !names.has(each.columns(), column) && !names.has(each.include(), column))
                        .toList())
                .indexes(table.indexes().stream()
                        .filter(each -> !names.has(each.columns(), column)
                                && !names.has(each.include(), column)
                                && !texts.mentions(each.where(), column)
                                && each.parts().stream().noneMatch(part -> texts.mentions(part.expression(), column)))
                        .toList())
                .checks(table.checks().stream()
                        .filter(each -> !texts.mentions(each.expression(), column))
                        .toList())
                .foreignKeys(table.foreignKeys().stream()
                        .filter(each -> !names.has(each.columns(), column))
                        .toList());
        return table.primaryKey() != null && names.has(table.primaryKey().columns(), column)
                ? edit.primaryKey(null).build()
                : edit.build();
    }

    /**
     * With another type for a column and for all that foreign keys tie to it.
     *
     * @param columns takes the names of the columns that change
     * @param links takes the foreign keys between them
     */
    Schema retyped(Table table, String column, ColumnType type, Collection<String> columns, Collection<KeyLink> links) {
        Set<ColumnName> tied = tied(new ColumnName(table.name(), column), links);
        tied.forEach(each -> columns.add(each.table() + "." + each.column()));
        return schema.withTables(schema.tables().stream()
                .map(each -> each.edit()
                        .columns(each.columns().stream()
                                .map(one -> tied.contains(new ColumnName(each.name(), one.name()))
                                        ? one.withType(type)
                                        : one)
                                .toList())
                        .build())
                .toList());
    }

    private Set<ColumnName> tied(ColumnName start, Collection<KeyLink> links) {
        Set<ColumnName> tied = new LinkedHashSet<>(List.of(start));
        Set<KeyLink> used = new LinkedHashSet<>();
        Deque<ColumnName> open = new ArrayDeque<>(tied);
        while (!open.isEmpty()) {
            ColumnName next = open.remove();
            Set<KeyLink> touching = new LinkedHashSet<>(graph.of(next.table()));
            touching.addAll(graph.to(next.table()));
            for (KeyLink link : touching) {
                for (ColumnName other : otherEnds(link, next)) {
                    used.add(link);
                    if (tied.add(other)) {
                        open.add(other);
                    }
                }
            }
        }
        links.addAll(used);
        return tied;
    }

    private List<ColumnName> otherEnds(KeyLink link, ColumnName column) {
        List<ColumnName> ends = new ArrayList<>();
        Table child = names.table(link.table());
        Table parent = link.key().target().schema() == null
                ? names.find(link.key().target().name()).orElse(null)
                : null;
        List<String> targets = ForeignKeys.targetColumns(names, link.key());
        for (int i = 0;
                parent != null
                        && i < Math.min(targets.size(), link.key().columns().size());
                i++) {
            ColumnName from = new ColumnName(
                    child.name(),
                    names.column(child, link.key().columns().get(i)).name());
            ColumnName to = new ColumnName(
                    parent.name(), names.column(parent, targets.get(i)).name());
            if (column.equals(from)) {
                ends.add(to);
            }
            if (column.equals(to)) {
                ends.add(from);
            }
        }
        return ends;
    }

    /** Nothing but the rename: foreign keys follow by themselves. */
    SchemaDiff renamed(Table table, String to) {
        Schema after = schema.withTables(schema.tables().stream()
                .map(each -> each.edit()
                        .name(each == table ? to : each.name())
                        .foreignKeys(each.foreignKeys().stream()
                                .map(key -> isTo(key, table) ? pointed(key, to, key.targetColumns()) : key)
                                .toList())
                        .build())
                .toList());
        return new SchemaDiff(schema, after, List.<Change>of(new TableChange.Rename(table.name(), to)), List.of());
    }

    /** Nothing but the rename. */
    SchemaDiff renamed(Table table, String column, String to) {
        Schema after = with(
                table,
                each -> each.edit()
                        .columns(each.columns().stream()
                                .map(one -> names.isColumn(one.name(), column) ? one.withName(to) : one)
                                .toList())
                        .build());
        return new SchemaDiff(
                schema, after, List.<Change>of(new ColumnChange.Rename(table.name(), column, to)), List.of());
    }

    boolean isOwned(Sequence sequence, Table table, @Nullable String column) {
        ColumnName owner = sequence.owner();
        return owner != null
                && names.isTable(owner.table(), table.name())
                && (column == null || names.isColumn(owner.column(), column));
    }

    private boolean isTo(ForeignKey key, Table table) {
        return key.target().schema() == null && names.isTable(key.target().name(), table.name());
    }

    private Schema withSequences(Schema other, Table table, @Nullable String column) {
        return other.edit()
                .sequences(other.sequences().stream()
                        .filter(each -> !isOwned(each, table, column))
                        .toList())
                .build();
    }

    private static Table withoutKeys(Table table, Predicate<ForeignKey> gone) {
        return table.edit()
                .foreignKeys(table.foreignKeys().stream().filter(gone.negate()).toList())
                .build();
    }

    private static ForeignKey pointed(ForeignKey key, String target, List<String> columns) {
        return key.between(key.columns(), TableName.of(target), columns);
    }
}
