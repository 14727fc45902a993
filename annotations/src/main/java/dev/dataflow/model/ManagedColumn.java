package dev.dataflow.model;

/** A column the runtime fills; callers cannot write it. */
public enum ManagedColumn {
    /** When the row was created. */
    CREATED_AT("created_at"),
    /** When the row was last written. */
    UPDATED_AT("updated_at"),
    /** When the row was soft-deleted. */
    DELETED_AT("deleted_at"),
    /** Counts the row's changes. */
    VERSION("version"),
    /** The tenant the row belongs to. */
    TENANT_ID("tenant_id");

    /** The most characters a tenant's id has. */
    public static final int TENANT_LENGTH = 63;

    private final String column;

    ManagedColumn(String column) {
        this.column = column;
    }

    /** The column's name, the same in every table. */
    public String column() {
        return column;
    }
}
