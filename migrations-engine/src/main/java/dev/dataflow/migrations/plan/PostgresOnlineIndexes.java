package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.identifier.ObjectName;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Deferral;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.script.PartText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Indexes of PostgreSQL, made and dropped concurrently, and keys that stand on one. */
final class PostgresOnlineIndexes {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final PartText text = new PartText(DatabaseEngine.POSTGRESQL);
    private final Steps steps;
    private final Timeouts patient;
    private final Partitions partitions;

    PostgresOnlineIndexes(Steps steps, Timeouts timeouts, Partitions partitions) {
        this.steps = steps;
        this.patient = timeouts.patient();
        this.partitions = partitions;
    }

    List<Step> steps(IndexChange change) {
        Index index = change.index();
        boolean partitioned = partitions.isPartitioned(change.table());
        if (change.isDrop()) {
            // one of a partitioned table cannot be dropped concurrently
            return partitioned ? List.of() : List.of(drop((IndexChange.Drop) change));
        }
        if (!partitioned) {
            Step create = create(List.of(change), change.table(), index);
            return index.options().containsKey("comment") ? List.of(create, comment(index)) : List.of(create);
        }
        boolean possible =
                partitions.areLeaves(change.table()) && !index.options().containsKey("only");
        if (!possible) {
            return List.of();
        }
        List<Step> all = onPartitions(change, index);
        if (index.options().containsKey("comment")) {
            all.add(comment(index));
        }
        return all;
    }

    /** A unique constraint on an index that was made concurrently; none where it can have no such index. */
    List<Step> unique(UniqueKeyChange.Add add) {
        boolean plain = add.key().nullsDistinct()
                && canStandOn(add.key().parts(), add.key().options());
        if (!plain || add.key().deferral() != Deferral.NONE) {
            return List.of();
        }
        return standing(add, add.table(), index(add), "UNIQUE");
    }

    /** A primary key on an index that was made concurrently. Its columns may not hold NULL by then. */
    List<Step> primaryKey(PrimaryKeyChange.Add add) {
        boolean plain = canStandOn(add.key().parts(), add.key().options());
        if (!plain || add.key().deferral() != Deferral.NONE) {
            return List.of();
        }
        return standing(add, add.table(), index(add), "PRIMARY KEY");
    }

    /** Built beside the old one, under another name until that is gone. */
    List<Step> replace(TablePartChange old, TablePartChange add) {
        String table = add.table();
        String beside = ObjectName.of("new", table, add.name());
        String name = QUOTING.quote(add.name());
        if (add instanceof IndexChange change && partitions.isPartitioned(table)) {
            return replaceOnPartitions((IndexChange.Drop) old, change, beside);
        }
        if (add instanceof IndexChange change) {
            Index index = change.index();
            List<String> rename = new ArrayList<>();
            rename.add("ALTER INDEX " + QUOTING.quote(beside) + " RENAME TO " + name);
            if (index.options().containsKey("comment")) {
                rename.add(commentOn(index));
            }
            Inverse back = new Inverse(List.of("ALTER INDEX " + name + " RENAME TO " + QUOTING.quote(beside)), null);
            return List.of(
                    create(List.of(add), table, index.withName(beside)),
                    drop((IndexChange.Drop) old),
                    steps.of(List.of(), rename, Step.Transaction.OWN, back));
        }
        boolean primary = add instanceof PrimaryKeyChange;
        Index index = add instanceof PrimaryKeyChange.Add key ? index(key) : index((UniqueKeyChange.Add) add);
        Step attach = steps.of(
                List.of(old, add),
                List.of("ALTER TABLE " + QUOTING.quote(table) + " DROP CONSTRAINT " + name + ", ADD CONSTRAINT " + name
                        + (primary ? " PRIMARY KEY" : " UNIQUE") + " USING INDEX " + QUOTING.quote(beside)),
                Step.Transaction.OWN);
        return List.of(create(List.of(), table, index.withName(beside)), attach);
    }

    private List<Step> standing(Change change, String table, Index index, String kind) {
        String name = QUOTING.quote(index.name());
        Step create = create(List.of(), table, index);
        Step attach = steps.of(
                List.of(change),
                List.of("ALTER TABLE " + QUOTING.quote(table) + " ADD CONSTRAINT " + name + " " + kind + " USING INDEX "
                        + name),
                Step.Transaction.OWN);
        return List.of(create, attach);
    }

