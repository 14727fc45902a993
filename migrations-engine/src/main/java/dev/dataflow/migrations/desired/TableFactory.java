package dev.dataflow.migrations.desired;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.descriptor.ReferenceCollations;
import dev.dataflow.migrations.identifier.ObjectName;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.DeleteRule;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.UniqueKey;
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
                new PrimaryKey(model.key().columns()),
                model.uniques().stream()
                        .map(unique -> new UniqueKey(unique.name(), unique.columns(), isLive(model, unique)))
                        .toList(),
                indexes(model),
                model.references().stream()
                        .map(reference -> foreignKey(model, reference))
                        .toList(),
                checks(model));
    }

    private static boolean isLive(ModelDescriptor model, IndexDescriptor unique) {
        return has(model, ManagedColumn.DELETED_AT) && !unique.includesDeleted();
    }

    private static boolean has(ModelDescriptor model, ManagedColumn managed) {
        return model.columns().stream().anyMatch(column -> column.managed() == managed);
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

    /** The database does by itself only what no trait of the row's model has to see: marks, stamps and versions. */
    private static DeleteRule rule(ModelDescriptor model, ReferenceDescriptor reference) {
        boolean unseen = switch (reference.onDelete()) {
            case RESTRICT -> true;
            case CASCADE -> !has(model, ManagedColumn.DELETED_AT);
            case SET_NULL ->
                !has(model, ManagedColumn.UPDATED_AT)
                        && !has(model, ManagedColumn.VERSION)
                        && isNullable(model, reference.column());
        };
        return unseen ? DeleteRule.valueOf(reference.onDelete().name()) : DeleteRule.RESTRICT;
    }

    private ForeignKey foreignKey(ModelDescriptor model, ReferenceDescriptor reference) {
        ModelDescriptor target = models.target(reference.target());
        return new ForeignKey(
                reference.constraint(),
                List.of(reference.column()),
                name(target),
                target.key().columns(),
                rule(model, reference));
    }

    /** The model's indexes, and one for each foreign key without: deletes of the target row look for it. */
    private List<Index> indexes(ModelDescriptor model) {
        List<Index> indexes = new ArrayList<>();
        List<List<String>> indexed = new ArrayList<>(List.of(model.key().columns()));
        model.uniques().forEach(unique -> indexed.add(unique.columns()));
        for (IndexDescriptor index : model.indexes()) {
            indexes.add(new Index(index.name(), index.columns()));
            indexed.add(index.columns());
        }
        if (engine.family() == EngineFamily.MYSQL) {
            return indexes; // it makes its own
        }
        for (ReferenceDescriptor reference : model.references()) {
            if (indexed.stream().noneMatch(each -> each.get(0).equals(reference.column()))) {
                String name = ObjectName.of("ix", model.table(), reference.column());
                boolean taken = indexes.stream().anyMatch(each -> each.name().equals(name));
                indexes.add(new Index(taken ? ObjectName.marked(name) : name, List.of(reference.column())));
                indexed.add(List.of(reference.column()));
            }
        }
        return indexes;
    }

    private List<Check> checks(ModelDescriptor model) {
        return model.columns().stream()
                .flatMap(column -> Stream.concat(
                        columns.check(model, column).stream(), columns.offsetCheck(model, column).stream()))
                .toList();
    }
}
