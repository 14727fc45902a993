package dev.dataflow.config;

/** Databases that share their SQL, types and limits. What differs inside a family is asked of the engine itself. */
public enum EngineFamily {
    /** PostgreSQL. */
    POSTGRESQL,

    /** MySQL and MariaDB. */
    MYSQL,

    /** SQLite. */
    SQLITE
}
