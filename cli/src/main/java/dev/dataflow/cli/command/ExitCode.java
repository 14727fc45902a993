package dev.dataflow.cli.command;

import dev.dataflow.error.DataFlowException;

/** How a call ends. Scripts that want to know more look at the error's code. */
enum ExitCode {
    OK(0),
    /** Findings at or above the level that was asked to fail, or a plan that fails on rows that are there. */
    FINDINGS(1),
    /** The command line, the settings, a file or the connection is not usable. */
    UNUSABLE(2),
    /** Only people can answer, and nobody did. */
    CONSENT(3),
    /** The risk policy says no. */
    BLOCKED(4),
    /** A migration failed. */
    FAILED(5),
    /** Changes are pending, or the schema drifted. */
    PENDING(6),
    /** Another process is changing the schema. */
    BUSY(7),
    /** A bug of ours. */
    BUG(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** How a call ends that an error ended. */
    static ExitCode of(DataFlowException error) {
        return switch (error.code()) {
            case RENAME_UNDECIDED -> CONSENT;
            case MIGRATION_FAILED -> FAILED;
            case SCHEMA_DRIFTED, CHANGES_PENDING -> PENDING;
            case SCHEMA_LOCKED -> BUSY;
            case INTERNAL -> BUG;
            default -> UNUSABLE;
        };
    }
}
