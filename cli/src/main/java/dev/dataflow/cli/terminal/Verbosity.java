package dev.dataflow.cli.terminal;

/** How much is said besides data. */
public enum Verbosity {
    /** Errors only. */
    QUIET,
    /** What people need to know. */
    NORMAL,
    /** What is done, too, and how scores come about. */
    VERBOSE
}
