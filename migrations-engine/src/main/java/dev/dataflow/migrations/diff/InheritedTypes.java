package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Types that heirs and partitions have from their parents. PostgreSQL changes them with the parent's, and refuses to change them
 * apart; a table has such a column of its own in a schema where something else of it, such as its default, is its own.
 */
final class InheritedTypes {

    private final Schema after;
    private final List<ColumnChange.Alter> alters;

    InheritedTypes(Schema after, Collection<Change> changes) {
        this.after = after;
        this.alters = changes.stream()
                .filter(ColumnChange.Alter.class::isInstance)
                .map(ColumnChange.Alter.class::cast)
                .toList();
    }

    /** Whether a change comes with that of a parent. */
    boolean has(Change change) {
        return change instanceof ColumnChange.Alter alter
                && (alter.aspect() == ColumnAspect.TYPE || alter.aspect() == ColumnAspect.COLLATION)
                && parents(alter.table()).anyMatch(parent -> isChanged(parent, alter));
    }

    private boolean isChanged(String parent, ColumnChange.Alter alter) {
        return alters.stream()
                        .anyMatch(other -> other.table().equals(parent)
                                && other.aspect() == alter.aspect()
                                && other.after().name().equals(alter.after().name())
                                && Objects.equals(
                                        alter.aspect().of(other.after()),
                                        alter.aspect().of(alter.after())))
                || parents(parent).anyMatch(grandparent -> isChanged(grandparent, alter));
    }

    private Stream<String> parents(String table) {
        return after.table(table).stream()
                .flatMap(InheritedTypes::parents)
                .map(TableName::name)
                .filter(name -> !name.equals(table));
    }

    private static Stream<TableName> parents(Table table) {
        return Stream.concat(
                table.parents().stream(), Stream.ofNullable(table.partitionOf()).map(of -> of.parent()));
    }
}
