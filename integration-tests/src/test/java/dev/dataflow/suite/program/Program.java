package dev.dataflow.suite.program;

import dev.dataflow.DataFlow;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random program of several tenants over all kinds of node, each step done to the database and to a {@link World}, and looked at. What is to be
 * added, such as versions, adds steps and views, and says in the world what they do.
 */
final class Program {

    /** How often all rows of all models are compared; the model of a step is looked at after each. */
    private static final int WHOLE = 20;

    private final ProgramRun run;
    private final Views views;
    private final List<Runnable> steps;
    private int done;

    Program(DataFlow df, long seed) {
        this.run = new ProgramRun(df, new Random(seed));
        this.views = new Views(run);
        this.steps = steps();
    }

    /** What may be done, each as often as it stands here. */
    private List<Runnable> steps() {
        RowSteps rows = new RowSteps(run);
        BulkSteps bulk = new BulkSteps(run);
        UpsertSteps upserts = new UpsertSteps(run);
        VersionSteps versions = new VersionSteps(run);
        RandomValues values = run.values();
        return List.of(
                () -> rows.create(values.shape()),
                () -> rows.create(values.shape()),
                () -> rows.create(values.any(Shape.ALL.subList(0, 3))),
                () -> rows.update(values.shape()),
                () -> rows.delete(values.shape()),
                () -> rows.restore(values.any(Shape.SOFT)),
                () -> bulk.create(values.shape()),
                () -> bulk.update(values.shape()),
                () -> bulk.updateByKey(values.shape()),
                () -> bulk.delete(values.shape()),
                () -> bulk.restore(values.any(Shape.SOFT)),
                () -> bulk.purge(values.any(Shape.SOFT)),
                upserts::upsert,
                upserts::upsertMany,
                () -> versions.read(values.any(Shape.VERSIONED)),
                () -> versions.read(values.any(Shape.VERSIONED)),
                versions::write,
                versions::write,
                versions::modify,
                () -> versions.updateMany(values.any(Shape.VERSIONED)));
    }

    /** What it did last. */
    String step() {
        return run.step();
    }

    void run(int most) {
        populate();
        while (done < most) {
            if (run.values().oneIn(12)) {
                transaction(2, most);
            } else {
                step(most);
            }
        }
        everything();
    }

    /** Some rows of each tenant, of which some are deleted, so that steps meet them from the first on. */
    private void populate() {
        BulkSteps bulk = new BulkSteps(run);
        RowSteps rows = new RowSteps(run);
        for (String tenant : ProgramRun.TENANTS) {
            run.become(tenant);
            Shape.ALL.forEach(bulk::populate);
            Shape.SOFT.forEach(rows::delete);
        }
    }

    private void everything() {
        for (String tenant : ProgramRun.TENANTS) {
            run.become(tenant);
            Shape.ALL.forEach(views::whole);
        }
    }

    private void step(int most) {
        if (done < most) {
            run.changeTenant();
            run.values().any(steps).run();
            done++;
            run.changeTenant();
            views.any(run.values().shape());
            if (done % WHOLE == 0) {
                Shape.ALL.forEach(views::whole);
            }
        }
    }

    /** Ends a transaction. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A transaction, maybe with others inside, which is undone now and then. */
    private void transaction(int depth, int most) {
        Map<String, World> before = run.copies();
        boolean undone = run.values().oneIn(3);
        int count = 1 + run.values().random().nextInt(5);
        try {
            run.inTransaction(() -> {
                for (int i = 0; i < count; i++) {
                    if (depth > 0 && run.values().oneIn(4)) {
                        transaction(depth - 1, most);
                    } else {
                        step(most);
                    }
                }
                if (undone) {
                    throw new Undo();
                }
            });
        } catch (Undo e) {
            run.reset(before);
        }
    }
}
