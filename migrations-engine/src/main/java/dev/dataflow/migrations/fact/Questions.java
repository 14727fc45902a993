package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.ExclusionChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.wording.Amount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What changes need to know about rows. */
final class Questions {

    private final DatabaseEngine engine;
    private final Quoting quoting;
    private final SchemaDiff diff;
    private final CurrentNames names;
    private final ConversionQuestions conversions;
    private final KeyQuestions keys;
    private final Settling settling;
    private final DomainQuestions domains;
    private final PartitionQuestions partitions;
    private final CatalogQuestions catalog;
    private final Map<ColumnName, String> values;

    /**
     * Questions of differences.
     *
     * @param schema the schema that the tables lie in; empty for the connection's
     * @param values what rows that are there get, by the names after the change
     */
    Questions(DatabaseEngine engine, int majorVersion, String schema, SchemaDiff diff, Map<ColumnName, String> values) {
        this.values = values;
        this.engine = engine;
        this.quoting = Quoting.of(engine);
        this.diff = diff;
        this.names = new CurrentNames(diff.changes());
        this.conversions = new ConversionQuestions(engine, majorVersion);
        this.settling = new Settling(diff, names);
        this.domains = new DomainQuestions(diff, names);
        this.partitions = new PartitionQuestions(diff, names);
        this.catalog = new CatalogQuestions(schema, diff, names);
        this.keys = new KeyQuestions(engine, schema, diff, names, settling);
    }

    List<Question> of(Collection<Change> changes) {
        List<Question> all = new ArrayList<>();
        changes.stream().distinct().forEach(change -> {
            all.addAll(of(change));
            if (engine == DatabaseEngine.POSTGRESQL) {
                all.addAll(catalog.of(change));
            }
        });
        return all;
    }

