package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.identifier.OwnQualifier;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.UniqueKey;
import dev.dataflow.migrations.script.CreationScript;
import dev.dataflow.migrations.script.PartText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of SQLite that is made anew under another name, filled, and put in the place of the old one: in this order
 * nothing comes to point to the wrong name. Not thread-safe.
 */
final class SqliteRebuild {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final Table before;
    private final Table after;
    private final List<Change> changes;
    private final Map<String, String> values;
    private final SqliteSurroundings surroundings;
    private boolean begun;

    /**
     * A table to be made anew.
     *
     * @param before the table as it is, under its new name
     * @param after the table as it is to be
     * @param changes what changes
     * @param values what rows get in columns
     * @param surroundings what mentions it and does not go and come by itself
     */
    SqliteRebuild(
            Table before, Table after, List<Change> changes, SqliteValues values, SqliteSurroundings surroundings) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.values = values.of(changes);
        this.surroundings = surroundings;
    }

    /** Whether it has not been done yet; it has from now on. */
    boolean begin() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    Step step(Steps steps) {
        Map<String, String> oldNames = new LinkedHashMap<>();
        Map<String, String> newNames = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof ColumnChange.Rename rename) {
                oldNames.put(rename.to(), rename.from());
                newNames.put(rename.from(), rename.to());
            }
        }
        List<String> back = statements(after, before, newNames, Map.of());
        List<Change> real = changes.stream().filter(change -> !isKept(change)).toList();
        List<String> losses = Losses.of(DatabaseEngine.SQLITE, real);
        return steps.of(
                changes,
                statements(before, after, oldNames, values),
                Step.Transaction.SHARED,
                losses,
                new Inverse(back, Steps.missing(losses)));
    }

    /** A column that goes only to come back otherwise keeps its values, unless it is computed afterwards. */
    private boolean isKept(Change change) {
        return change instanceof ColumnChange.Drop drop
                && after.column(drop.column().name())
                        .filter(column -> column.generated() == null)
                        .isPresent();
    }

    private List<String> statements(Table from, Table to, Map<String, String> oldNames, Map<String, String> filled) {
        String name = to.name();
        String other = freshName(name);
        String quoted = QUOTING.quote(name);
        List<String> statements = new ArrayList<>(surroundings.drops());
        OwnQualifier qualifier = new OwnQualifier(name);
        Table bare = to.edit()
                .name(other)
                .checks(to.checks().stream()
                        .map(check -> check.withExpression(qualifier.replace(check.expression(), other)))
                        .toList())
                .indexes(List.of())
                .triggers(List.of())
                .build();
        statements.addAll(CreationScript.of(Schema.of(DatabaseEngine.SQLITE, List.of(bare))));
        Map<String, String> copied = new LinkedHashMap<>();
        for (Column column : to.columns()) {
            String old = oldNames.getOrDefault(column.name(), column.name());
            String value = filled.get(column.name());
            if (column.generated() != null) {
                continue;
            }
            if (from.column(old).isPresent()) {
                String kept = QUOTING.quote(filled.isEmpty() ? old : column.name());
                copied.put(column.name(), value == null ? kept : "coalesce(" + kept + ", " + value + ")");
            } else if (value != null) {
                copied.put(column.name(), value);
            }
        }
        if (!copied.isEmpty()) {
            Optional<String> rowId = SqliteRowId.of(from, to);
            rowId.ifPresent(id -> copied.put(id, QUOTING.quote(id)));
            statements.add(insert(bare) + QUOTING.quote(other) + " (" + QUOTING.quoteAll(copied.keySet())
                    + ") SELECT " + String.join(", ", copied.values()) + " FROM "
                    + (filled.isEmpty() ? quoted : renamed(from, oldNames, rowId)));
        }
        if (counts(from) && counts(to)) {
            // the numbers of rows that are gone do not come back
            statements.add("DELETE FROM sqlite_sequence WHERE name = " + literal(other));
            statements.add("INSERT INTO sqlite_sequence (name, seq) SELECT " + literal(other)
                    + ", seq FROM sqlite_sequence WHERE name = " + literal(name));
        }
        statements.add("DROP TABLE " + quoted);
        statements.add("ALTER TABLE " + QUOTING.quote(other) + " RENAME TO " + quoted);
        PartText text = new PartText(DatabaseEngine.SQLITE);
        for (Index index : to.indexes()) {
            statements.add(text.createIndex(name, index));
        }
        statements.addAll(surroundings.creates());
        return statements;
    }

    /** A table that says what to do on a conflict would do it to rows that are copied, too: leave them out, or others. */
    private static String insert(Table table) {
        boolean says = Stream.of(
                        table.columns().stream().map(Column::options),
                        table.uniques().stream().map(UniqueKey::options),
                        Stream.ofNullable(table.primaryKey()).map(PrimaryKey::options))
                .flatMap(options -> options)
                .anyMatch(options -> options.containsKey("conflict") || options.containsKey("not null conflict"));
        return says ? "INSERT OR ABORT INTO " : "INSERT INTO ";
    }

    /** The rows under their new names, by which values are written. */
    private static String renamed(Table from, Map<String, String> oldNames, Optional<String> rowId) {
        Map<String, String> newNames = new LinkedHashMap<>();
        oldNames.forEach((to, old) -> newNames.put(old, to));
        return Stream.concat(
                        from.columns().stream()
                                .map(column -> QUOTING.quote(column.name()) + " AS "
                                        + QUOTING.quote(newNames.getOrDefault(column.name(), column.name()))),
                        rowId.stream().map(id -> QUOTING.quote(id) + " AS " + QUOTING.quote(id)))
                .collect(Collectors.joining(", ", "(SELECT ", " FROM " + QUOTING.quote(from.name()) + ")"));
    }

    private static boolean counts(Table table) {
        return table.columns().stream().anyMatch(column -> column.identity() != null);
    }

    private static String freshName(String name) {
        return "dataflow_new_" + name;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
