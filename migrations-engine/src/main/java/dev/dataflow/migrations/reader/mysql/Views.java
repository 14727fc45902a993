package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.UnreadableObject;
import dev.dataflow.migrations.schema.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Views. */
final class Views {

    private static final String SQL = """
            SELECT v.TABLE_NAME, v.VIEW_DEFINITION, v.DEFINER, v.SECURITY_TYPE,
              lower(nullif(v.CHECK_OPTION, 'NONE')) AS CHECK_OPTION
            FROM information_schema.VIEWS v
            WHERE v.TABLE_SCHEMA = ?
            ORDER BY v.TABLE_NAME
            """;

    private Views() {}

    static List<View> read(Catalog catalog, Dialect dialect) throws SQLException {
        return catalog.list(SQL, row -> view(row, dialect), dialect.database());
    }

    private static View view(ResultSet row, Dialect dialect) throws SQLException {
        String name = row.getString("TABLE_NAME");
        String definition = row.getString("VIEW_DEFINITION");
        if (definition == null || definition.isEmpty()) {
            throw UnreadableObject.denied("the query of the view `" + name + "` is not shown to this account");
        }
        return new View(
                name,
                dialect.unqualified(definition),
                List.of(),
                List.of(),
                Catalog.options(
                        row, "definer", "DEFINER", "security", "SECURITY_TYPE", "check option", "CHECK_OPTION"));
    }
}
