package dev.dataflow.migrations.analysis;

/** How it is known that something depends on something else. */
public enum Certainty {
    /** The catalog says so, or the grammar of a statement that the catalog keeps. */
    CATALOG,
    /** The name stands in the text of a body. It may mean something else there, and what a body puts together is not seen. */
    TEXT
}
