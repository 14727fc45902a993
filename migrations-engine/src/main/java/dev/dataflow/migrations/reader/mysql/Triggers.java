package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.UnreadableObject;
import dev.dataflow.migrations.schema.Trigger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Triggers. */
final class Triggers {

    private static final String SQL = """
            SELECT t.EVENT_OBJECT_TABLE, t.TRIGGER_NAME, t.ACTION_TIMING, t.EVENT_MANIPULATION, t.ACTION_STATEMENT,
              t.DEFINER, t.SQL_MODE, nullif(t.ACTION_ORDER, 1) AS PLACE
            FROM information_schema.TRIGGERS t
            WHERE t.TRIGGER_SCHEMA = ?
            ORDER BY t.EVENT_OBJECT_TABLE, t.TRIGGER_NAME
            """;

    private record Row(String table, String name, String head, String body, SortedMap<String, String> options) {}

    private Triggers() {}

    /** The triggers by the names of tables. */
    static Map<String, List<Trigger>> read(Catalog catalog, Dialect dialect) throws SQLException {
        List<Row> rows = catalog.list(
                SQL,
                row -> new Row(
                        row.getString("EVENT_OBJECT_TABLE"),
                        row.getString("TRIGGER_NAME"),
                        row.getString("ACTION_TIMING") + " " + row.getString("EVENT_MANIPULATION") + " ON "
                                + Quoting.BACKTICKS.quote(row.getString("EVENT_OBJECT_TABLE")) + " FOR EACH ROW ",
                        row.getString("ACTION_STATEMENT"),
                        Catalog.options(row, "definer", "DEFINER", "sql mode", "SQL_MODE", "order", "PLACE")),
                dialect.database());
        Bodies bodies = new Bodies(catalog, dialect);
        Map<String, List<Trigger>> triggers = new HashMap<>();
        for (Row row : rows) {
            String body = bodies.of("TRIGGER", row.name(), row.body());
            if (body == null) {
                throw UnreadableObject.denied(
                        "the text of the trigger `" + row.name() + "` is not shown to this account");
            }
            triggers.computeIfAbsent(row.table(), each -> new ArrayList<>())
                    .add(new Trigger(row.name(), row.head() + body, row.options()));
        }
        return triggers;
    }
}
