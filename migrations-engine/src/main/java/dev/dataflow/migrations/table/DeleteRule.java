package dev.dataflow.migrations.table;

/** What a foreign key does when the row it points to is deleted. */
public enum DeleteRule {
    /** The delete is refused at once. */
    RESTRICT("RESTRICT"),
    /** The delete is refused at the end of the statement. */
    NO_ACTION("NO ACTION"),
    /** The row is deleted too. */
    CASCADE("CASCADE"),
    /** The columns become NULL. */
    SET_NULL("SET NULL"),
    /** The columns become their defaults. */
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    DeleteRule(String sql) {
        this.sql = sql;
    }

    /** The rule as SQL. */
    public String sql() {
        return sql;
    }

    /**
     * Reads a rule.
     *
     * @param sql the rule as SQL
     */
    public static DeleteRule ofSql(String sql) {
        return valueOf(sql.replace(' ', '_'));
    }

    /** Whether the delete is refused. */
    public boolean refuses() {
        return this == RESTRICT || this == NO_ACTION;
    }
}
