package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.analysis.DependencyAnalyzer;
import dev.dataflow.migrations.analysis.ForeignKeyAnalyzer;
import dev.dataflow.migrations.analysis.Operation;
import dev.dataflow.migrations.analysis.TableRename;
import dev.dataflow.migrations.analysis.TableRenameAnalyzer;
import dev.dataflow.migrations.plan.Phase;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The scenes of the page about dependencies, on PostgreSQL, which has most kinds of them. */
class DependenciesGuideTest {

    private final Recording recording = new Recording();

    @Test
    void dependencies() throws Exception {
        assumeTrue(TestDatabases.engines().contains(Engine.POSTGRESQL), "this test run leaves PostgreSQL out");
        try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL);
                Connection connection = database.connect()) {
            create(connection);
            scene("dependencies");
            // docs:dependencies
            Schema schema = new SchemaReader(DatabaseEngine.POSTGRESQL).read(connection);
            DependencyAnalyzer dependencies = new DependencyAnalyzer(schema);
            print(dependencies
                    .analyze(new Operation.DropColumn("customers", "email"))
                    .text());
            print(dependencies
                    .analyze(new Operation.RenameColumn("customers", "email", "address"))
                    .text());
            // docs:end
            Pages.check("output", "dependencies", recording.output());

            scene("foreign-keys");
            // docs:foreign-keys
            Map<String, Long> rows = Map.of("orders", 120_000L);
            ForeignKeyAnalyzer keys = new ForeignKeyAnalyzer(
                    schema, table -> rows.containsKey(table) ? OptionalLong.of(rows.get(table)) : OptionalLong.empty());
            print(keys.report().text());
            print(keys.impact(new Operation.DeleteRows("customers")).text());
            // docs:end
            Pages.check("output", "foreign-keys", recording.output());

            scene("table-rename");
            // docs:table-rename
            TableRename rename =
                    new TableRenameAnalyzer(schema, new ServerVersion(17, 0, 0)).analyze("customers", "clients");
            print(rename.text());
            print(rename.statements(Phase.EXPAND).get(1));
            // docs:end
            Pages.check("output", "table-rename", recording.output());
        }
    }

    private static void create(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customers (id int PRIMARY KEY, email text UNIQUE, name text)");
            statement.execute("CREATE TABLE orders (id int PRIMARY KEY,"
                    + " customer_id int CONSTRAINT orders_customer REFERENCES customers ON DELETE CASCADE)");
            statement.execute("CREATE TABLE lines (id int PRIMARY KEY,"
                    + " order_id bigint CONSTRAINT lines_order REFERENCES orders)");
            statement.execute("CREATE VIEW addresses AS SELECT id, email FROM customers");
            statement.execute("CREATE VIEW first_addresses AS SELECT email FROM addresses LIMIT 10");
            statement.execute("CREATE FUNCTION email_of(customer int) RETURNS text LANGUAGE plpgsql AS"
                    + " 'BEGIN RETURN (SELECT email FROM customers WHERE id = customer); END'");
        }
    }

    private void scene(String name) {
        assertThat(Pages.blocks("output"))
                .anySatisfy(block -> assertThat(block.source()).startsWith(name));
        recording.restart();
    }

    private void print(Object value) {
        recording.print(value);
    }
}
