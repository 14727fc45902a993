package dev.dataflow.testing;

/** Where the databases of one engine are created and dropped. */
interface Server {
    /** As the engine itself reports it. */
    String version();

    TestDatabase create();

    void drop(TestDatabase database);
}
