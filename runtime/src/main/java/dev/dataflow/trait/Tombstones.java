package dev.dataflow.trait;

/** What a call makes of rows that are deleted softly. */
public enum Tombstones {
    /** They are not there. */
    HIDDEN,
    /** They are rows like others. */
    INCLUDED,
    /** They are rows like others, and live again when they are changed. */
    REVIVED,
    /** They alone are there, and live again when they are changed. */
    ONLY
}
