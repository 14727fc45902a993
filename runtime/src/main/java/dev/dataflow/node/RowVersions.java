package dev.dataflow.node;

/** What the versions of the rows of a bulk update are for. */
enum RowVersions {
    /** Nothing. */
    ANY,
    /** A row is changed only when it has the version given; with one that has another, the call changes none. */
    COMPARED,
    /** A row is changed whatever version it has; those that have another are counted. */
    OVERWRITTEN
}
