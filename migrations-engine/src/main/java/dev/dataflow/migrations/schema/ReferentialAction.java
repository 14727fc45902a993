package dev.dataflow.migrations.schema;

import java.util.Locale;

/** What a foreign key does to a row when the row it points to is deleted or its key changes. */
public enum ReferentialAction {
    /** It is refused, at the end of the statement or of the transaction; on MySQL and MariaDB at once. */
    NO_ACTION,
    /** It is refused at once. */
    RESTRICT,
    /** The row goes along. */
    CASCADE,
    /** Its columns become NULL. */
    SET_NULL,
    /** Its columns become their defaults. */
    SET_DEFAULT;

    /** The action as SQL. */
    public String sql() {
        return name().replace('_', ' ');
    }

    /**
     * Reads an action.
     *
     * @param sql the action as SQL
     */
    public static ReferentialAction ofSql(String sql) {
        return valueOf(sql.strip().replaceAll("\\s+", "_").toUpperCase(Locale.ROOT));
    }
}
