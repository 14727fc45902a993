package dev.dataflow.migrations.diff;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Hints that fit two schemas and do not contradict each other. */
final class Renames {

    private final Map<String, String> tables = new TreeMap<>();
    private final Map<String, String> oldTables = new TreeMap<>();
    private final Map<String, Map<String, String>> columns = new TreeMap<>();
    private final Map<String, Map<String, String>> oldColumns = new TreeMap<>();
    private final Set<RenameHints.DropHint> drops;
    private final List<String> wrong = new ArrayList<>();

    private Renames(RenameHints hints) {
        drops = new HashSet<>(hints.drops());
    }

    /**
     * Looks whether hints fit.
     *
     * @throws SchemaException when they do not
     */
    static Renames of(RenameHints hints, Schema before, Schema after) {
        return of(hints, before, after, Map.of());
    }

    /**
     * Looks whether hints fit.
     *
     * @param others what else hints could have dropped, to name what somebody meant: parts of tables by the tables' names,
     *     and views under the empty one
     * @throws SchemaException when they do not
     */
    static Renames of(RenameHints hints, Schema before, Schema after, Map<String, List<String>> others) {
        Renames renames = new Renames(hints);
        hints.tables().forEach(hint -> renames.table(hint, before, after));
        hints.columns().forEach(hint -> renames.column(hint, before, after));
        hints.drops().forEach(hint -> renames.drop(hint, before, after, others));
        if (!renames.wrong.isEmpty()) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.RENAME_CONTRADICTION,
                            "the hints about renames do not fit the schemas:\n    "
                                    + String.join("\n    ", renames.wrong),
                            "a rename leads from a name that only the present schema has to one that only the target"
                                    + " has, and each name is in one hint",
                            "correct or leave out the hints named"),
                    null);
        }
        return renames;
    }

    /** The renames: tables first, then columns of tables that have their new names already. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        tables.forEach((from, to) -> changes.add(new TableChange.Rename(from, to)));
        columns.forEach((table, names) ->
                names.forEach((from, to) -> changes.add(new ColumnChange.Rename(newTable(table), from, to))));
        return changes;
    }

    String newTable(String table) {
        return tables.getOrDefault(table, table);
    }

    String oldTable(String table) {
        return oldTables.getOrDefault(table, table);
    }

    /** A column's new name; both names are those of before. */
    String newColumn(String table, String column) {
        return columns(table).getOrDefault(column, column);
    }

    /** A column's old name; both names are those of after. */
    String oldColumn(String table, String column) {
        return oldColumns.getOrDefault(oldTable(table), Map.of()).getOrDefault(column, column);
    }

    /** New names of a table's columns by the old ones. */
    Map<String, String> columns(String table) {
        return columns.getOrDefault(table, Map.of());
    }

    boolean isDropped(RenameHints.DropHint hint) {
        return drops.contains(hint);
    }

    private void table(RenameHints.TableHint hint, Schema before, Schema after) {
        check(hint, before.table(hint.from()).isPresent(), missing("there is no table", hint.from(), tables(before)));
        check(hint, after.table(hint.from()).isEmpty(), "the target has the table `" + hint.from() + "`, too");
        check(hint, after.table(hint.to()).isPresent(), missing("the target has no table", hint.to(), tables(after)));
        check(hint, before.table(hint.to()).isEmpty(), "there is a table `" + hint.to() + "` already");
        check(hint, !drops.contains(new RenameHints.DropHint(hint.from(), "")), "another hint drops the table");
        check(hint, tables.put(hint.from(), hint.to()) == null, "the table has two new names");
        check(hint, oldTables.put(hint.to(), hint.from()) == null, "two tables get that name");
    }

    private void column(RenameHints.ColumnHint hint, Schema before, Schema after) {
        Table from = before.table(hint.table()).orElse(null);
        Table to = after.table(newTable(hint.table())).orElse(null);
        if (from == null) {
            check(hint, false, missing("there is no table", hint.table(), tables(before)));
            return;
        }
        if (to == null) {
            check(hint, false, missing("the target has no table", newTable(hint.table()), tables(after)));
            return;
        }
        check(hint, from.column(hint.from()).isPresent(), missing("there is no column", hint.from(), columns(from)));
        check(hint, to.column(hint.from()).isEmpty(), "the target has the column `" + hint.from() + "`, too");
        check(hint, to.column(hint.to()).isPresent(), missing("the target has no column", hint.to(), columns(to)));
        check(hint, from.column(hint.to()).isEmpty(), "there is a column `" + hint.to() + "` already");
        check(
                hint,
                !drops.contains(new RenameHints.DropHint(hint.table(), hint.from())),
                "another hint drops the column");
        check(hint, put(columns, hint.table(), hint.from(), hint.to()), "the column has two new names");
        check(hint, put(oldColumns, hint.table(), hint.to(), hint.from()), "two columns get that name");
    }

    private void drop(RenameHints.DropHint hint, Schema before, Schema after, Map<String, List<String>> others) {
        Table table = before.table(hint.table()).orElse(null);
        if (table == null) {
            check(hint, false, missingTable(hint, before, others));
            return;
        }
        List<String> parts = others.getOrDefault(table.name(), List.of());
        check(
                hint,
                hint.column().isEmpty() || table.column(hint.column()).isPresent(),
                missing(
                        parts.isEmpty() ? "there is no column" : "there is nothing to drop named",
                        hint.column(),
                        and(columns(table), parts)));
        Table target = after.table(newTable(hint.table())).orElse(null);
        if (hint.column().isEmpty()) {
            check(hint, after.table(hint.table()).isEmpty(), "the target has the table `" + hint.table() + "`, too");
        } else if (target != null) {
            check(
                    hint,
                    target.column(hint.column()).isEmpty(),
                    "the target has the column `" + hint.column() + "`, too");
        }
    }

    /** Also names what has that name inside a table. */
    private static String missingTable(RenameHints.DropHint hint, Schema before, Map<String, List<String>> others) {
        List<String> views = others.getOrDefault("", List.of());
        if (hint.column().isEmpty()) {
            for (Table table : before.tables()) {
                if (and(columns(table), others.getOrDefault(table.name(), List.of()))
                        .contains(hint.table())) {
                    return "there is no table `" + hint.table() + "` (did you mean `" + table.name() + "."
                            + hint.table() + "`?)";
                }
            }
        }
        return missing(
                views.isEmpty() ? "there is no table" : "there is no table or view",
                hint.table(),
                and(tables(before), views));
    }

    private static List<String> and(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void check(Object hint, boolean right, String otherwise) {
        if (!right) {
            wrong.add(hint + ": " + otherwise);
        }
    }

    private static String missing(String what, String name, List<String> valid) {
        return what + " `" + name + "`"
                + NearestName.of(name, valid)
                        .map(near -> " (did you mean `" + near + "`?)")
                        .orElse("");
    }

    private static List<String> tables(Schema schema) {
        return schema.tables().stream().map(Table::name).toList();
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static boolean put(Map<String, Map<String, String>> to, String table, String key, String value) {
        return to.computeIfAbsent(table, name -> new TreeMap<>()).put(key, value) == null;
    }
}
