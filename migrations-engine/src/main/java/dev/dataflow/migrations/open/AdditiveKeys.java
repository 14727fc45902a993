package dev.dataflow.migrations.open;

import dev.dataflow.migrations.difference.Difference;
import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import dev.dataflow.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The keys of a table as its model wants them. Names do not matter, only what keys are over. */
final class AdditiveKeys {

    private static final Set<ReferentialAction> REFUSING =
            Set.of(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT);

    private final NameRule names;
    private final Table table;
    private final Table model;

    AdditiveKeys(NameRule names, Table table, Table model) {
        this.names = names;
        this.table = table;
        this.model = model;
    }

    void add(TableBuilder builder, Collection<Difference> differences) {
        if (differences.stream().anyMatch(difference -> difference.column() == null)) {
            primary(builder);
            uniques(builder);
        }
        foreign(builder);
    }

    private void primary(TableBuilder builder) {
        if (model.primaryKey() != null
                && table.keys().stream()
                        .noneMatch(key -> same(key, model.primaryKey().columns()))) {
            builder.primaryKey(model.primaryKey());
        }
    }

    private void uniques(TableBuilder builder) {
        List<UniqueKey> uniques = new ArrayList<>(table.uniques());
        List<Index> indexes = new ArrayList<>(table.indexes());
        for (UniqueKey wanted : model.uniques()) {
            if (table.keys().stream().noneMatch(key -> same(key, wanted.columns()))) {
                uniques.add(wanted);
            }
        }
        for (Index wanted : model.indexes()) {
            if (!wanted.unique()) {
                continue;
            }
            if (wanted.where() != null || isLive(wanted)) {
                // a key over all rows would refuse what the model allows
                uniques.removeIf(each -> same(each.columns(), overAll(wanted)));
                indexes.removeIf(
                        each -> each.unique() && each.where() == null && same(each.columns(), overAll(wanted)));
            }
            boolean there = indexes.stream()
                            .anyMatch(each -> each.unique()
                                    && same(each.columns(), wanted.columns())
                                    && Objects.equals(each.where(), wanted.where()))
                    || wanted.where() == null && table.keys().stream().anyMatch(key -> same(key, wanted.columns()));
            if (!there) {
                indexes.add(wanted);
            }
        }
        builder.uniques(uniques);
        builder.indexes(indexes);
    }

    /** On MySQL a key over living rows ends with a column that is NULL for the others. */
    private boolean isLive(Index index) {
        return index.columns().contains(dev.dataflow.migrations.table.UniqueKey.LIVE);
    }

    private static List<String> overAll(Index index) {
        return index.columns().stream()
                .filter(column -> !column.equals(dev.dataflow.migrations.table.UniqueKey.LIVE))
                .toList();
    }

    private void foreign(TableBuilder builder) {
        List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
        for (ForeignKey wanted : model.foreignKeys()) {
            ForeignKey found = table.foreignKeys().stream()
                    .filter(each -> names.columns(each.columns()).equals(names.columns(wanted.columns()))
                            && names.table(each.target()).equals(names.table(wanted.target())))
                    .findFirst()
                    .orElse(null);
            boolean fits = found != null
                    && (found.onDelete() == wanted.onDelete()
                            || REFUSING.contains(found.onDelete()) && REFUSING.contains(wanted.onDelete()));
            if (!fits) {
                if (found != null) {
                    keys.remove(found);
                }
                keys.add(wanted);
            }
        }
        builder.foreignKeys(keys);
    }

    private boolean same(List<String> one, List<String> other) {
        return new HashSet<>(names.columns(one)).equals(new HashSet<>(names.columns(other)));
    }
}
