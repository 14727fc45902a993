package dev.dataflow.suite.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.error.ConstraintViolationException;
import dev.dataflow.error.NotFoundException;
import dev.dataflow.error.VersionConflictException;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Where a random program is: its world, its database in the transaction it is in, and the step it does. */
final class ProgramRun {

    private final World world = new World();
    private final RandomValues values;
    private DataFlow df;
    private int depth;
    private String step = "its start";

    ProgramRun(DataFlow df, Random random) {
        this.df = df;
        this.values = new RandomValues(random, world);
    }

    World world() {
        return world;
    }

    RandomValues values() {
        return values;
    }

    /** The database, in the transaction the program is in. */
    DataFlow df() {
        return df;
    }

    /** The last call that changes something. */
    String step() {
        return step;
    }

    /** Calls a node that changes something. */
    Map<String, @Nullable Object> call(String node, Map<String, ?> input) {
        step = node + " " + input;
        return df.node(node).run(input);
    }

    /** Does work in a transaction, in one inside of that which the program is in. */
    void inTransaction(Runnable work) {
        DataFlow outer = df;
        depth++;
        try {
            outer.transaction(tx -> {
                df = tx;
                work.run();
            });
        } finally {
            df = outer;
            depth--;
        }
    }

    /**
     * Does a step to the world, then to the database. What the one refuses the other refuses, and then nothing has changed.
     */
    void both(Runnable expected, Runnable database) {
        World before = world.copy();
        try {
            expected.run();
        } catch (Refused e) {
            world.reset(before);
            refused(database);
            return;
        }
        database.run();
    }

    private void refused(Runnable database) {
        boolean thrown = false;
        try {
            if (depth == 0) {
                database.run();
            } else {
                inTransaction(database); // PostgreSQL ends a transaction in which a statement failed, not one around it
            }
        } catch (ConstraintViolationException | NotFoundException | VersionConflictException e) {
            thrown = true;
        }
        assertThat(thrown).as("refused: " + step).isTrue();
    }
}