    private List<Question> of(Change change) {
        if (change instanceof TableChange.Drop drop) {
            return List.of(condition(
                    Question.Effect.LOST,
                    change,
                    drop.table(),
                    Amount.of("row", "rows", " of " + drop.table()),
                    "1 = 1"));
        }
        if (change instanceof TableChange.Create create) {
            return partitions.of(create);
        }
        if (change instanceof ColumnChange column) {
            return names.isCreated(column.table()) ? List.of() : ofColumn(column);
        }
        if (change instanceof TableChange.AlterOptions options) {
            return ofOptions(options);
        }
        if (change instanceof DomainChange.Alter alter) {
            return domains.altered(alter);
        }
        if (change instanceof CheckChange.Add add) {
            return names.isCreated(add.table()) || comesWithColumn(add) ? List.of() : List.of(violations(add));
        }
        if (change instanceof ExclusionChange.Add add && !names.isCreated(add.table())) {
            Amount words = Amount.of("row", "rows", " of " + add.table() + " that exclude each other by " + add.name());
            return List.of(none(Question.Effect.FAILS, change, add.table(), words));
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

    /** A table of SQLite that begins to be strict refuses what its columns took so far. */
    private List<Question> ofOptions(TableChange.AlterOptions change) {
        List<Question> questions = new ArrayList<>();
        if (engine != DatabaseEngine.SQLITE || isStrict(change.before()) || !isStrict(change.after())) {
            return questions;
        }
        String table = change.table();
        for (Column column : change.after().columns()) {
            if (column.generated() == null && settling.isTyped(table, column.name())) {
                questions.addAll(ConversionQuestions.strict(
                        change, column, names.table(table), quoting.quote(names.column(table, column.name()))));
            }
        }
        return questions;
    }

    private static boolean isStrict(Table table) {
        return table.options().containsKey("strict");
    }

    private List<Question> ofColumn(ColumnChange change) {
        String table = change.table();
        if (change instanceof ColumnChange.Drop drop && drop.column().generated() == null) {
            String name = drop.column().name();
            return List.of(condition(
                    Question.Effect.LOST,
                    change,
                    table,
                    Amount.of("value", "values", " of " + table + "." + name),
                    quoting.quote(names.column(table, name)) + " IS NOT NULL"));
        }
        if (change instanceof ColumnChange.Add add) {
            return added(add);
        }
        if (!(change instanceof ColumnChange.Alter alter)) {
            return List.of();
        }
        String name = alter.after().name();
        String column = quoting.quote(names.column(table, name));
        if (alter.aspect() == ColumnAspect.NULLABILITY && !alter.after().nullable()) {
            if (isCountedUp(table, name)) {
                return List.of();
            }
            String value = values.get(new ColumnName(table, name));
            return List.of(
                    value == null
                            ? condition(Question.Effect.FAILS, change, table, nulls(table, name), column + " IS NULL")
                            : given(change, table, name, value, column + " IS NULL AND "));
        }
        if (alter.aspect() == ColumnAspect.COLLATION) {
            List<Question> questions = new ArrayList<>(keys.recollated(alter));
            questions.addAll(conversions.characters(alter, names.table(table), column));
            return questions;
        }
        if (alter.aspect() == ColumnAspect.TYPE) {
            String current = names.table(table);
            // the number of a row is nothing but a number
            boolean strict = isCountedUp(table, name)
                    || diff.after().table(table).filter(Questions::isStrict).isPresent();
            List<Question> questions = new ArrayList<>(conversions.of(
                    alter,
                    DomainQuestions.base(diff.before(), alter.before().type()),
                    DomainQuestions.base(diff.after(), alter.after().type()),
                    current,
                    column,
                    strict));
            questions.addAll(domains.converted(alter, column));
            return questions;
        }
        return List.of();
    }

    /** Where a column has the same name as one that goes, SQLite keeps its values. */
    private List<Question> added(ColumnChange.Add add) {
        String table = add.table();
        List<Question> questions = new ArrayList<>(domains.added(add));
        if (!mustHaveValue(add.column())) {
            return questions;
        }
        String value = values.get(new ColumnName(table, add.column().name()));
        if (value != null) {
            questions.add(given(add, table, add.column().name(), value, ""));
            return questions;
        }
        boolean kept = engine == DatabaseEngine.SQLITE
                && diff.before()
                        .table(names.table(table))
                        .flatMap(before -> before.column(add.column().name()))
                        .isPresent();
        Amount words = kept ? nulls(table, add.column().name()) : DomainQuestions.rowsWithoutValue(add);
        String sql = kept ? quoting.quote(add.column().name()) + " IS NULL" : "1 = 1";
        questions.add(condition(Question.Effect.FAILS, add, table, words, sql));
        return questions;
    }

    /** Rows get a value, which may be NULL, too. */
    private Question given(Change change, String table, String column, String value, String where) {
        Amount words = Amount.of("row", "rows", " of " + table + " whose value for " + column + " is NULL");
        Set<String> others = values.keySet().stream()
                .filter(each -> each.table().equals(table) && !each.column().equals(column))
                .map(ColumnName::column)
                .collect(Collectors.toSet());
        return settling.isSettledIn(table, value) && !Mentions.any(value, others)
                ? condition(Question.Effect.FAILS, change, table, words, where + "(" + value + ") IS NULL")
                : none(Question.Effect.FAILS, change, table, words);
    }

    /** Whether SQLite gives each row a number where a column is NULL. */
    private boolean isCountedUp(String table, String column) {
        return engine == DatabaseEngine.SQLITE
                && diff.after()
                        .table(table)
                        .filter(after -> !after.options().containsKey("without rowid"))
                        .filter(after -> after.column(column)
                                .filter(each -> each.type().name().equalsIgnoreCase("INTEGER"))
                                .isPresent())
                        .flatMap(after -> Optional.ofNullable(after.primaryKey()))
                        .filter(key -> key.columns().equals(List.of(column))
                                && !key.options().containsKey("place"))
                        .isPresent();
    }

    /** What a check says of columns that are not there yet, or hold another type by then, cannot be asked now. */
    private Question violations(CheckChange.Add add) {
        String table = add.table();
        Amount words =
                Amount.of("row of " + table + " that violates ", "rows of " + table + " that violate ", add.name());
        String expression = settling.withNulls(table, add.check().expression());
        return askable(add, expression)
                .map(asked -> condition(Question.Effect.FAILS, add, table, words, "NOT (" + asked + ")"))
                .orElseGet(() -> none(Question.Effect.FAILS, add, table, words));
    }

    /** Rows that are there are not looked at when a column of MariaDB comes with its own check. */
    private boolean comesWithColumn(CheckChange.Add add) {
        return add.check().keptInColumn()
                && diff.changes().stream()
                        .anyMatch(change -> change instanceof ColumnChange.Add column
                                && column.table().equals(add.table())
                                && column.column().name().equals(add.check().name())
                                && !mustHaveValue(column.column()));
    }

    /** What a column's own check says of it can be asked under its old name, and of each text whether it is JSON. */
    private Optional<String> askable(CheckChange.Add add, String expression) {
        String table = add.table();
        if (settling.isSettledIn(table, expression)) {
            return Optional.of(expression);
        }
        String name = String.valueOf(add.check().name());
        if (!add.check().keptInColumn() || names.isAdded(table, name)) {
            return Optional.empty();
        }
        String old = names.column(table, name);
        boolean text = diff.before()
                .table(names.table(table))
                .flatMap(before -> before.column(old))
                .filter(column -> column.collation() != null)
                .isPresent();
        boolean kept = settling.isSettled(table, name) || text && expression.startsWith("json_valid(");
        return kept && settling.isSettledIn(table, expression.replace(quoting.quote(name), "NULL"))
                ? Optional.of(expression.replace(quoting.quote(name), quoting.quote(old)))
                : Optional.empty();
    }

    private static Amount nulls(String table, String column) {
        return Amount.of("NULL", "NULLs", " in " + table + "." + column);
    }

    private Question condition(Question.Effect effect, Change change, String table, Amount words, String sql) {
        return new Question(effect, change, names.table(table), words, Question.Form.CONDITION, sql);
    }

    private Question none(Question.Effect effect, Change change, String table, Amount words) {
        return new Question(effect, change, names.table(table), words, Question.Form.NONE, "");
    }

    private boolean mustHaveValue(Column column) {
        return !column.nullable()
                && DomainQuestions.defaultOf(diff.after(), column) == null
                && column.identity() == null
                && column.generated() == null;
    }
}
