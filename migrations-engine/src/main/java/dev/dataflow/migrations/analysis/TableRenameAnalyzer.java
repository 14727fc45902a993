package dev.dataflow.migrations.analysis;

import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.util.List;

/**
 * Finds what a table's new name concerns, and how to give it while programs use the old one: a view of the old name, through
 * which rows are read and written as before, until it is dropped. Immutable and thread-safe.
 */
public final class TableRenameAnalyzer {

    private final Schema schema;
    private final ServerVersion version;
    private final SchemaNames names;

    /**
     * Creates an analyzer.
     *
     * @param schema the schema there is
     * @param version the server's version: PostgreSQL's views read with the rights of whoever asks from 15 on
     */
    public TableRenameAnalyzer(Schema schema, ServerVersion version) {
        this.schema = schema;
        this.version = version;
        names = new SchemaNames(schema);
    }

    /**
     * Plans a rename.
     *
     * @param from the table
     * @param to its new name
     * @throws SchemaException when there is no such table, or the new name is taken
     */
    public TableRename analyze(String from, String to) {
        Table table = names.table(from);
        names.requireFree(table.name(), to);
        List<Dependant> dependants = new DependencyAnalyzer(schema)
                .analyze(new Operation.RenameTable(table.name(), to))
                .dependants();
        RenameParts parts = new RenameParts(schema, version, names, table, to, dependants);
        return switch (schema.engine().family()) {
            case POSTGRESQL -> new PostgresTableRename(parts).rename();
            case MYSQL -> new MySqlTableRename(parts).rename();
            case SQLITE -> new SqliteTableRename(parts).rename();
        };
    }
}
