package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Generated;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.PartitionOf;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Sequence;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema after nothing but renames. Keys and conditions follow; views, triggers and policies stay as they are, for
 * databases differ in what they do to their text: those that mention a renamed thing are made anew.
 */
final class RenamedSchema {

    private final Renames renames;

    private RenamedSchema(Renames renames) {
        this.renames = renames;
    }

    static Schema of(Schema schema, Renames renames) {
        RenamedSchema renamed = new RenamedSchema(renames);
        return schema.edit()
                .tables(schema.tables().stream().map(renamed::table).toList())
                .sequences(schema.sequences().stream().map(renamed::sequence).toList())
                .build();
    }

    private Sequence sequence(Sequence sequence) {
        ColumnName owner = sequence.owner();
        if (owner == null) {
            return sequence;
        }
        Map<String, String> names = renames.columns(owner.table());
        ColumnName renamed =
                new ColumnName(renames.newTable(owner.table()), names.getOrDefault(owner.column(), owner.column()));
        return new Sequence(sequence.name(), sequence.type(), sequence.numbers(), renamed, sequence.options());
    }

    private Table table(Table table) {
        Map<String, String> names = renames.columns(table.name());
        PrimaryKey key = table.primaryKey();
        PartitionOf partition = table.partitionOf();
        return table.edit()
                .partitionOf(partition == null ? null : new PartitionOf(named(partition.parent()), partition.bound()))
                .parents(table.parents().stream().map(this::named).toList())
                .name(renames.newTable(table.name()))
                .columns(table.columns().stream()
                        .map(column -> column(column, names))
                        .toList())
                .primaryKey(key == null ? null : key.withParts(parts(key.parts(), names), all(key.include(), names)))
                .uniques(table.uniques().stream()
                        .map(each -> each.withParts(parts(each.parts(), names), all(each.include(), names)))
                        .toList())
                .indexes(
                        table.indexes().stream().map(each -> index(each, names)).toList())
                .foreignKeys(table.foreignKeys().stream()
                        .map(each -> foreignKey(each, names))
                        .toList())
                .checks(table.checks().stream()
                        .map(each -> new Check(
                                each.name(), text(each.expression(), names), each.validated(), each.options()))
                        .toList())
                .build();
    }

    private static Column column(Column column, Map<String, String> names) {
        Generated generated = column.generated();
        return column.withName(names.getOrDefault(column.name(), column.name()))
                .withGenerated(
                        generated == null
                                ? null
                                : new Generated(text(generated.expression(), names), generated.stored()));
    }

    private static Index index(Index index, Map<String, String> names) {
        return index.withParts(
                parts(index.parts(), names),
                all(index.include(), names),
                index.where() == null ? null : text(index.where(), names));
    }

    private ForeignKey foreignKey(ForeignKey key, Map<String, String> names) {
        TableName target = key.target();
        boolean here = target.schema() == null;
        return key.between(
                all(key.columns(), names),
                named(target),
                here ? all(key.targetColumns(), renames.columns(target.name())) : key.targetColumns());
    }

    private TableName named(TableName table) {
        return table.schema() == null ? TableName.of(renames.newTable(table.name())) : table;
    }

    private static List<KeyPart> parts(List<KeyPart> parts, Map<String, String> names) {
        return parts.stream()
                .map(part -> new KeyPart(
                        name(part.column(), names),
                        part.expression() == null ? null : text(part.expression(), names),
                        part.descending(),
                        part.nulls(),
                        part.collation(),
                        part.operatorClass(),
                        part.prefix()))
                .toList();
    }

    private static List<String> all(List<String> columns, Map<String, String> names) {
        return columns.stream().map(each -> names.getOrDefault(each, each)).toList();
    }

    private static @Nullable String name(@Nullable String column, Map<String, String> names) {
        return column == null ? null : names.getOrDefault(column, column);
    }

    private static String text(String text, Map<String, String> names) {
        return names.isEmpty() ? text : Mentions.replace(text, word -> names.getOrDefault(word, word));
    }
}
