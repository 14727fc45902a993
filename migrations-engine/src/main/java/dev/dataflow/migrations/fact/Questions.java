package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What changes need to know about rows. */
final class Questions {

    private final Quoting quoting;
    private final SchemaDiff diff;
    private final CurrentNames names;
    private final ConversionQuestions conversions;
    private final KeyQuestions keys;
    private final Set<String> converted = new HashSet<>();

    Questions(DatabaseEngine engine, int majorVersion, String schema, SchemaDiff diff) {
        this.quoting = Quoting.of(engine);
        this.diff = diff;
        this.names = new CurrentNames(diff.changes());
        this.conversions = new ConversionQuestions(engine, majorVersion);
        for (Change change : diff.changes()) {
            if (change instanceof ColumnChange.Alter alter
                    && (alter.aspect() == ColumnAspect.TYPE || alter.aspect() == ColumnAspect.COLLATION)) {
                converted.add(alter.table() + "." + alter.after().name());
            }
        }
        this.keys = new KeyQuestions(engine, schema, names, converted);
    }

    List<Question> of(Collection<Change> changes) {
        List<Question> all = new ArrayList<>();
        changes.stream().distinct().forEach(change -> all.addAll(of(change)));
        return all;
    }

    private List<Question> of(Change change) {
        if (change instanceof TableChange.Drop drop) {
            return List.of(condition(Question.Effect.LOST, change, drop.table(), "rows of " + drop.table(), "1 = 1"));
        }
        if (change instanceof ColumnChange column) {
            return names.isCreated(column.table()) ? List.of() : ofColumn(column);
        }
        if (change instanceof CheckChange.Add add) {
            return names.isCreated(add.table()) ? List.of() : List.of(violations(add));
        }
        if (change instanceof ForeignKeyChange.Add add && !names.isCreated(add.table())) {
            return keys.orphans(add);
        }
        if (change instanceof UniqueKeyChange.Add add && !names.isCreated(add.table())) {
            return keys.duplicates(
                    change, add.table(), add.key().parts(), null, add.key().nullsDistinct());
        }
        if (change instanceof PrimaryKeyChange.Add add && !names.isCreated(add.table())) {
            return keys.duplicates(change, add.table(), add.key().parts(), null, true);
        }
        if (change instanceof IndexChange.Create create
                && create.index().unique()
                && !names.isCreated(create.table())) {
            return keys.duplicates(
                    change,
                    create.table(),
                    create.index().parts(),
                    create.index().where(),
                    create.index().nullsDistinct());
        }
        return List.of();
    }

    private List<Question> ofColumn(ColumnChange change) {
        String table = change.table();
        if (change instanceof ColumnChange.Drop drop && drop.column().generated() == null) {
            String name = drop.column().name();
            return List.of(condition(
                    Question.Effect.LOST,
                    change,
                    table,
                    "values of " + table + "." + name,
                    quoting.quote(names.column(table, name)) + " IS NOT NULL"));
        }
        if (change instanceof ColumnChange.Add add && mustHaveValue(add.column())) {
            return List.of(condition(
                    Question.Effect.FAILS,
                    change,
                    table,
                    "rows of " + table + ", which have no value for "
                            + add.column().name(),
                    "1 = 1"));
        }
        if (!(change instanceof ColumnChange.Alter alter)) {
            return List.of();
        }
        String name = alter.after().name();
        String column = quoting.quote(names.column(table, name));
        if (alter.aspect() == ColumnAspect.NULLABILITY && !alter.after().nullable()) {
            return List.of(condition(
                    Question.Effect.FAILS, change, table, "NULLs in " + table + "." + name, column + " IS NULL"));
        }
        if (alter.aspect() == ColumnAspect.TYPE) {
            String current = names.table(table);
            boolean strict = diff.before()
                    .table(current)
                    .map(each -> each.options().containsKey("strict"))
                    .orElse(true);
            return conversions.of(alter, current, column, strict);
        }
        return List.of();
    }

    /** What a check says of columns that are not there yet, or hold another type by then, cannot be asked now. */
    private Question violations(CheckChange.Add add) {
        String table = add.table();
        String words = "rows of " + table + " that violate " + add.name();
        Set<String> unsettled = new HashSet<>();
        diff.after()
                .table(table)
                .ifPresent(after -> after.columns().forEach(column -> {
                    if (names.isAdded(table, column.name())
                            || converted.contains(table + "." + column.name())
                            || !names.column(table, column.name()).equals(column.name())) {
                        unsettled.add(column.name());
                    }
                }));
        return Mentions.any(add.check().expression(), unsettled)
                ? none(Question.Effect.FAILS, add, table, words)
                : condition(
                        Question.Effect.FAILS,
                        add,
                        table,
                        words,
                        "NOT (" + add.check().expression() + ")");
    }

    private Question condition(Question.Effect effect, Change change, String table, String words, String sql) {
        return new Question(effect, change, names.table(table), words, Question.Form.CONDITION, sql);
    }

    private Question none(Question.Effect effect, Change change, String table, String words) {
        return new Question(effect, change, names.table(table), words, Question.Form.NONE, "");
    }

    private static boolean mustHaveValue(Column column) {
        return !column.nullable()
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null;
    }
}
