package dev.dataflow.migrations.difference;

import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.table.Index;
import dev.dataflow.migrations.table.PrimaryKey;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.UniqueKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares keys and indexes by their columns; names do not matter. */
final class KeyComparison {

    private final NameRule names;
    private final Table model;
    private final Table live;

    KeyComparison(NameRule names, Table model, Table live) {
        this.names = names;
        this.model = model;
        this.live = live;
    }

    void run(Consumer<Difference> differences, Consumer<Difference> remarks, Consumer<MissingIndex> indexes) {
        Set<Set<String>> keys = live.keys().stream().map(this::set).collect(Collectors.toSet());
        PrimaryKey primary = model.primaryKey();
        // a unique key serves as well: the columns are NOT NULL, or that is reported
        if (primary != null && !keys.contains(set(primary.columns()))) {
            differences.accept(
                    of("has no primary key " + list(primary.columns()) + foundKey() + ", the model says it has"));
        } else if (primary != null && isReordered(primary)) {
            remarks.accept(of("has the primary key " + list(primary.columns()) + " in another order," + foundKey()
                    + "; queries by the first parts may be slow"));
        }
        Set<Set<String>> living = live.uniques().stream()
                .filter(UniqueKey::live)
                .map(unique -> set(unique.columns()))
                .collect(Collectors.toSet());
        for (UniqueKey unique : model.uniques()) {
            Set<String> columns = set(unique.columns());
            if (!(unique.live() ? living : keys).contains(columns)) {
                differences.accept(of("has no unique key " + list(unique.columns())
                        + (unique.live() ? " over the rows that are not deleted" : "") + ", the model says it has `"
                        + unique.name() + "`"));
            }
            // it would refuse what the model allows
            if (unique.live() && keys.contains(columns)) {
                differences.accept(of("has a unique key " + list(unique.columns())
                        + " over deleted rows, too; the model says that `" + unique.name() + "` leaves them out"));
            }
        }
        for (Index index : model.indexes()) {
            if (live.indexed().stream().noneMatch(each -> startsWith(each, index.columns()))) {
                MissingIndex missing = new MissingIndex(model.name(), index);
                remarks.accept(missing.remark());
                indexes.accept(missing);
            }
        }
    }

    private boolean isReordered(PrimaryKey wanted) {
        PrimaryKey found = live.primaryKey();
        return found != null
                && set(found.columns()).equals(set(wanted.columns()))
                && !names.columns(found.columns()).equals(names.columns(wanted.columns()));
    }

    private String foundKey() {
        PrimaryKey key = live.primaryKey();
        return key == null ? "" : " but " + list(key.columns());
    }

    private boolean startsWith(List<String> index, List<String> wanted) {
        return index.size() >= wanted.size()
                && names.columns(index.subList(0, wanted.size())).equals(names.columns(wanted));
    }

    private Set<String> set(List<String> columns) {
        return new HashSet<>(names.columns(columns));
    }

    private Difference of(String text) {
        return Difference.ofTable(model.name(), text);
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }
}
