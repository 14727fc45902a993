package dev.dataflow.migrations.desired;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.descriptor.ReferenceCollations;
import dev.dataflow.migrations.identifier.ObjectName;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Check;
import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.DeleteRule;
import dev.dataflow.migrations.table.ForeignKey;
import dev.dataflow.migrations.table.Index;
import dev.dataflow.migrations.table.PrimaryKey;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.UniqueKey;
import dev.dataflow.model.IndexDescriptor;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.model.ReferenceDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes a model's table. */
final class TableFactory {

    private final DatabaseEngine engine;
    private final Models models;
    private final ColumnFactory columns;
    private final ReferenceCollations collations;

    TableFactory(DatabaseEngine engine, Models models) {
        this.engine = engine;
        this.models = models;
        this.columns = new ColumnFactory(engine);
        this.collations = new ReferenceCollations(models);
    }

    static TableName name(ModelDescriptor model) {
        return new TableName(model.schema(), model.table());
    }

    Table table(ModelDescriptor model) {
        return new Table(
                name(model),
                Stream.concat(
                                model.columns().stream()
                                        // the column first: it says what is wrong with a default that its offset is
                                        // taken from
                                        .flatMap(column -> Stream.concat(
                                                Stream.of(columns.column(model, collations.complete(model, column))),
                                                column.offset().stream().map(offset -> columns.column(model, offset)))),
                                live(model))
                        .toList(),
                new PrimaryKey(TenantKeys.primary(model)),
                uniques(model),
                indexes(model),
                model.references().stream()
                        .map(reference -> foreignKey(model, reference))
                        .toList(),
                checks(model));
    }

    private static List<UniqueKey> uniques(ModelDescriptor model) {
        List<UniqueKey> uniques = new ArrayList<>();
        model.uniques()
                .forEach(unique -> uniques.add(
                        new UniqueKey(unique.name(), TenantKeys.with(model, unique.columns()), isLive(model, unique))));
        TenantKeys.referenced(model).ifPresent(uniques::add);
        return uniques;
    }

    private static boolean isLive(ModelDescriptor model, IndexDescriptor unique) {
        return TenantKeys.has(model, ManagedColumn.DELETED_AT) && !unique.includesDeleted();
    }

    private static boolean isNullable(ModelDescriptor model, String name) {
        return model.columns().stream().anyMatch(column -> column.column().equals(name) && column.nullable());
    }

    /** What unique keys over living rows end with, where the database has no index over some rows. */
    private Stream<Column> live(ModelDescriptor model) {
        boolean needed = engine.family() == EngineFamily.MYSQL
                && model.uniques().stream().anyMatch(unique -> isLive(model, unique));
        return needed ? Stream.of(columns.live(model)) : Stream.empty();
    }

    /**
     * The database does by itself only what no trait of the row's model has to see: marks, stamps and versions, and whose rows
     * go along; a key that is cleared must keep its tenant.
     */
    private static DeleteRule rule(ModelDescriptor model, ReferenceDescriptor reference) {
        boolean unseen = !TenantKeys.has(model, ManagedColumn.TENANT_ID)
                && switch (reference.onDelete()) {
                    case RESTRICT -> true;
                    case CASCADE -> !TenantKeys.has(model, ManagedColumn.DELETED_AT);
                    case SET_NULL ->
                        !TenantKeys.has(model, ManagedColumn.UPDATED_AT)
                                && !TenantKeys.has(model, ManagedColumn.VERSION)
                                && isNullable(model, reference.column());
                };
        return unseen ? DeleteRule.valueOf(reference.onDelete().name()) : DeleteRule.RESTRICT;
    }

    private ForeignKey foreignKey(ModelDescriptor model, ReferenceDescriptor reference) {
        ModelDescriptor target = models.target(reference.target());
        return new ForeignKey(
                reference.constraint(),
                TenantKeys.pointing(model, target, reference.column()),
                name(target),
                TenantKeys.with(target, target.key().columns()),
                rule(model, reference));
    }

    /** The model's indexes, and one for each foreign key without: deletes of the target row look for it. */
    private List<Index> indexes(ModelDescriptor model) {
        List<Index> indexes = new ArrayList<>();
        List<List<String>> indexed = new ArrayList<>(List.of(TenantKeys.primary(model)));
        uniques(model).forEach(unique -> indexed.add(unique.columns()));
        for (IndexDescriptor index : model.indexes()) {
            List<String> of = live(model, TenantKeys.with(model, index.columns()));
            indexes.add(new Index(index.name(), of));
            indexed.add(of);
        }
        if (engine.family() == EngineFamily.MYSQL) {
            return indexes; // it makes its own
        }
        for (ReferenceDescriptor reference : model.references()) {
            List<String> pointing = TenantKeys.pointing(model, models.target(reference.target()), reference.column());
            if (indexed.stream().noneMatch(each -> startsWith(each, pointing))) {
                String name = ObjectName.of("ix", model.table(), reference.column());
                boolean taken = indexes.stream().anyMatch(each -> each.name().equals(name));
                indexes.add(new Index(taken ? ObjectName.marked(name) : name, pointing));
                indexed.add(pointing);
            }
        }
        return indexes;
    }

    /** With what hides deleted rows last: otherwise each row found would be looked up to see whether it is deleted. */
    private static List<String> live(ModelDescriptor model, List<String> columns) {
        if (!TenantKeys.has(model, ManagedColumn.DELETED_AT) || columns.contains(UniqueKey.DELETED_AT)) {
            return columns;
        }
        List<String> all = new ArrayList<>(columns);
        all.add(UniqueKey.DELETED_AT);
        return all;
    }

    private static boolean startsWith(List<String> index, List<String> wanted) {
        return index.size() >= wanted.size() && index.subList(0, wanted.size()).equals(wanted);
    }

    private List<Check> checks(ModelDescriptor model) {
        return model.columns().stream()
                .flatMap(column -> Stream.concat(
                        columns.check(model, column).stream(), columns.offsetCheck(model, column).stream()))
                .toList();
    }
}
