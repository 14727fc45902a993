package dev.dataflow.migrations.identifier;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import java.util.Collection;
import java.util.stream.Collectors;

/** Quotes identifiers, always, so that reserved words and capitals are names like any other. */
public enum Quoting {
    /** PostgreSQL and SQLite. */
    DOUBLE_QUOTES("\""),
    /** MySQL and MariaDB, whatever its SQL mode says of double quotes. */
    BACKTICKS("`");

    private final String mark;

    Quoting(String mark) {
        this.mark = mark;
    }

    /** The quotes of a database. */
    public static Quoting of(DatabaseEngine engine) {
        return engine.family() == EngineFamily.MYSQL ? BACKTICKS : DOUBLE_QUOTES;
    }

    /** A name as it stands in a statement. */
    public String quote(String name) {
        return mark + name.replace(mark, mark + mark) + mark;
    }

    /** A table as it stands in a statement, with its schema when it has one. */
    public String quote(TableName table) {
        String schema = table.schema();
        return (schema == null ? "" : quote(schema) + ".") + quote(table.name());
    }

    /** Names as they stand in a statement, with commas between. */
    public String quoteAll(Collection<String> names) {
        return names.stream().map(this::quote).collect(Collectors.joining(", "));
    }
}
