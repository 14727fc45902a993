package dev.dataflow.migrations.open;

import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.difference.Difference;
import dev.dataflow.migrations.difference.MissingIndex;
import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schema that a database would have if it had what models miss, and nothing else were otherwise: what fits stays, and so
 * does what models do not know.
 */
final class AdditiveTarget {

    private final NameRule names;
    private final Schema live;
    private final Schema wanted;

    AdditiveTarget(NameRule names, Schema live, Schema wanted) {
        this.names = names;
        this.live = live;
        this.wanted = wanted;
    }

    /**
     * The schema.
     *
     * @param differences where tables do not fit
     * @param indexes indexes to be made
     */
    Schema with(Collection<Difference> differences, Collection<MissingIndex> indexes) {
        Map<String, Table> tables = new HashMap<>();
        live.tables().forEach(table -> tables.put(table.name(), table));
        for (Table model : wanted.tables()) {
            Table table = table(model.name());
            if (table != null) {
                Table reached = reached(table, model, of(differences, model.name()));
                reached = indexed(reached, model, indexes);
                tables.put(table.name(), reached);
            }
        }
        return live.withTables(tables.values());
    }

    /** The same without the columns that models do not know, to see what may have been renamed. */
    Schema without(Schema target, Collection<String> changed) {
        List<Table> tables = new ArrayList<>();
        for (Table table : target.tables()) {
            Table model = wanted.tables().stream()
                    .filter(each -> names.table(each.name()).equals(names.table(table.name())))
                    .findFirst()
                    .orElse(null);
            if (model == null || !changed.contains(table.name())) {
                tables.add(table);
            } else {
                List<Column> known = table.columns().stream()
                        .filter(column -> model.columns().stream().anyMatch(each -> same(each.name(), column.name())))
                        .toList();
                tables.add(table.edit().columns(known).build());
            }
        }
        return target.withTables(tables);
    }

    /** The same without what gets another name, which is there by that. */
    Schema renamed(Schema target, RenameHints hints) {
        List<Table> tables = new ArrayList<>();
        for (Table table : target.tables()) {
            Set<String> former = new HashSet<>();
            hints.columns().stream()
                    .filter(hint -> hint.table().equals(table.name()))
                    .forEach(hint -> former.add(hint.from()));
            String name = hints.tables().stream()
                    .filter(hint -> hint.from().equals(table.name()))
                    .map(RenameHints.TableHint::to)
                    .findFirst()
                    .orElse(table.name());
            tables.add(table.edit()
                    .name(name)
                    .columns(table.columns().stream()
                            .filter(column -> !former.contains(column.name()))
                            .toList())
                    .build());
        }
        return target.withTables(tables);
    }

    private Table reached(Table table, Table model, List<Difference> differences) {
        if (differences.isEmpty()) {
            return table;
        }
        Set<String> differing = new HashSet<>();
        differences.stream()
                .filter(difference -> difference.column() != null)
                .forEach(difference -> differing.add(names.column(String.valueOf(difference.column()))));
        Set<String> touched = new HashSet<>();
        TableBuilder builder = table.edit();
        builder.columns(columns(table, model, differing, touched));
        checks(builder, table, model, touched);
        new AdditiveKeys(names, table, model).add(builder, differences);
        return builder.build();
    }

    private List<Column> columns(Table table, Table model, Set<String> differing, Set<String> touched) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            Column meant = column(model, column.name());
            if (!differing.contains(names.column(column.name()))) {
                columns.add(column);
            } else if (meant != null) {
                touched.add(meant.name());
                columns.add(meant(column, meant));
            }
            // else it is NOT NULL without a default, and the model does not know it
        }
        for (Column meant : model.columns()) {
            if (column(table, meant.name()) == null) {
                touched.add(meant.name());
                columns.add(meant);
            }
        }
        return columns;
    }

    /** A default that fits stays: models send their values themselves. */
    private static Column meant(Column column, Column meant) {
        boolean converted = !column.type().equals(meant.type());
        return meant.withName(column.name())
                .withDefault(converted ? meant.defaultValue() : column.defaultValue())
                .withOptions(column.options());
    }

    private static void checks(TableBuilder builder, Table table, Table model, Set<String> touched) {
        List<Check> checks = new ArrayList<>(table.checks());
        for (Check check : model.checks()) {
            if (Mentions.any(check.expression(), touched)) {
                checks.removeIf(each -> each.name() != null && each.name().equals(check.name()));
                checks.add(check);
            }
        }
        builder.checks(checks);
    }

    private Table indexed(Table table, Table model, Collection<MissingIndex> indexes) {
        TableBuilder builder = table.edit();
        for (MissingIndex missing : indexes) {
            if (names.table(missing.table().name()).equals(names.table(model.name()))) {
                for (Index index : model.indexes()) {
                    if (!index.unique()
                            && names.columns(index.columns())
                                    .equals(names.columns(missing.index().columns()))) {
                        builder.index(index);
                        break;
                    }
                }
            }
        }
        return builder.build();
    }

    private List<Difference> of(Collection<Difference> differences, String table) {
        return differences.stream()
                .filter(each -> names.table(each.table().name()).equals(names.table(table)))
                .toList();
    }

    private @Nullable Table table(String name) {
        return live.tables().stream()
                .filter(table -> names.table(table.name()).equals(names.table(name)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Column column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> same(column.name(), name))
                .findFirst()
                .orElse(null);
    }

    private boolean same(String one, String other) {
        return names.column(one).equals(names.column(other));
    }
}
