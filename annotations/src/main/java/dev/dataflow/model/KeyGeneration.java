package dev.dataflow.model;

/** Where the key of a new row comes from. */
public enum KeyGeneration {
    /** The database counts up. */
    IDENTITY,
    /** The runtime makes a UUID of version 7 when the caller gives none. */
    UUID_V7,
    /** The caller supplies it. */
    ASSIGNED
}
