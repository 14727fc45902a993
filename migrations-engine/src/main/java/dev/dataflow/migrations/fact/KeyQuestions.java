package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.UniqueKey;
import dev.dataflow.migrations.wording.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keys need to know about rows: duplicates, and rows that point nowhere. */
final class KeyQuestions {

    private final DatabaseEngine engine;
    private final Quoting quoting;
    private final @Nullable String schema;
    private final SchemaDiff diff;
    private final CurrentNames names;
    private final Settling settling;

    /**
     * Questions about keys.
     *
     * @param schema the schema that the tables lie in; empty for the connection's
     * @param settling the columns that can be compared now
     */
    KeyQuestions(DatabaseEngine engine, String schema, SchemaDiff diff, CurrentNames names, Settling settling) {
        this.engine = engine;
        this.quoting = Quoting.of(engine);
        this.schema = schema.isEmpty() ? null : schema;
        this.diff = diff;
        this.names = names;
        this.settling = settling;
    }

    List<Question> duplicates(
            Change change, String table, List<KeyPart> parts, @Nullable String where, boolean nullsDistinct) {
        if (nullsDistinct
                && parts.stream().anyMatch(part -> part.column() != null && settling.isNull(table, part.column()))) {
            return List.of();
        }
        String list = parts.stream()
                .map(part -> part.column() == null ? part.expression() : part.column())
                .collect(Collectors.joining(", "));
        Amount words = Amount.of("duplicate", "duplicates", " in " + table + " (" + list + ")");
        boolean settled = parts.stream().allMatch(part -> isSettled(table, part));
        if (!settled || where != null && !settling.isSettledIn(table, where)) {
            return List.of(question(change, table, words, Question.Form.NONE, ""));
        }
        List<String> values = parts.stream().map(part -> value(table, part)).toList();
        List<String> conditions = new ArrayList<>();
        if (where != null) {
            conditions.add("(" + where + ")");
        }
        if (nullsDistinct) {
            values.forEach(value -> conditions.add(value + " IS NOT NULL"));
        }
        String sql = "SELECT count(*) FROM (SELECT 1 AS one FROM " + own(names.table(table))
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)) + " GROUP BY "
                + String.join(", ", values) + " HAVING count(*) > 1) duplicates";
        return List.of(question(change, table, words, Question.Form.QUERY, sql));
    }

    /** Whether a collation that makes more values alike makes duplicates in keys that stay. */
    List<Question> recollated(ColumnChange.Alter alter) {
        Table table = diff.after().table(alter.table()).orElse(null);
        List<Question> questions = new ArrayList<>();
        if (table == null) {
            return questions;
        }
        String name = alter.after().name();
        PrimaryKey primary = table.primaryKey();
        if (primary != null && primary.columns().contains(name) && !isAdded(table, primary)) {
            questions.addAll(duplicates(alter, table.name(), primary.parts(), null, true));
        }
        for (UniqueKey key : table.uniques()) {
            if (key.columns().contains(name) && !isAdded(table, key)) {
                questions.addAll(duplicates(alter, table.name(), key.parts(), null, key.nullsDistinct()));
            }
        }
        for (Index index : table.indexes()) {
            if (index.unique() && index.columns().contains(name) && !isAdded(table, index)) {
                questions.addAll(duplicates(alter, table.name(), index.parts(), index.where(), index.nullsDistinct()));
            }
        }
        return questions;
    }

    /** Such a key asks for itself. */
    private boolean isAdded(Table table, Object key) {
        return diff.changes().stream()
                .anyMatch(change -> change.equals(
                        key instanceof PrimaryKey primary
                                ? new PrimaryKeyChange.Add(table.name(), primary)
                                : key instanceof UniqueKey unique
                                        ? new UniqueKeyChange.Add(table.name(), unique)
                                        : new IndexChange.Create(table.name(), (Index) key)));
    }

    List<Question> orphans(ForeignKeyChange.Add add) {
        ForeignKey key = add.key();
        String table = add.table();
        if (!isFull(key) && key.columns().stream().anyMatch(column -> settling.isNull(table, column))) {
            return List.of();
        }
        TableName target = key.target();
        String of = " of " + table + " (" + String.join(", ", key.columns()) + ")";
        Amount words = Amount.of("row" + of + " that points", "rows" + of + " that point", " to no row of " + target);
        boolean here = target.schema() == null;
        boolean settled = key.columns().stream().allMatch(column -> settling.isSettled(table, column))
                && (!here
                        || key.targetColumns().stream()
                                .allMatch(column ->
                                        names.isCreated(target.name()) || settling.isSettled(target.name(), column)))
                && !key.targetColumns().isEmpty();
        if (!settled) {
            return List.of(question(add, table, words, Question.Form.NONE, ""));
        }
        List<String> columns = key.columns().stream()
                .map(column -> "child." + quoting.quote(names.column(table, column)))
                .toList();
        String pointing =
                columns.stream().map(column -> column + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String sql = "SELECT count(*) FROM " + own(names.table(table)) + " child WHERE " + pointing;
        // each row that points to a table without rows points nowhere
        if (!here || !names.isCreated(target.name())) {
            List<String> same = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String column = key.targetColumns().get(i);
                same.add("parent." + quoting.quote(here ? names.column(target.name(), column) : column) + " = "
                        + columns.get(i));
            }
            String parent = here ? own(names.table(target.name())) : quoting.quote(target);
            sql += " AND NOT EXISTS (SELECT 1 FROM " + parent + " parent WHERE " + String.join(" AND ", same) + ")";
        }
        Question orphans = question(add, table, words, Question.Form.QUERY, sql);
        return isFull(key) ? List.of(orphans, halfNull(add, columns)) : List.of(orphans);
    }

    /** MATCH FULL wants all columns of a key to be NULL, or none. */
    private static boolean isFull(ForeignKey key) {
        return key.columns().size() > 1 && "full".equals(key.options().get("match"));
    }

    private Question halfNull(ForeignKeyChange.Add add, List<String> columns) {
        String table = add.table();
        Amount words = Amount.of(
                "row",
                "rows",
                " of " + table + " (" + String.join(", ", add.key().columns())
                        + ") of which some but not all are NULL");
        String any = columns.stream().map(column -> column + " IS NULL").collect(Collectors.joining(" OR "));
        String all = columns.stream().map(column -> column + " IS NULL").collect(Collectors.joining(" AND "));
        String sql =
                "SELECT count(*) FROM " + own(names.table(table)) + " child WHERE (" + any + ") AND NOT (" + all + ")";
        return question(add, table, words, Question.Form.QUERY, sql);
    }

    private boolean isSettled(String table, KeyPart part) {
        return part.column() == null
                ? part.expression() != null && settling.isSettledIn(table, part.expression())
                : settling.isTyped(table, part.column());
    }

    private String value(String table, KeyPart part) {
        String column = part.column() == null
                ? "(" + part.expression() + ")"
                : quoting.quote(names.column(table, part.column()));
        String collation = part.collation();
        boolean recollated = part.column() != null && collation == null && settling.isRecollated(table, part.column());
        String value = recollated
                ? recollated(table, part.column(), column)
                : collation == null ? column : collated(column, collation);
        return part.prefix() == null ? value : "LEFT(" + value + ", " + part.prefix() + ")";
    }

    private String collated(String value, String collation) {
        return value + " COLLATE "
                + (engine == DatabaseEngine.POSTGRESQL && !collation.startsWith("\"")
                        ? quoting.quote(collation)
                        : collation);
    }

    /** A column's values as they compare by then. On MySQL and MariaDB a collation belongs to a character set. */
    private String recollated(String table, String name, String column) {
        String collation = diff.after()
                .table(table)
                .flatMap(after -> after.column(name))
                .map(Column::collation)
                .orElse(null);
        if (engine.family() == EngineFamily.MYSQL) {
            String set = CharacterSets.of(collation);
            return collated(
                    set.isEmpty() ? column : "CONVERT(" + column + " USING " + set + ")", String.valueOf(collation));
        }
        return collated(column, collation != null ? collation : engine == DatabaseEngine.SQLITE ? "BINARY" : "default");
    }

    /** A table without those that inherit from it, whose rows no key of it looks at; with its partitions. */
    private String own(String name) {
        boolean only = engine == DatabaseEngine.POSTGRESQL
                && diff.before()
                        .table(name)
                        .filter(table -> table.partitioning() == null)
                        .isPresent();
        return (only ? "ONLY " : "") + quoting.quote(new TableName(schema, name));
    }

    private Question question(Change change, String table, Amount words, Question.Form form, String sql) {
        return new Question(Question.Effect.FAILS, change, names.table(table), words, form, sql);
    }
}
