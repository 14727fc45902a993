package dev.dataflow.migrations.plan;

import java.util.List;

/**
 * What looks after a transaction of SQLite whether rows point nowhere that did not before: foreign keys are off meanwhile.
 * Rows that violated a key before it are not the plan's, and do not keep it from running.
 */
final class SqliteViolations {

    private static final String TABLE = "dataflow_violations";

    private static final String VIOLATIONS = "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check";

    private SqliteViolations() {}

    /** Inside of the transaction, at its beginning. */
    static List<String> begin() {
        return List.of("CREATE TEMPORARY TABLE " + TABLE + " AS " + VIOLATIONS);
    }

    /** Inside of it, at its end. */
    static List<String> checks() {
        return List.of(VIOLATIONS + " EXCEPT SELECT * FROM " + TABLE);
    }

    /** After it, also when it failed. */
    static List<String> after() {
        return List.of("DROP TABLE IF EXISTS " + TABLE, "PRAGMA foreign_keys = ON");
    }
}
