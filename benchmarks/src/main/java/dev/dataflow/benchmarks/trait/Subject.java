package dev.dataflow.benchmarks.trait;

import dev.dataflow.testing.Engine;

/**
 * A model in a database of its own, and who calls it.
 *
 * @param database the database
 * @param calls who calls
 */
record Subject(TraitDatabase database, Calls calls) implements AutoCloseable {

    /** Opens it and fills its table. */
    static Subject open(Engine engine, Trait trait, boolean byHand) {
        TraitDatabase database = TraitDatabase.open(engine, trait);
        Calls nodes = trait.fill(database.dataFlow());
        database.settle(trait.table());
        return new Subject(database, byHand ? new HandCalls(database.pool(), engine, trait) : nodes);
    }

    @Override
    public void close() {
        database.close();
    }
}
