package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.UnreadableObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes sure that nothing is hidden: the catalog leaves out what an account has no rights on, without a word. What roles give
 * is not listed there, so an account with an active role is believed.
 */
final class Rights {

    private static final List<String> NEEDED = List.of("SELECT", "SHOW VIEW", "TRIGGER");

    private static final String SQL = """
            SELECT p.PRIVILEGE_TYPE FROM information_schema.USER_PRIVILEGES p
            WHERE p.GRANTEE = concat('''', substring_index(current_user(), '@', 1), '''@''',
              substring_index(current_user(), '@', -1), '''')
            UNION
            SELECT p.PRIVILEGE_TYPE FROM information_schema.SCHEMA_PRIVILEGES p
            WHERE ? LIKE p.TABLE_SCHEMA AND p.GRANTEE = concat('''', substring_index(current_user(), '@', 1), '''@''',
              substring_index(current_user(), '@', -1), '''')
            UNION
            SELECT 'ROLE' FROM information_schema.ENABLED_ROLES r WHERE r.ROLE_NAME IS NOT NULL
            """;

    private Rights() {}

    static void check(Catalog catalog, Dialect dialect) throws SQLException {
        List<String> held = catalog.list(SQL, row -> row.getString(1), dialect.database());
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeAll(held);
        if (!missing.isEmpty() && !held.contains("ROLE")) {
            throw UnreadableObject.denied("without the right " + String.join(", ", missing) + " on all of `"
                    + dialect.database() + "`, its catalog leaves objects out");
        }
    }
}
