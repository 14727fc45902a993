package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.CompositeTypeChange;
import dev.dataflow.migrations.change.DefinedTypeChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.SequenceChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds differences for which there are no statements, so that none is left out of a plan. */
final class Plannable {

    private final DatabaseEngine engine;
    private final ServerVersion version;
    private final Schema after;

    private Plannable(Schema after, ServerVersion version) {
        this.engine = after.engine();
        this.version = version;
        this.after = after;
    }

    static void require(SchemaDiff diff, ServerVersion version) {
        Plannable plannable = new Plannable(diff.after(), version);
        PostgresRefusals refusals = new PostgresRefusals(diff);
        List<String> refused = diff.changes().stream()
                .filter(change -> !plannable.can(change) || !refusals.of(change).isEmpty())
                .map(change -> change.describe() + plannable.pointed(change) + refusals.of(change))
                .toList();
        if (!refused.isEmpty()) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.CHANGE_UNPLANNABLE,
                            "these differences cannot be planned:\n    " + String.join("\n    ", refused),
                            "there are no statements for them yet, or "
                                    + diff.before().engine().label()
                                    + " has none; a plan without them would not lead to the target",
                            "make them by hand on the database, read its schema again and plan the rest"),
                    null);
        }
    }

    private String pointed(Change change) {
        List<String> keys = change instanceof TableChange.Drop drop
                        && after.table(drop.table()).isEmpty()
                ? pointing(drop)
                : List.of();
        return keys.isEmpty() ? "" : ", to which the target's foreign keys " + String.join(", ", keys) + " point";
    }

    /** The foreign keys that there are to be and that point to a table that goes. */
    private List<String> pointing(TableChange.Drop drop) {
        return after.tables().stream()
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> key.target().equals(new TableName(null, drop.table())))
                        .map(key -> table.name() + "."
                                + (key.name() == null ? String.join("_", key.columns()) : key.name())))
                .toList();
    }

    private boolean can(Change change) {
        if (change instanceof TableChange.Drop drop) {
            return after.table(drop.table()).isPresent() || pointing(drop).isEmpty();
        }
        if (change instanceof TableChange.AlterPartitions) {
            return false;
        }
        if (change instanceof TableChange.AlterOptions alter) {
            return engine.family() == EngineFamily.SQLITE
                    ? changed(alter.before().options(), alter.after().options()).stream()
                            .noneMatch("virtual"::equals)
                    : engine == DatabaseEngine.POSTGRESQL
                            ? PostgresTableOptions.isKnown(alter)
                            : Set.of("comment", "collation")
                                            .containsAll(changed(
                                                    alter.before().options(),
                                                    alter.after().options()))
                                    && alter.after().options().containsKey("collation");
        }
        if (change instanceof ColumnChange.Add add) {
            return knows(add.column());
        }
        if (change instanceof ColumnChange.Alter alter) {
            // DROP EXPRESSION is of version 13
            return (alter.aspect() != ColumnAspect.GENERATED
                            || engine.family() != EngineFamily.POSTGRESQL
                            || version.atLeast(13))
                    && knows(alter.before())
                    && knows(alter.after())
                    && (alter.aspect() != ColumnAspect.TYPE
                            || engine != DatabaseEngine.POSTGRESQL
                            || PostgresConversions.exists(
                                    alter.before().type(), alter.after().type(), version))
                    && (alter.aspect() != ColumnAspect.OPTIONS
                            || engine.family() != EngineFamily.POSTGRESQL
                            || PostgresColumnOptions.isKnown(alter.before(), alter.after()));
        }
        if (change instanceof IndexChange.Create create) {
            return create.index().valid();
        }
        if (change instanceof SequenceChange.Alter alter) {
            return engine == DatabaseEngine.POSTGRESQL
                    && alter.before().options().equals(alter.after().options());
        }
        if (change instanceof DomainChange.Alter alter) {
            return PostgresDomains.isKnown(alter);
        }
        if (change instanceof DefinedTypeChange.Create create) {
            // it would have to be there before the function that it names, which takes it
            return !create.type().definition().contains("CANONICAL = ");
        }
        return !(change instanceof EnumTypeChange.Alter
                || change instanceof DefinedTypeChange.Alter
                || change instanceof CompositeTypeChange.Alter);
    }

    private boolean knows(Column column) {
        return engine.family() != EngineFamily.POSTGRESQL || PostgresColumnOptions.isKnown(column);
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<String> changed = new HashSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        return changed;
    }
}
