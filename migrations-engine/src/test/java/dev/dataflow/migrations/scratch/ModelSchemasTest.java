package dev.dataflow.migrations.scratch;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.snapshot.Fingerprint;
import dev.dataflow.migrations.snapshot.Snapshot;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What models want is what their tables are when they are there. */
class ModelSchemasTest extends SchemaTest {

    @Test
    void modelsWantWhatIsCreatedForThem() throws SQLException {
        ModelDescriptor[] models = Shop.all().toArray(ModelDescriptor[]::new);
        Schema wanted = wanted(models);
        assertThat(wanted.tables()).hasSize(models.length);
        assertThat(read().tables()).as("nothing is left behind").isEmpty();
        open(models);
        Schema created = read();
        assertThat(Snapshot.write(wanted)).isEqualTo(Snapshot.write(created));
        assertThat(wanted).isEqualTo(created);
        assertThat(Fingerprint.of(wanted)).isEqualTo(Fingerprint.of(created));
        assertThat(wanted(models)).as("while tables are there").isEqualTo(created);
        execute("ALTER TABLE " + q("ledgers") + " ADD COLUMN " + q("more") + " INTEGER");
        assertThat(read()).isNotEqualTo(wanted);
    }

    @Test
    void schemasOfTheirOwn() throws SQLException {
        assumeThat(engine).isNotEqualTo(DatabaseEngine.SQLITE);
        ModelDescriptor customer = model("Customer", "customers")
                .schema("sales_of_models")
                .identity()
                .nullable("note", LogicalType.TEXT)
                .build();
        ModelDescriptor order = model("Order", "orders")
                .identity()
                .column("customer_id", LogicalType.INT64)
                .references("customer_id", "Customer")
                .build();
        var schemas = new ModelSchemas(engine).readAll(connection, Models.of(List.of(order, customer)));
        assertThat(schemas.keySet()).containsExactly(ModelSchemas.CURRENT, "sales_of_models");
        try {
            open(order, customer);
            assertThat(schemas.get(ModelSchemas.CURRENT)).isEqualTo(read());
            assertThat(schemas.get("sales_of_models"))
                    .isEqualTo(new SchemaReader(engine).read(connection, "sales_of_models"));
        } finally {
            execute("DROP TABLE " + q("orders"));
            execute("DROP SCHEMA " + q("sales_of_models") + by(" CASCADE", "", ""));
        }
    }

    @Test
    void keysBetweenSchemasAreAsTheServerTellsThem() throws SQLException {
        assumeThat(engine).isNotEqualTo(DatabaseEngine.SQLITE);
        String own = by("public", database.name(), "");
        ModelDescriptor customer =
                model("Customer", "customers").schema(own).identity().build();
        ModelDescriptor order = model("Order", "orders")
                .schema("orders_of_models")
                .identity()
                .column("customer_id", LogicalType.INT64)
                .references("customer_id", "Customer")
                .build();
        var schemas = new ModelSchemas(engine).readAll(connection, Models.of(List.of(order, customer)));
        assertThat(schemas.keySet()).containsExactly(ModelSchemas.CURRENT, "orders_of_models");
        try {
            open(order, customer);
            assertThat(schemas.get(ModelSchemas.CURRENT)).isEqualTo(read());
            assertThat(schemas.get("orders_of_models"))
                    .isEqualTo(new SchemaReader(engine).read(connection, "orders_of_models"));
        } finally {
            execute("DROP SCHEMA " + q("orders_of_models") + by(" CASCADE", "", ""));
        }
    }

    @Test
    void insideATransaction() throws SQLException {
        assumeThat(engine.family()).isNotEqualTo(EngineFamily.SQLITE);
        connection.setAutoCommit(false);
        ModelDescriptor ledger = Shop.ledger();
        if (engine == DatabaseEngine.POSTGRESQL) {
            execute("CREATE TABLE kept (a int)");
            assertThat(wanted(ledger).tables()).hasSize(1);
            assertThat(read().table("kept")).isPresent();
        } else {
            assertThatThrownBy(() -> wanted(ledger)).hasMessageContaining("[DF-325]");
        }
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Test
    void aKeyThatAnotherModelWrites() {
        Schema wanted = wanted(model("Note", "notes")
                .column("id", LogicalType.INT64)
                .key("id", KeyGeneration.ASSIGNED)
                .nullable("text", LogicalType.TEXT)
                .build());
        assertThat(wanted.table("notes").orElseThrow().primaryKey()).isNotNull();
    }

    private Schema wanted(ModelDescriptor... models) {
        return new ModelSchemas(engine).read(connection, Models.of(List.of(models)));
    }

    private Schema read() {
        return new SchemaReader(engine).read(connection);
    }
}
