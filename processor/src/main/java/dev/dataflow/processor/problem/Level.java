package dev.dataflow.processor.problem;

/** How bad a problem is. */
public enum Level {
    /** The model cannot be generated; no option silences it. */
    BLOCKING,
    /** An error the model could be generated with. */
    ERROR,
    /** A hint. */
    WARNING
}
