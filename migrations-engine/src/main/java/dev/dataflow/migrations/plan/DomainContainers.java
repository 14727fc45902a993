package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.CompositeType;
import dev.dataflow.migrations.schema.DefinedType;
import dev.dataflow.migrations.schema.Domain;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Columns in whose types a domain stands inside: arrays, rows and ranges of it. PostgreSQL does not look into them and refuses. */
final class DomainContainers {

    private final Schema schema;

    DomainContainers(Schema schema) {
        this.schema = schema;
    }

    /** The columns, with their tables. */
    List<String> columns(String domain) {
        Set<String> direct = new TreeSet<>(List.of(domain));
        Set<String> containers = new TreeSet<>();
        for (boolean again = true; again; ) {
            again = false;
            for (Domain each : schema.domains()) {
                boolean contains = contains(each.type(), direct, containers);
                again |=
                        (contains || isNamed(each.type(), direct)) && (contains ? containers : direct).add(each.name());
            }
            for (CompositeType type : schema.compositeTypes()) {
                again |= type.columns().stream().anyMatch(column -> holds(column.type(), direct, containers))
                        && containers.add(type.name());
            }
            for (Table table : schema.tables()) {
                again |= table.columns().stream().anyMatch(column -> holds(column.type(), direct, containers))
                        && containers.add(table.name());
            }
            for (DefinedType type : schema.definedTypes()) {
                again |= (Mentions.any(type.definition(), direct) || Mentions.any(type.definition(), containers))
                        && containers.add(type.name());
            }
        }
        List<String> columns = new ArrayList<>();
        schema.tables()
                .forEach(table -> table.columns().stream()
                        .filter(column -> contains(column.type(), direct, containers))
                        .forEach(column -> columns.add(table.name() + "." + column.name())));
        return columns;
    }

    private static boolean holds(ColumnType type, Set<String> direct, Set<String> containers) {
        return isNamed(type, direct) || contains(type, direct, containers);
    }

    private static boolean contains(ColumnType type, Set<String> direct, Set<String> containers) {
        return isNamed(type, containers) || type.array() && isNamed(type, direct);
    }

    private static boolean isNamed(ColumnType type, Set<String> names) {
        return names.stream()
                .anyMatch(name -> type.name().equals(name) || type.name().equals(Quoting.DOUBLE_QUOTES.quote(name)));
    }
}
