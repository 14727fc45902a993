package dev.dataflow.suite.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.error.ConstraintViolationException;
import dev.dataflow.error.NotFoundException;
import dev.dataflow.error.VersionConflictException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a random program is: its world, its database in the transaction it is in, and the step it does. */
final class ProgramRun {

    /** Whose rows a program is about; each step is of one of them. */
    static final List<String> TENANTS = List.of("acme", "globex", "initech");

    private final Map<String, World> worlds = new TreeMap<>();
    private final RandomValues values;
    private DataFlow df;
    private int depth;
    private String tenant = TENANTS.get(0);
    private String step = "its start";

    ProgramRun(DataFlow df, Random random) {
        this.df = df;
        TENANTS.forEach(each -> worlds.put(each, new World()));
        this.values = new RandomValues(random, this);
    }

    /** Goes on as some tenant. */
    void changeTenant() {
        become(values.any(TENANTS));
    }

    /** Goes on as a tenant. */
    void become(String other) {
        tenant = other;
    }

    String tenant() {
        return tenant;
    }

    /** The world of the tenant. */
    World world() {
        return world(tenant);
    }

    World world(String of) {
        return Objects.requireNonNull(worlds.get(of));
    }

    /** The worlds of all tenants, as they are. */
    Map<String, World> copies() {
        Map<String, World> copies = new TreeMap<>();
        worlds.forEach((each, world) -> copies.put(each, world.copy()));
        return copies;
    }

    /** Goes back to what all tenants had. */
    void reset(Map<String, World> before) {
        before.forEach((each, world) -> world(each).reset(world));
    }

    RandomValues values() {
        return values;
    }

    /** The tenant's database, in the transaction the program is in. */
    DataFlow df() {
        return df.asTenant(tenant);
    }

    /** The last call that changes something. */
    String step() {
        return step;
    }

    /** Calls a node that changes something. */
    Map<String, @Nullable Object> call(String node, Map<String, ?> input) {
        step = tenant + ": " + node + " " + input;
        return df().node(node).run(input);
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
        World world = world();
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
