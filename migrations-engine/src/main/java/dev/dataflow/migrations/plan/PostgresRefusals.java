package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.Heirs;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.CompositeType;
import dev.dataflow.migrations.schema.Domain;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Routine;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What PostgreSQL refuses because of something that holds rows and therefore cannot make way: columns whose type is a table's row, and
 * columns, keys and types that call a routine which has to go. Not thread-safe.
 */
final class PostgresRefusals {

    private final Schema before;
    private final Schema after;
    private final Map<String, String> oldTables = new HashMap<>();
    private final Set<String> returning = new TreeSet<>();
    private final Set<String> logging = new TreeSet<>();

    PostgresRefusals(SchemaDiff diff) {
        before = diff.before();
        after = diff.after();
        for (Change change : diff.changes()) {
            if (change instanceof TableChange.Rename rename) {
                oldTables.put(rename.to(), rename.from());
            } else if (change instanceof RoutineChange.Create create) {
                returning.add(create.routine().signature());
            } else if (change instanceof TableChange.AlterOptions alter && PostgresTableOptions.isLogging(alter)) {
                logging.add(alter.table());
            }
        }
    }

    /** Why a change is refused, in words that follow it; empty when it is not. */
    String of(Change change) {
        if (before.engine() != DatabaseEngine.POSTGRESQL) {
            return "";
        }
        if (change instanceof ColumnChange.Alter alter
                && alter.aspect() == ColumnAspect.NULLABILITY
                && isKeptByHeirs(alter)) {
            return ", which heirs or partitions of " + alter.table() + " have otherwise";
        }
        if (change instanceof DomainChange.Alter alter) {
            boolean looks = alter.isFilled() || alter.added().stream().anyMatch(Check::validated);
            List<String> inside = looks ? new DomainContainers(before).columns(alter.name()) : List.of();
            return inside.isEmpty() ? "" : ", which is inside the types of " + String.join(", ", inside);
        }
        if (change instanceof TableChange.AlterOptions alter && logging.contains(alter.table())) {
            List<String> tied = tied(alter.table());
            return tied.isEmpty() ? "" : ", which foreign keys tie to what changes so, too: " + String.join(", ", tied);
        }
        List<String> holders = change instanceof RoutineChange.Drop drop ? callers(drop.routine()) : rows(change);
        if (holders.isEmpty()) {
            return "";
        }
        return (change instanceof RoutineChange.Drop
                        ? ", which has to make way, and which is called by "
                        : ", whose rows are the type of ")
                + String.join(", ", holders);
    }

    /** A table that is logged points to none that is not, so that one has to be first. */
    private List<String> tied(String table) {
        return after.tables().stream()
                .filter(each -> !each.name().equals(table) && logging.contains(each.name()))
                .filter(each -> pointsTo(each, table)
                        || after.table(table)
                                .filter(own -> pointsTo(own, each.name()))
                                .isPresent())
                .map(Table::name)
                .toList();
    }

    private static boolean pointsTo(Table table, String target) {
        return table.foreignKeys().stream().anyMatch(key -> key.target().equals(new TableName(null, target)));
    }

    /** NOT NULL of a parent is that of its heirs, and so is NULL of a partitioned table. */
    private boolean isKeptByHeirs(ColumnChange.Alter alter) {
        boolean partitioned = after.table(alter.table())
                .filter(table -> table.partitioning() != null)
                .isPresent();
        return (!alter.after().nullable() || partitioned)
                && new Heirs(after).differ(alter.table(), alter.after().name(), ColumnAspect.NULLABILITY);
    }

    /** A type that changes is to change in all rows, and so does a column that comes with a value; the server cannot do it there. */
    private List<String> rows(Change change) {
        boolean touches = change instanceof TableChange.Drop
                || change instanceof ColumnChange.Alter alter
                        && (alter.aspect() == ColumnAspect.TYPE || alter.aspect() == ColumnAspect.COLLATION)
                || change instanceof ColumnChange.Add add && hasValue(add.column());
        String table = change.ofTable().orElse("");
        return touches ? holders(oldTables.getOrDefault(table, table)) : List.of();
    }

    private static boolean hasValue(Column column) {
        return column.defaultValue() != null || column.identity() != null || column.generated() != null;
    }

    /** Columns of other tables, also where the row stands inside another type. */
    private List<String> holders(String table) {
        Set<String> types = new TreeSet<>(List.of(table));
        for (boolean again = true; again; ) {
            again = false;
            for (CompositeType type : before.compositeTypes()) {
                again |= type.columns().stream().anyMatch(column -> isOf(column, types)) && types.add(type.name());
            }
            for (Domain domain : before.domains()) {
                again |= types.stream().anyMatch(type -> isNamed(domain.type().name(), type))
                        && types.add(domain.name());
            }
        }
        List<String> holders = new ArrayList<>();
        before.tables()
                .forEach(each -> each.columns().stream()
                        .filter(column -> isOf(column, types))
                        .forEach(column -> holders.add(each.name() + "." + column.name())));
        return holders;
    }

    private static boolean isOf(Column column, Set<String> types) {
        return types.stream().anyMatch(type -> isNamed(column.type().name(), type));
    }

    private static boolean isNamed(String type, String name) {
        return type.equals(name) || type.equals(Quoting.DOUBLE_QUOTES.quote(name));
    }

    /** What stands on a routine that goes and comes back; what is gone for good by then does not count. */
    private List<String> callers(Routine routine) {
        if (!returning.contains(routine.signature())) {
            return List.of();
        }
        Set<String> name = Set.of(routine.name());
        List<String> callers = new ArrayList<>();
        for (Table table : before.tables()) {
            if (texts(table).anyMatch(text -> Mentions.call(text, name))) {
                callers.add("table " + table.name());
            }
        }
        before.domains().stream()
                .filter(domain -> Mentions.call(domain.defaultValue(), name)
                        || domain.checks().stream().anyMatch(check -> Mentions.call(check.expression(), name)))
                .forEach(domain -> callers.add("domain " + domain.name()));
        before.routines().stream()
                .filter(each -> each.kind() == Routine.Kind.AGGREGATE
                        && !each.name().equals(routine.name())
                        && Mentions.any(each.definition(), name))
                .forEach(each -> callers.add("aggregate " + each.name()));
        return callers;
    }

    /** Values and conditions of a table. */
    private static Stream<String> texts(Table table) {
        return Stream.of(
                        table.columns().stream().flatMap(column -> Stream.ofNullable(column.defaultValue())),
                        table.columns().stream()
                                .flatMap(column -> Stream.ofNullable(column.generated()))
                                .map(generated -> generated.expression()),
                        table.checks().stream().map(check -> check.expression()),
                        table.exclusions().stream().map(each -> each.definition()),
                        table.indexes().stream().flatMap(PostgresRefusals::texts),
                        Stream.ofNullable(table.partitioning()).map(each -> each.key()))
                .flatMap(each -> each);
    }

    private static Stream<String> texts(Index index) {
        return Stream.concat(
                Stream.ofNullable(index.where()),
                index.parts().stream().flatMap(part -> Stream.ofNullable(part.expression())));
    }
}
