package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.DefinedTypeChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.change.ExclusionChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.PolicyChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.RuleChange;
import dev.dataflow.migrations.change.SchemaObjectChange;
import dev.dataflow.migrations.change.SequenceChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.diff.Heirs;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Routine;
import dev.dataflow.migrations.script.PartText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's plain statements. */
final class PostgresStatements {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final PartText text = new PartText(DatabaseEngine.POSTGRESQL);
    private final Creations creations = new Creations(DatabaseEngine.POSTGRESQL);
    private final PostgresColumns columns;

    PostgresStatements(SchemaDiff diff) {
        Heirs before = new Heirs(diff.before());
        Heirs after = new Heirs(diff.after());
        columns = new PostgresColumns(
                alter -> before.differ(alter.table(), alter.after().name(), alter.aspect())
                        || after.differ(alter.table(), alter.after().name(), alter.aspect()));
    }

    /** The statements of changes that belong together. */
    List<String> of(List<Change> changes) {
        List<String> statements = new ArrayList<>();
        List<ColumnChange.Alter> alters = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof ColumnChange.Alter alter) {
                alters.add(alter);
            } else {
                statements.addAll(creations.of(change).orElseGet(() -> of(change)));
            }
        }
        if (!alters.isEmpty()) {
            statements.addAll(columns.alter(alters));
        }
        return statements;
    }

    private List<String> of(Change change) {
        if (change instanceof TableChange.AlterOptions alter) {
            return PostgresTableOptions.statements(alter);
        }
        if (change instanceof TableChange table) {
            return List.of(table(table));
        }
        if (change instanceof ColumnChange column) {
            return columns.of(column);
        }
        return change instanceof TablePartChange part ? part(part) : object((SchemaObjectChange) change);
    }

    private String table(TableChange change) {
        if (change instanceof TableChange.Rename rename) {
            return "ALTER TABLE " + QUOTING.quote(rename.from()) + " RENAME TO " + QUOTING.quote(rename.to());
        }
        return "DROP TABLE " + QUOTING.quote(change.table());
    }

    private List<String> part(TablePartChange change) {
        if (change instanceof PrimaryKeyChange key) {
            return constraint(change, key.key().name(), text.primaryKey(key.key()));
        }
        if (change instanceof UniqueKeyChange key) {
            return constraint(change, key.key().name(), text.unique(key.key()));
        }
        if (change instanceof ForeignKeyChange key) {
            boolean open = !key.key().validated() && !key.key().options().containsKey("enforced");
            return constraint(change, key.key().name(), text.foreignKey(key.key()) + (open ? " NOT VALID" : ""));
        }
        if (change instanceof CheckChange check) {
            boolean open =
                    !check.check().validated() && !check.check().options().containsKey("enforced");
            return constraint(change, check.check().name(), text.check(check.check()) + (open ? " NOT VALID" : ""));
        }
        if (change instanceof ExclusionChange exclusion) {
            String name = exclusion.exclusion().name();
            return constraint(
                    change,
                    name,
                    "CONSTRAINT " + QUOTING.quote(name) + " "
                            + exclusion.exclusion().definition());
        }
        if (change instanceof IndexChange.Create create) {
            List<String> statements = new ArrayList<>();
            statements.add(text.createIndex(create.table(), create.index()));
            if (create.index().options().containsKey("comment")) {
                statements.add(PostgresColumns.comment(
                        "INDEX " + QUOTING.quote(create.index().name()),
                        create.index().options()));
            }
            return statements;
        }
        return List.of(
                change instanceof IndexChange drop
                        ? "DROP INDEX " + QUOTING.quote(drop.index().name())
                        : dropBehaviour(change));
    }

    private static String dropBehaviour(TablePartChange change) {
        String on = " ON " + QUOTING.quote(change.table());
        if (change instanceof TriggerChange drop) {
            return "DROP TRIGGER " + QUOTING.quote(drop.trigger().name()) + on;
        }
        if (change instanceof RuleChange drop) {
            return "DROP RULE " + QUOTING.quote(drop.rule().name()) + on;
        }
        return "DROP POLICY " + QUOTING.quote(((PolicyChange) change).policy().name()) + on;
    }

    private List<String> object(SchemaObjectChange change) {
        String name = QUOTING.quote(change.name());
        if (change instanceof EnumTypeChange.AddValue add) {
            List<String> labels = add.after().labels();
            int next = labels.indexOf(add.label()) + 1;
            String place = next == labels.size() ? "" : " BEFORE " + literal(labels.get(next));
            return List.of("ALTER TYPE " + name + " ADD VALUE " + literal(add.label()) + place);
        }
        if (change instanceof SequenceChange.Alter alter) {
            return sequence(alter);
        }
        if (change instanceof DomainChange.Alter alter) {
            return PostgresDomains.statements(alter);
        }
        if (change instanceof RoutineChange.Drop drop) {
            return List.of("DROP " + routine(drop.routine()));
        }
        if (change instanceof RoutineChange.Alter alter) {
            return replaced(alter);
        }
        return List.of("DROP " + kind(change) + " " + name);
    }

    private static String routine(Routine routine) {
        boolean all =
                routine.kind() == Routine.Kind.AGGREGATE && routine.arguments().isEmpty();
        return routine.kind() + " " + QUOTING.quote(routine.name()) + "(" + (all ? "*" : routine.arguments()) + ")";
    }

    /** As the server writes it, the statement replaces what is there. */
    private List<String> replaced(RoutineChange.Alter alter) {
        List<String> statements = new ArrayList<>(
                creations.of(new RoutineChange.Create(alter.after())).orElseThrow());
        if (alter.before().options().containsKey("comment")
                && !alter.after().options().containsKey("comment")) {
            statements.add("COMMENT ON " + routine(alter.after()) + " IS NULL");
        }
        return statements;
    }

    /** A sequence may be gone with the column that owned it. */
    private static String kind(SchemaObjectChange change) {
        if (change instanceof ViewChange) {
            return "VIEW";
        }
        if (change instanceof MaterialisedViewChange) {
            return "MATERIALIZED VIEW";
        }
        if (change instanceof SequenceChange) {
            return "SEQUENCE IF EXISTS";
        }
        if (change instanceof DefinedTypeChange.Drop drop) {
            return drop.type().kind().sql();
        }
        return change instanceof DomainChange ? "DOMAIN" : "TYPE";
    }

    private static List<String> sequence(SequenceChange.Alter alter) {
        String name = "ALTER SEQUENCE " + QUOTING.quote(alter.name());
        List<String> statements = new ArrayList<>();
        boolean type = !alter.before().type().equals(alter.after().type());
        if (type || !alter.before().numbers().equals(alter.after().numbers())) {
            statements.add(name + (type ? " AS " + alter.after().type() : "") + " "
                    + PostgresColumns.numbers(alter.after().numbers()));
        }
        if (!Objects.equals(alter.before().owner(), alter.after().owner())) {
            var owner = alter.after().owner();
            statements.add(name + " OWNED BY "
                    + (owner == null ? "NONE" : QUOTING.quote(owner.table()) + "." + QUOTING.quote(owner.column())));
        }
        return statements;
    }

    private static List<String> constraint(TablePartChange change, @Nullable String name, String text) {
        return List.of("ALTER TABLE " + QUOTING.quote(change.table())
                + (change.isDrop() ? " DROP CONSTRAINT " + QUOTING.quote(String.valueOf(name)) : " ADD " + text));
    }

    private static String literal(String text) {
        return PostgresColumns.literal(text);
    }
}
