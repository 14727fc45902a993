package dev.dataflow.migrations.analysis;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at each foreign key by itself and beside its neighbours. */
final class KeyFindings {

    private final DatabaseEngine engine;
    private final SchemaNames names;
    private final List<KeyFinding> findings = new ArrayList<>();

    KeyFindings(DatabaseEngine engine, SchemaNames names) {
        this.engine = engine;
        this.names = names;
    }

    List<KeyFinding> of(List<KeyLink> links) {
        links.forEach(this::look);
        return findings;
    }

    private void look(KeyLink link) {
        Table table = names.table(link.table());
        ForeignKey key = link.key();
        if (key.target().schema() == null) {
            names.find(key.target().name())
                    .ifPresentOrElse(
                            target -> target(link, table, target), () -> add(KeyFinding.Kind.MISSING_TABLE, link, ""));
        }
        // MySQL and MariaDB make an index themselves
        if (engine.family() != EngineFamily.MYSQL && !isIndexed(table, key)) {
            add(KeyFinding.Kind.UNINDEXED, link, "deletes in " + key.target() + " read all of " + table.name());
        }
        if (!key.validated()) {
            add(KeyFinding.Kind.NOT_VALIDATED, link, "");
        }
        if (key.onDelete() == ReferentialAction.SET_NULL || key.onUpdate() == ReferentialAction.SET_NULL) {
            List<String> strict = strict(table, key);
            if (!strict.isEmpty()) {
                add(KeyFinding.Kind.NULL_REFUSED, link, String.join(", ", strict) + " may not be NULL");
            }
        }
        neighbours(link, table);
    }

    private void target(KeyLink link, Table table, Table target) {
        List<String> columns = ForeignKeys.targetColumns(names, link.key());
        if (columns.size() != link.key().columns().size()
                || target.keys().stream().noneMatch(each -> each.size() == columns.size() && same(each, columns))) {
            add(KeyFinding.Kind.MISSING_KEY, link, "");
        }
        List<String> different = new ArrayList<>();
        for (int i = 0; i < Math.min(columns.size(), link.key().columns().size()); i++) {
            Optional<Column> one = names.findColumn(table, link.key().columns().get(i));
            Optional<Column> other = names.findColumn(target, columns.get(i));
            if (one.isPresent()
                    && other.isPresent()
                    && !one.get().type().equals(other.get().type())) {
                different.add(table.name() + "." + one.get().name() + " is "
                        + one.get().type() + ", " + target.name() + "."
                        + other.get().name() + " is " + other.get().type());
            }
        }
        if (!different.isEmpty()) {
            add(KeyFinding.Kind.TYPE_MISMATCH, link, String.join("; ", different));
        }
    }

    private void neighbours(KeyLink link, Table table) {
        ForeignKey key = link.key();
        int place = table.foreignKeys().indexOf(key);
        for (int i = 0; i < table.foreignKeys().size(); i++) {
            ForeignKey other = table.foreignKeys().get(i);
            if (i == place
                    || !names.isTable(key.target().name(), other.target().name())
                    || !Objects.equals(key.target().schema(), other.target().schema())) {
                continue;
            }
            Set<String> pairs = pairs(key);
            Set<String> others = pairs(other);
            if (pairs.equals(others) && i < place) {
                add(KeyFinding.Kind.DUPLICATE, link, "as " + KeyLink.name(other));
            } else if (others.size() > pairs.size()
                    && others.containsAll(pairs)
                    && strict(table, other).size() == other.columns().size()) {
                add(KeyFinding.Kind.REDUNDANT, link, "follows from " + KeyLink.name(other));
            }
        }
    }

    /** Which column points to which. */
    private Set<String> pairs(ForeignKey key) {
        List<String> targets = ForeignKeys.targetColumns(names, key);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i < Math.min(key.columns().size(), targets.size()); i++) {
            pairs.add(key.columns().get(i) + " " + targets.get(i));
        }
        return pairs;
    }

    private List<String> strict(Table table, ForeignKey key) {
        return key.columns().stream()
                .filter(each ->
                        names.findColumn(table, each).filter(Column::nullable).isEmpty())
                .toList();
    }

    /** Rows are found by an index whose first columns are those of the key, in any order. */
    private boolean isIndexed(Table table, ForeignKey key) {
        int size = key.columns().size();
        return Stream.of(
                        Stream.ofNullable(table.primaryKey()).map(PrimaryKey::columns),
                        table.uniques().stream().map(UniqueKey::columns),
                        table.indexes().stream()
                                .filter(each -> each.valid() && each.where() == null && isOverColumns(each, size))
                                .map(Index::columns))
                .flatMap(each -> each)
                .anyMatch(each -> each.size() >= size && same(each.subList(0, size), key.columns()));
    }

    private static boolean isOverColumns(Index index, int first) {
        return index.parts().size() >= first
                && index.parts().subList(0, first).stream().allMatch(part -> part.column() != null);
    }

    private boolean same(List<String> columns, List<String> others) {
        return columns.stream().allMatch(each -> names.has(others, each))
                && others.stream().allMatch(each -> names.has(columns, each));
    }

    private void add(KeyFinding.Kind kind, KeyLink link, String detail) {
        findings.add(new KeyFinding(kind, link, detail));
    }
}
