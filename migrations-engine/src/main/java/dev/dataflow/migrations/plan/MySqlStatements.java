package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
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
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.script.PartText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The plain statements of MySQL and MariaDB. What changes one table is one statement: alone it is atomic. */
final class MySqlStatements {

    private static final Quoting QUOTING = Quoting.BACKTICKS;

    private final DatabaseEngine engine;
    private final PartText text;
    private final Creations creations;

    MySqlStatements(DatabaseEngine engine) {
        this.engine = engine;
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
        return creations.of(change).orElseGet(() -> List.of(other(change)));
    }

    /** Without a default there is no value for rows that are there; the server would make one up, so NULL comes first. */
    private List<String> alter(List<Change> changes) {
        Set<String> clauses = new LinkedHashSet<>();
        Set<String> later = new LinkedHashSet<>();
        String table = "";
        for (Change change : changes) {
            if (change instanceof ColumnChange column) {
                table = column.table();
                boolean open = change instanceof ColumnChange.Add add
                        && !add.column().nullable()
                        && add.column().defaultValue() == null
                        && add.column().identity() == null
                        && add.column().generated() == null;
                if (open && change instanceof ColumnChange.Add add) {
                    clauses.add("ADD COLUMN " + text.column(add.column().withNullable(true)));
                    later.add("MODIFY COLUMN " + text.column(add.column()));
                } else {
                    clauses.add(column(column));
                }
            } else {
                TablePartChange part = (TablePartChange) change;
                table = part.table();
                // a primary key would make the column NOT NULL, with made-up values
                (later.isEmpty() || part.isDrop() ? clauses : later).add(part(part));
            }
        }
        List<String> statements = new ArrayList<>();
        for (Set<String> each : List.of(clauses, later)) {
            if (!each.isEmpty()) {
                statements.add("ALTER TABLE " + QUOTING.quote(table) + "\n  " + String.join(",\n  ", each));
            }
        }
        return statements;
    }

    private String column(ColumnChange change) {
        if (change instanceof ColumnChange.Add add) {
            return "ADD COLUMN " + text.column(add.column());
        }
        if (change instanceof ColumnChange.Alter alter) {
            return "MODIFY COLUMN " + text.column(alter.after());
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

    /** Only the comment: what else a table can have makes it anew, or means its columns. */
    private static String options(Table before, Table after) {
        String comment = after.options().getOrDefault("comment", "");
        return "ALTER TABLE " + QUOTING.quote(before.name()) + " COMMENT = '"
                + comment.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
