package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.SchemaObjectChange;
import dev.dataflow.migrations.change.SequenceChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ConstantDefault;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.script.PartText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plain statements of MySQL and MariaDB. What changes one table is one statement: alone it is atomic. */
final class MySqlStatements {

    private static final Quoting QUOTING = Quoting.BACKTICKS;
    private static final String MODIFY = "MODIFY COLUMN ";
    private static final Pattern LONG = Pattern.compile("(tiny|medium|long)?(text|blob)|json|geometry|point");

    private final DatabaseEngine engine;
    private final PartText text;
    private final Creations creations;
    private final MySqlTriggers triggers;
    private final MySqlColumnChecks checks;

    /**
     * The statements for differences.
     *
     * @param diff the differences
     * @param back whether changes take them back
     */
    MySqlStatements(SchemaDiff diff, boolean back) {
        checks = new MySqlColumnChecks(diff, back);
        engine = diff.before().engine();
        triggers = new MySqlTriggers(diff);
        text = new PartText(engine);
        creations = new Creations(engine);
    }

    /** Whether a change is a clause of ALTER TABLE that goes together with others. */
    static boolean isClause(Change change) {
        return change instanceof ColumnChange && !(change instanceof ColumnChange.Rename)
                || change instanceof PrimaryKeyChange
                || change instanceof UniqueKeyChange
                || change instanceof IndexChange
                || change instanceof CheckChange;
    }

    /** The statements of changes that belong together: clauses for one table, or one other change. */
    List<String> of(List<Change> changes) {
        if (isClause(changes.get(0))) {
            return alter(changes);
        }
        Change change = changes.get(0);
        if (change instanceof RoutineChange.Alter alter) {
            List<String> statements = new ArrayList<>(of(List.of(new RoutineChange.Drop(alter.before()))));
            statements.addAll(of(List.of(new RoutineChange.Create(alter.after()))));
            return statements;
        }
        Change placed = change instanceof TriggerChange.Create create ? triggers.placed(create) : change;
        return creations.of(placed).orElseGet(() -> List.of(other(change)));
    }

    /** One statement for clauses of a table. */
    static String alter(String table, Collection<String> clauses) {
        return "ALTER TABLE " + QUOTING.quote(table) + "\n  " + String.join(",\n  ", clauses);
    }

    /** The table that a change alters. */
    static String table(Change change) {
        return change.ofTable().orElseThrow();
    }

    /** A clause of ALTER TABLE, which goes together with others. */
    String clause(Change change, List<Change> changes) {
        if (MySqlColumnChecks.isOwn(change)) {
            CheckChange check = (CheckChange) change;
            String column = String.valueOf(check.check().name());
            return modify(check.table(), checks.column(check.table(), column, changes), changes);
        }
        return change instanceof ColumnChange column ? column(column, changes) : part((TablePartChange) change);
    }

    /** A column that comes, with the check of its own that it has after some changes. */
    String add(String table, Column column, List<Change> changes) {
        return "ADD COLUMN " + text(table, column, changes);
    }

    /** A column that becomes another, with the check of its own that it has after some changes. */
    String modify(String table, Column column, List<Change> changes) {
        return MODIFY + text(table, column, changes);
    }

    private String text(String table, Column column, List<Change> changes) {
        return checks.after(table, column.name(), changes)
                .map(check -> text.column(column, check))
                .orElseGet(() -> text.column(column));
    }

    /** Whether a clause says a column anew. */
    static boolean isModify(String clause) {
        return clause.startsWith(MODIFY);
    }

    /**
     * A default that is an expression. MySQL takes a literal in parentheses for one without, and forgets expressions for
     * texts without a length.
     */
    String setDefault(Column column) {
        String value = String.valueOf(column.defaultValue());
        boolean anew = LONG.matcher(column.type().name()).matches() || ConstantDefault.isLiteralInParentheses(value);
        if (engine == DatabaseEngine.MYSQL && anew) {
            return MODIFY + text.column(column);
        }
        return "ALTER COLUMN " + QUOTING.quote(column.name()) + " SET DEFAULT "
                + (value.startsWith("(") ? value : "(" + value + ")");
    }

    /**
     * Without a default there is no value for rows that are there; the server would make one up, so NULL comes first. With an
     * expression as a default it refuses to copy a table, so that comes last.
     */
    private List<String> alter(List<Change> changes) {
        String table = table(changes.get(0));
        Set<String> clauses = new LinkedHashSet<>();
        List<String> fills = new ArrayList<>();
        Set<String> later = new LinkedHashSet<>();
        Set<String> defaults = new LinkedHashSet<>();
        for (Change change : changes) {
            if (MySqlColumnChecks.isOwn(change) && MySqlColumnChecks.goesWithColumn((CheckChange) change, changes)) {
                continue;
            }
            Column column = comes(change);
            boolean computed = column != null && ConstantDefault.isComputedOnMySql(column);
            if (computed) {
                defaults.add(setDefault(column));
            }
            if (change instanceof ColumnChange.Add add && (computed || PlanRequirements.isOpen(add.column()))) {
                Column bare = add.column().withDefault(null);
                clauses.add(add(table, bare.withNullable(true), changes));
                if (computed) {
                    fills.add("UPDATE " + QUOTING.quote(table) + " SET " + QUOTING.quote(bare.name()) + " = "
                            + add.column().defaultValue());
                }
                if (!bare.nullable()) {
                    later.add(modify(table, bare, changes));
                }
            } else if (computed && change instanceof ColumnChange.Alter alter) {
                if (alter.aspect() != ColumnAspect.DEFAULT) {
                    clauses.add(modify(table, alter.after().withDefault(null), changes));
                }
            } else {
                // a primary key would make the column NOT NULL, with made-up values
                boolean early = later.isEmpty()
                        || change instanceof ColumnChange
                        || change instanceof TablePartChange part && part.isDrop();
                (early ? clauses : later).add(clause(change, changes));
            }
        }
        List<String> statements = new ArrayList<>();
        add(statements, table, clauses);
        statements.addAll(fills);
        add(statements, table, later);
        Map<Boolean, Set<String>> apart = defaults.stream()
                .collect(Collectors.partitioningBy(
                        MySqlStatements::isModify, Collectors.toCollection(LinkedHashSet::new)));
        add(statements, table, apart.get(true));
        add(statements, table, apart.get(false));
        return statements;
    }

