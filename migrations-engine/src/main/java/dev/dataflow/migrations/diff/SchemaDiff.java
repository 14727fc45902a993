package dev.dataflow.migrations.diff;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The differences of two schemas. What is the same is not in it, except what must go and come back so that something else
 * can change: views of a column whose type changes, keys that point to it, and so on. In which order columns stand is no
 * difference: statements name them, and PostgreSQL cannot change it.
 *
 * @param before the schema there is
 * @param after the schema there is to be
 * @param changes the differences, in an order in which they can be made
 * @param questions what may be renames; nothing can be planned before they are answered
 */
public record SchemaDiff(Schema before, Schema after, List<Change> changes, List<RenameQuestion> questions) {

    /** Copies the lists. */
    public SchemaDiff {
        changes = List.copyOf(changes);
        questions = List.copyOf(questions);
    }

    /**
     * Compares schemas about which nothing more is known.
     *
     * @param before the schema there is
     * @param after the schema there is to be, of the same database
     */
    public static SchemaDiff of(Schema before, Schema after) {
        return of(before, after, RenameHints.NONE);
    }

    /**
     * Compares schemas without statistics of values; questions about renames say so.
     *
     * @param before the schema there is
     * @param after the schema there is to be, of the same database
     * @param hints what people say about names
     * @throws SchemaException when hints contradict each other or the schemas
     * @throws IllegalArgumentException when the schemas are of different databases
     */
    public static SchemaDiff of(Schema before, Schema after, RenameHints hints) {
        return of(before, after, hints, ValueStatistics.NONE);
    }

    /**
     * Compares schemas.
     *
     * @param before the schema there is
     * @param after the schema there is to be, of the same database
     * @param hints what people say about names
     * @param statistics what is known of values, which the scores of questions take into account
     * @throws SchemaException when hints contradict each other or the schemas
     * @throws IllegalArgumentException when the schemas are of different databases
     */
    public static SchemaDiff of(Schema before, Schema after, RenameHints hints, ValueStatistics statistics) {
        if (before.engine() != after.engine()) {
            throw new IllegalArgumentException("a schema of " + before.engine().label() + " and one of "
                    + after.engine().label() + " cannot be compared");
        }
        Renames renames = Renames.of(hints, before, after);
        List<Change> changes = new ArrayList<>();
        Schema left = before;
        if (isTextual(before.engine())) {
            RenameBlockers blockers = RenameBlockers.of(before, renames);
            changes.addAll(blockers.drops());
            left = blockers.left();
        }
        int blockers = changes.size();
        List<Change> renamings = renames.changes();
        changes.addAll(renamings);
        Schema renamed = RenamedSchema.of(left, renames);
        List<Change> found = new ArrayList<>(TableDiff.of(renamed, after));
        found.addAll(ObjectDiff.of(renamed, after));
        changes.addAll(new Dependents(renamed, after, renamings, found).withDependents());
        if (before.engine() == DatabaseEngine.POSTGRESQL) {
            // what depends on them has made way
            List<Change> settled = new HeirChanges(renamed, after, changes).settled(changes);
            changes.clear();
            changes.addAll(settled);
        }
        changes.replaceAll(new OldTables(renamings)::of);
        return new SchemaDiff(
                before,
                after,
                ChangeOrder.of(before.engine(), changes, blockers),
                new RenameQuestions(renamed, after, renames, statistics).all());
    }

    /** Whether the schemas are the same. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * Looks whether all questions are answered.
     *
     * @throws SchemaException when some are not
     */
    public void requireAnswers() {
        if (!questions.isEmpty()) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.RENAME_UNDECIDED,
                            "it is not known whether these are renames:\n    "
                                    + questions.stream()
                                            .map(RenameQuestion::text)
                                            .collect(Collectors.joining("\n    ")),
                            "a thing is gone and one like it is new; as a rename its rows stay, and as a drop they are"
                                    + " lost",
                            "answer each with the flag named, or with the hint of the same name"),
                    null);
        }
    }

    /** Whether conditions are kept as text, so that a column that they mention cannot be renamed. */
    private static boolean isTextual(DatabaseEngine engine) {
        return engine.family() == EngineFamily.MYSQL;
    }
}
