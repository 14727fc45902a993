package dev.dataflow.migrations.script;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.List;

/** Creates the schema of an SQLite file. Tables and views may point to what comes later. */
final class SqliteScript {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final Schema schema;

    SqliteScript(Schema schema) {
        this.schema = schema;
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        for (Table table : schema.tables()) {
            String module = table.options().get("virtual");
            statements.add(
                    module != null
                            ? "CREATE VIRTUAL TABLE " + QUOTING.quote(table.name()) + " USING " + module
                            : new SqliteTableText(table).statement());
            for (Index index : table.indexes()) {
                statements.add(SqliteTableText.index(table.name(), index));
            }
        }
        for (View view : schema.views()) {
            String definition = view.definition();
            statements.add("CREATE VIEW " + QUOTING.quote(view.name()) + (definition.startsWith("(") ? " " : " AS ")
                    + definition);
            view.triggers().stream().map(Trigger::definition).forEach(statements::add);
        }
        for (Table table : schema.tables()) {
            table.triggers().stream().map(Trigger::definition).forEach(statements::add);
        }
        return statements;
    }
}