    private static @Nullable Column comes(Change change) {
        if (change instanceof ColumnChange.Add add) {
            return add.column();
        }
        return change instanceof ColumnChange.Alter alter ? alter.after() : null;
    }

    private static void add(List<String> statements, String table, Set<String> clauses) {
        if (!clauses.isEmpty()) {
            statements.add(alter(table, clauses));
        }
    }

    private String column(ColumnChange change, List<Change> changes) {
        if (change instanceof ColumnChange.Add add) {
            return add(add.table(), add.column(), changes);
        }
        if (change instanceof ColumnChange.Alter alter) {
            return modify(alter.table(), alter.after(), changes);
        }
        return "DROP COLUMN "
                + QUOTING.quote(((ColumnChange.Drop) change).column().name());
    }

    private String part(TablePartChange change) {
        if (change instanceof PrimaryKeyChange key) {
            return change.isDrop() ? "DROP PRIMARY KEY" : "ADD " + text.primaryKey(key.key());
        }
        if (change instanceof CheckChange check) {
            String drop = engine == DatabaseEngine.MARIADB ? "DROP CONSTRAINT " : "DROP CHECK ";
            return change.isDrop()
                    ? drop + QUOTING.quote(String.valueOf(check.check().name()))
                    : "ADD " + text.check(check.check());
        }
        if (change instanceof UniqueKeyChange key) {
            String name = QUOTING.quote(String.valueOf(key.key().name()));
            return change.isDrop()
                    ? "DROP INDEX " + name
                    : "ADD UNIQUE INDEX " + name + " ("
                            + QUOTING.quoteAll(key.key().columns()) + ")";
        }
        IndexChange index = (IndexChange) change;
        return change.isDrop()
                ? "DROP INDEX " + QUOTING.quote(index.index().name())
                : "ADD " + text.index(index.index());
    }

    private String other(Change change) {
        if (change instanceof TableChange.Rename rename) {
            return "RENAME TABLE " + QUOTING.quote(rename.from()) + " TO " + QUOTING.quote(rename.to());
        }
        if (change instanceof TableChange.AlterOptions alter) {
            return options(alter.before(), alter.after());
        }
        if (change instanceof TableChange.Drop drop) {
            return "DROP TABLE " + QUOTING.quote(drop.table());
        }
        if (change instanceof ColumnChange.Rename rename) {
            return "ALTER TABLE " + QUOTING.quote(rename.table()) + " RENAME COLUMN " + QUOTING.quote(rename.from())
                    + " TO " + QUOTING.quote(rename.to());
        }
        if (change instanceof ForeignKeyChange key) {
            return "ALTER TABLE " + QUOTING.quote(key.table())
                    + (key.isDrop()
                            ? " DROP FOREIGN KEY "
                                    + QUOTING.quote(String.valueOf(key.key().name()))
                            : " ADD " + text.foreignKey(key.key()));
        }
        if (change instanceof TriggerChange trigger) {
            return "DROP TRIGGER " + QUOTING.quote(trigger.trigger().name());
        }
        SchemaObjectChange object = (SchemaObjectChange) change;
        if (object instanceof RoutineChange.Drop drop) {
            return "DROP " + drop.routine().kind() + " "
                    + QUOTING.quote(drop.routine().name());
        }
        return "DROP " + (object instanceof SequenceChange ? "SEQUENCE " : "VIEW ") + QUOTING.quote(object.name());
    }

    /** The comment, and the collation of columns to come; what else a table can have makes it anew. */
    private static String options(Table before, Table after) {
        List<String> clauses = new ArrayList<>();
        String collation = after.options().get("collation");
        if (collation != null && !collation.equals(before.options().get("collation"))) {
            String set = collation.contains("_") ? collation.substring(0, collation.indexOf('_')) : collation;
            clauses.add(
                    set.startsWith("uca")
                            ? "DEFAULT COLLATE = " + collation
                            : "DEFAULT CHARACTER SET = " + set + " COLLATE = " + collation);
        }
        String comment = after.options().getOrDefault("comment", "");
        if (!comment.equals(before.options().getOrDefault("comment", ""))) {
            clauses.add("COMMENT = '" + comment.replace("\\", "\\\\").replace("'", "''") + "'");
        }
        return "ALTER TABLE " + QUOTING.quote(before.name()) + " " + String.join(", ", clauses);
    }
}