    private Step create(List<Change> changes, String table, Index index) {
        String name = QUOTING.quote(index.name());
        String create = text.createIndex(table, index).replaceFirst("INDEX ", "INDEX CONCURRENTLY ");
        // what stands on it has taken it along, if it went before
        String drop = "DROP INDEX CONCURRENTLY " + (changes.isEmpty() ? "IF EXISTS " : "") + name;
        return steps.of(changes, List.of(create), Step.Transaction.NONE, new Inverse(List.of(drop), null))
                .withTimeouts(patient)
                .withCleanup(new Cleanup(
                        "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(" + PostgresColumns.literal(name)
                                + ") AND NOT indisvalid",
                        List.of("DROP INDEX CONCURRENTLY IF EXISTS " + name)));
    }

    private Step drop(IndexChange.Drop drop) {
        String name = QUOTING.quote(drop.index().name());
        List<String> back = new ArrayList<>();
        back.add(text.createIndex(drop.table(), drop.index()).replaceFirst("INDEX ", "INDEX CONCURRENTLY "));
        if (drop.index().options().containsKey("comment")) {
            back.add(commentOn(drop.index()));
        }
        return steps.of(
                        List.of(drop),
                        List.of("DROP INDEX CONCURRENTLY " + name),
                        Step.Transaction.NONE,
                        new Inverse(back, null))
                .withTimeouts(patient);
    }

    private Step comment(Index index) {
        return steps.helper(commentOn(index), Step.Transaction.SHARED);
    }

    private static String commentOn(Index index) {
        return PostgresColumns.comment("INDEX " + QUOTING.quote(index.name()), index.options());
    }

    /** One that is not valid on the table, one on each partition, concurrently, and each put to the first. */
    private List<Step> onPartitions(IndexChange change, Index index) {
        String name = QUOTING.quote(index.name());
        SortedMap<String, String> only = new TreeMap<>(index.options());
        only.put("only", "true");
        List<Step> all = new ArrayList<>();
        all.add(steps.of(
                List.of(change),
                List.of(text.createIndex(change.table(), index.withOptions(only))),
                Step.Transaction.OWN,
                new Inverse(List.of("DROP INDEX IF EXISTS " + name), null)));
        for (Table partition : partitions.of(change.table())) {
            Index part = index.withName(ObjectName.of("ix", partition.name(), index.name()));
            all.add(create(List.of(), partition.name(), part));
            all.add(steps.helper(
                    "ALTER INDEX " + name + " ATTACH PARTITION " + QUOTING.quote(part.name()),
                    Step.Transaction.OWN,
                    // one that stays attached cannot be dropped by itself
                    "DROP INDEX IF EXISTS " + name));
        }
        return all;
    }

    /** The old one cannot be dropped concurrently, which is brief. Those on the partitions go with it, and the new ones get their names. */
    private List<Step> replaceOnPartitions(IndexChange.Drop old, IndexChange add, String beside) {
        Index index = add.index();
        List<String> swap = new ArrayList<>();
        swap.add("DROP INDEX " + QUOTING.quote(old.index().name()));
        List<String> back = new ArrayList<>();
        back.add(text.createIndex(old.table(), old.index()));
        if (old.index().options().containsKey("comment")) {
            back.add(commentOn(old.index()));
        }
        rename(beside, index.name(), swap, back);
        for (Table partition : partitions.of(add.table())) {
            rename(
                    ObjectName.of("ix", partition.name(), beside),
                    ObjectName.of("ix", partition.name(), index.name()),
                    swap,
                    back);
        }
        if (index.options().containsKey("comment")) {
            swap.add(commentOn(index));
        }
        List<Step> all = onPartitions(add, index.withName(beside));
        all.add(steps.of(List.of(old), swap, Step.Transaction.OWN, new Inverse(back, null)));
        return all;
    }

    private static void rename(String from, String to, List<String> statements, List<String> back) {
        String rename = " RENAME TO ";
        statements.add("ALTER INDEX " + QUOTING.quote(from) + rename + QUOTING.quote(to));
        back.add(0, "ALTER INDEX " + QUOTING.quote(to) + rename + QUOTING.quote(from));
    }

    private static Index index(UniqueKeyChange.Add add) {
        return index(
                String.valueOf(add.key().name()),
                add.key().parts(),
                add.key().include(),
                add.key().options());
    }

    private static Index index(PrimaryKeyChange.Add add) {
        return index(
                String.valueOf(add.key().name()),
                add.key().parts(),
                add.key().include(),
                add.key().options());
    }

    private static Index index(String name, List<KeyPart> parts, List<String> include, Map<String, String> options) {
        return new Index(name, parts, include, null, true, true, Index.BTREE, true, new TreeMap<>(options));
    }

    private static boolean canStandOn(List<KeyPart> parts, Map<String, String> options) {
        return Set.of("with").containsAll(options.keySet())
                && parts.stream().allMatch(part -> part.equals(KeyPart.of(String.valueOf(part.column()))));
    }
}
