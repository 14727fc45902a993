package dev.dataflow.migrations.analysis;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what depends on a table or a column by its structure: keys, indexes, conditions, sequences, partitions, heirs. */
final class TablePartSearch {

    private final Schema schema;
    private final SchemaNames names;
    private final TextSearch texts;

    TablePartSearch(Schema schema, SchemaNames names, TextSearch texts) {
        this.schema = schema;
        this.names = names;
        this.texts = texts;
    }

    /** Without the table's own keys, indexes and conditions when no column is asked for: those are the table. */
    List<Link> of(Table table, @Nullable String column) {
        List<Link> links = new ArrayList<>();
        table.foreignKeys().stream()
                .filter(key -> column == null || names.has(key.columns(), column))
                .forEach(key -> links.add(part(
                        ObjectKind.FOREIGN_KEY,
                        KeyLink.name(key),
                        table,
                        key.columns().size() == 1)));
        for (Table other : schema.tables()) {
            around(links, other, table, column);
        }
        if (column != null) {
            keys(links, table, column);
            conditions(links, table, column);
        }
        sequences(links, table, column);
        return links;
    }

    private void around(List<Link> links, Table other, Table table, @Nullable String column) {
        boolean self = other == table;
        for (ForeignKey key : other.foreignKeys()) {
            boolean meant = key.target().schema() == null
                    && names.isTable(key.target().name(), table.name())
                    && (column == null ? !self : names.has(ForeignKeys.targetColumns(names, key), column));
            if (meant && !(self && names.has(key.columns(), column))) {
                links.add(new Link(
                        ObjectKind.REFERENCING_KEY,
                        KeyLink.name(key),
                        other.name(),
                        Tie.DEFINITION,
                        Certainty.CATALOG));
            }
        }
        if (other.partitionOf() != null && isTable(other.partitionOf().parent(), table)) {
            links.add(new Link(ObjectKind.PARTITION, other.name(), null, Tie.DEFINITION, Certainty.CATALOG));
        }
        if (other.parents().stream().anyMatch(parent -> isTable(parent, table))) {
            links.add(new Link(ObjectKind.HEIR, other.name(), null, Tie.DEFINITION, Certainty.CATALOG));
        }
    }

    private boolean isTable(TableName name, Table table) {
        return name.schema() == null && names.isTable(name.name(), table.name());
    }

    private void keys(List<Link> links, Table table, String column) {
        PrimaryKey key = table.primaryKey();
        if (key != null && names.has(key.columns(), column)) {
            String name = key.name() == null ? String.join(", ", key.columns()) : key.name();
            links.add(part(ObjectKind.PRIMARY_KEY, name, table, key.columns().size() == 1));
        }
        table.uniques().stream()
                .filter(each -> names.has(each.columns(), column) || names.has(each.include(), column))
                .forEach(each -> links.add(part(
                        ObjectKind.UNIQUE_KEY,
                        each.name() == null ? String.join(", ", each.columns()) : each.name(),
                        table,
                        each.columns().size() == 1)));
        for (Index index : table.indexes()) {
            boolean inExpression = texts.mentions(index.where(), column)
                    || index.parts().stream().anyMatch(each -> texts.mentions(each.expression(), column));
            if (inExpression || names.has(index.columns(), column) || names.has(index.include(), column)) {
                links.add(part(
                        kind(index, inExpression),
                        index.name(),
                        table,
                        index.parts().size() == 1));
            }
        }
    }

    /** MariaDB keeps the columns of a unique index together as it does those of a key. */
    private ObjectKind kind(Index index, boolean inExpression) {
        if (inExpression) {
            return ObjectKind.EXPRESSION_INDEX;
        }
        return index.unique() && schema.engine() == DatabaseEngine.MARIADB ? ObjectKind.UNIQUE_KEY : ObjectKind.INDEX;
    }

    private void conditions(List<Link> links, Table table, String column) {
        for (Check check : table.checks()) {
            if (texts.mentions(check.expression(), column)) {
                boolean only = table.columns().stream()
                        .map(Column::name)
                        .noneMatch(
                                other -> !names.isColumn(other, column) && texts.mentions(check.expression(), other));
                links.add(
                        part(ObjectKind.CHECK, check.name() == null ? check.expression() : check.name(), table, only));
            }
        }
        table.exclusions().stream()
                .filter(each -> texts.mentions(each.definition(), column))
                .forEach(each -> links.add(part(ObjectKind.EXCLUSION, each.name(), table, false)));
        for (Column other : table.columns()) {
            if (other.generated() != null && texts.mentions(other.generated().expression(), column)) {
                links.add(part(ObjectKind.GENERATED_COLUMN, other.name(), table, false));
            }
            boolean own = names.isColumn(other.name(), column);
            if (other.defaultValue() != null && !own && texts.mentions(other.defaultValue(), column)) {
                links.add(part(ObjectKind.DEFAULT, other.name(), table, false));
            }
        }
        if (table.partitioning() != null && texts.mentions(table.partitioning().key(), column)) {
            links.add(part(ObjectKind.PARTITION_KEY, table.partitioning().key(), table, false));
        }
    }

    private void sequences(List<Link> links, Table table, @Nullable String column) {
        schema.sequences().stream()
                .filter(each -> each.owner() != null
                        && names.isTable(each.owner().table(), table.name())
                        && (column == null || names.isColumn(each.owner().column(), column)))
                .forEach(sequence -> {
                    links.add(new Link(ObjectKind.SEQUENCE, sequence.name(), null, Tie.PART, Certainty.CATALOG, true));
                    for (Table other : schema.tables()) {
                        for (Column each : other.columns()) {
                            if (other != table && TextSearch.contains(each.defaultValue(), sequence.name())) {
                                links.add(new Link(
                                        ObjectKind.DEFAULT,
                                        each.name(),
                                        other.name(),
                                        Tie.DEFINITION,
                                        Certainty.CATALOG));
                            }
                        }
                    }
                });
    }

    private static Link part(ObjectKind kind, String name, Table table, boolean only) {
        return new Link(kind, name, table.name(), Tie.PART, Certainty.CATALOG, only);
    }
}
