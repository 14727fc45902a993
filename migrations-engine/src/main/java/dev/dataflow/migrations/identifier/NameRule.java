package dev.dataflow.migrations.identifier;

import dev.dataflow.config.DatabaseEngine;
import java.util.List;
import java.util.Locale;

/**
 * When two names mean the same object.
 *
 * @param foldsTables whether names of tables are compared without regard to case
 * @param foldsColumns whether names of columns are
 */
public record NameRule(boolean foldsTables, boolean foldsColumns) {

    /** The rule of a database as it is set up by default. */
    public static NameRule of(DatabaseEngine engine) {
        return new NameRule(engine == DatabaseEngine.SQLITE, engine != DatabaseEngine.POSTGRESQL);
    }

    /** What a table's name is compared by. */
    public String table(String name) {
        return foldsTables ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** What a table's name is compared by, with its schema. */
    public TableName table(TableName table) {
        String schema = table.schema();
        return new TableName(schema == null ? null : table(schema), table(table.name()));
    }

    /** What a column's name is compared by. */
    public String column(String name) {
        return foldsColumns ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** What names of columns are compared by, in order. */
    public List<String> columns(List<String> names) {
        return names.stream().map(this::column).toList();
    }
}
