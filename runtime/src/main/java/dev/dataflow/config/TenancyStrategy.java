package dev.dataflow.config;

/** Where the rows of tenants lie. They have {@code tenant_id} everywhere, and each statement names its tenant. */
public enum TenancyStrategy {
    /** All in the same tables. */
    COLUMN,
    /** Each tenant's in a schema of its own, on MySQL and MariaDB in a database. */
    SCHEMA,
    /** Each tenant's in a database of its own, on SQLite in a file. */
    DATABASE
}
