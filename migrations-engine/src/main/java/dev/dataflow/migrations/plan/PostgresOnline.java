package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.ObjectName;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.script.PartText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How PostgreSQL makes keys, indexes, checks and NOT NULL while others write. */
final class PostgresOnline {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final PartText text = new PartText(DatabaseEngine.POSTGRESQL);
    private final Steps steps;
    private final Set<String> plain;

    PostgresOnline(SchemaDiff diff, Steps steps) {
        this.steps = steps;
        Stream<String> created = diff.changes().stream()
                .filter(TableChange.Create.class::isInstance)
                .map(change -> ((TableChange.Create) change).table());
        Stream<String> partitioned = diff.after().tables().stream()
                .filter(table -> table.partitioning() != null)
                .map(Table::name);
        plain = Stream.concat(created, partitioned).collect(Collectors.toSet());
    }

    /** Whether there is another way than the plain one. New tables have no rows, and partitioned ones must do without. */
    boolean applies(List<Change> changes) {
        Change change = changes.get(0);
        if (change instanceof IndexChange index) {
            return !plain.contains(index.table()) && !index.index().options().containsKey("comment");
        }
        if (change instanceof ForeignKeyChange.Add add) {
            return !plain.contains(add.table()) && add.key().validated();
        }
        if (change instanceof CheckChange.Add add) {
            return !plain.contains(add.table()) && add.check().validated();
        }
        return changes.size() == 1
                && change instanceof ColumnChange.Alter alter
                && alter.aspect() == ColumnAspect.NULLABILITY
                && !alter.after().nullable();
    }

    List<Step> steps(List<Change> changes) {
        Change change = changes.get(0);
        if (change instanceof IndexChange index) {
            String create =
                    text.createIndex(index.table(), index.index()).replaceFirst("INDEX ", "INDEX CONCURRENTLY ");
            String drop =
                    "DROP INDEX CONCURRENTLY " + QUOTING.quote(index.index().name());
            boolean drops = index.isDrop();
            return List.of(steps.of(
                    changes,
                    List.of(drops ? drop : create),
                    Step.Transaction.NONE,
                    new Inverse(List.of(drops ? create : drop), null)));
        }
        if (change instanceof ForeignKeyChange.Add add) {
            String name = String.valueOf(add.key().name());
            return declared(changes, add.table(), text.foreignKey(add.key()), name);
        }
        if (change instanceof CheckChange.Add add) {
            String name = String.valueOf(add.check().name());
            return declared(changes, add.table(), text.check(add.check()), name);
        }
        return notNull((ColumnChange.Alter) change);
    }

    /** Declared for rows to come, then looked at for those there are, which locks out nobody who writes. */
    private List<Step> declared(List<Change> changes, String table, String line, String name) {
        return List.of(
                steps.of(changes, List.of(alter(table) + "ADD " + line + " NOT VALID"), Step.Transaction.OWN),
                validation(table, name));
    }

    /** With a check that says so, rows need not be looked at under the lock. */
    private List<Step> notNull(ColumnChange.Alter alter) {
        String column = QUOTING.quote(alter.after().name());
        String name = ObjectName.of("nn", alter.table(), alter.after().name());
        String drop = alter(alter.table()) + "DROP CONSTRAINT " + QUOTING.quote(name);
        Check check = Check.of(name, column + " IS NOT NULL");
        return List.of(
                steps.of(
                        List.of(),
                        List.of(alter(alter.table()) + "ADD " + text.check(check) + " NOT VALID"),
                        Step.Transaction.OWN,
                        new Inverse(List.of(), null)),
                validation(alter.table(), name),
                steps.of(
                        List.of(alter),
                        List.of(alter(alter.table()) + "ALTER COLUMN " + column + " SET NOT NULL", drop),
                        Step.Transaction.OWN));
    }

    private Step validation(String table, String name) {
        return steps.of(
                List.of(),
                List.of(alter(table) + "VALIDATE CONSTRAINT " + QUOTING.quote(name)),
                Step.Transaction.OWN,
                new Inverse(List.of(), null));
    }

    private static String alter(String table) {
        return "ALTER TABLE " + QUOTING.quote(table) + " ";
    }
}
