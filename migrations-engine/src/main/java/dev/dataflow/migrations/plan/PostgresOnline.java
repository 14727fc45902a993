package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.script.PartText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How PostgreSQL makes keys, indexes, checks, NOT NULL and columns while others write. */
final class PostgresOnline {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final PartText text = new PartText(DatabaseEngine.POSTGRESQL);
    private final ServerVersion version;
    private final Steps steps;
    private final Timeouts timeouts;
    private final PostgresOnlineIndexes indexes;
    private final PostgresOnlineColumns columns;
    private final Partitions partitions;
    private final Set<String> created;

    PostgresOnline(SchemaDiff diff, PlanOptions options, Steps steps, Backfills backfills) {
        version = options.version();
        this.steps = steps;
        timeouts = options.timeouts();
        partitions = new Partitions(diff.after());
        indexes = new PostgresOnlineIndexes(steps, timeouts, partitions);
        columns = new PostgresOnlineColumns(options, steps, backfills, this::validation);
        created = diff.changes().stream()
                .filter(TableChange.Create.class::isInstance)
                .map(change -> ((TableChange.Create) change).table())
                .collect(Collectors.toSet());
    }

    /** The steps; none where nothing but the plain form is there or needed. New tables have no rows. */
    List<Step> steps(List<Change> changes) {
        Change change = changes.get(0);
        if (change instanceof IndexChange index) {
            return created.contains(index.table()) ? List.of() : indexes.steps(index);
        }
        if (change instanceof UniqueKeyChange.Add add) {
            return isNew(add.table()) ? List.of() : indexes.unique(add);
        }
        if (change instanceof PrimaryKeyChange.Add add) {
            return isNew(add.table()) ? List.of() : indexes.primaryKey(add);
        }
        if (change instanceof ForeignKeyChange.Add add) {
            return created.contains(add.table()) || !add.key().validated() ? List.of() : foreignKey(add);
        }
        if (change instanceof CheckChange.Add add) {
            return created.contains(add.table()) || !add.check().validated() ? List.of() : check(add);
        }
        if (change instanceof ColumnChange.Add add) {
            return columns.add(add);
        }
        if (change instanceof DomainChange.Alter alter) {
            return domain(alter);
        }
        return change instanceof ColumnChange.Alter ? columns.alter(changes) : List.of();
    }

    /** Whether an index or key can be built while another one has its name. */
    boolean canReplace(TablePartChange add) {
        boolean fresh = add instanceof IndexChange ? created.contains(add.table()) : isNew(add.table());
        return !fresh && !steps(List.of(add)).isEmpty();
    }

    /** The steps that put an index or key in another one's place. */
    List<Step> replace(TablePartChange old, TablePartChange add) {
        return indexes.replace(old, add);
    }

    private boolean isNew(String table) {
        return created.contains(table) || partitions.isPartitioned(table);
    }

    private List<Step> check(CheckChange.Add add) {
        if (add.check().options().containsKey("enforced")) {
            return List.of();
        }
        String name = String.valueOf(add.check().name());
        return declared(List.of(add), add.table(), text.check(add.check()), name);
    }

    /** What looks at rows does not see those of transactions that are still open; those that begin later know the check. */
    private List<Step> domain(DomainChange.Alter alter) {
        List<String> declarations = PostgresDomains.declarations(alter, true);
        List<String> validations = PostgresDomains.validations(alter);
        if (declarations.isEmpty() || validations.isEmpty()) {
            return List.of();
        }
        List<Step> all = new ArrayList<>();
        all.add(steps.of(List.of(alter), declarations, Step.Transaction.OWN));
        validations.forEach(
                each -> all.add(steps.helper(each, Step.Transaction.OWN).withTimeouts(timeouts.unhurried())));
        return all;
    }

    /** Before version 18 a partitioned table takes none that is not valid, but one that its partitions have already. */
    private List<Step> foreignKey(ForeignKeyChange.Add add) {
        if (add.key().options().containsKey("enforced")) {
            return List.of();
        }
        String name = String.valueOf(add.key().name());
        String line = text.foreignKey(add.key());
        if (!partitions.isPartitioned(add.table()) || version.atLeast(18)) {
            return declared(List.of(add), add.table(), line, name);
        }
        if (!partitions.areLeaves(add.table())) {
            return List.of();
        }
        List<Step> all = new ArrayList<>();
        for (Table partition : partitions.of(add.table())) {
            all.addAll(declared(List.of(), partition.name(), line, name));
        }
        all.add(steps.of(List.of(add), Step.Transaction.OWN));
        return all;
    }

    /** Declared for rows to come, then looked at for those there are, which locks out nobody who writes. */
    private List<Step> declared(List<Change> changes, String table, String line, String name) {
        List<String> add = List.of(alter(table) + "ADD " + line + " NOT VALID");
        Inverse back = new Inverse(
                List.of(alter(table) + "DROP CONSTRAINT " + (changes.isEmpty() ? "IF EXISTS " : "")
                        + QUOTING.quote(name)),
                null);
        return List.of(steps.of(changes, add, Step.Transaction.OWN, back), validation(table, name));
    }

    private Step validation(String table, String name) {
        return steps.helper(alter(table) + "VALIDATE CONSTRAINT " + QUOTING.quote(name), Step.Transaction.OWN)
                .withTimeouts(timeouts.unhurried());
    }

    private static String alter(String table) {
        return "ALTER TABLE " + QUOTING.quote(table) + " ";
    }
}
