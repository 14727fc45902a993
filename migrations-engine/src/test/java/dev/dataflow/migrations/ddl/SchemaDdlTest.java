package dev.dataflow.migrations.ddl;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.SchemaDdl;
import dev.dataflow.migrations.fixture.ModelBuilder;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaDdlTest {

    /** {@code -DupdateGoldens=true} writes what comes out; read the change before you keep it. */
    @ParameterizedTest
    @EnumSource
    void golden(DatabaseEngine engine) throws IOException {
        List<ModelDescriptor> models =
                List.of(Shop.order(), Shop.customer(), Shop.country(), Shop.employee(), Shop.department());
        String sql = String.join(";\n\n", SchemaDdl.statements(engine, models)) + ";\n";
        Path golden = Path.of("src/test/resources/golden/" + engine.name().toLowerCase(Locale.ROOT) + ".sql");
        if (Boolean.getBoolean("updateGoldens")) {
            Files.writeString(golden, sql);
        }
        assertThat(sql).isEqualTo(Files.readString(golden));
    }

    @Test
    void orderOfModelsDoesNotMatter() {
        List<ModelDescriptor> reversed = new ArrayList<>(Shop.all());
        Collections.reverse(reversed);
        for (DatabaseEngine engine : DatabaseEngine.values()) {
            assertThat(SchemaDdl.statements(engine, reversed)).isEqualTo(SchemaDdl.statements(engine, Shop.all()));
        }
    }

    @Test
    void schemasAreCreatedFirstAndNamedEverywhere() {
        ModelDescriptor book = model("Book", "books")
                .schema("archive")
                .identity()
                .index("ix", "id")
                .build();
        ModelDescriptor loan = model("Loan", "books")
                .identity()
                .column("book_id", LogicalType.INT64)
                .references("book_id", "Book")
                .build();
        List<String> sql = SchemaDdl.statements(DatabaseEngine.POSTGRESQL, List.of(loan, book));
        assertThat(sql.get(0)).isEqualTo("CREATE SCHEMA IF NOT EXISTS \"archive\"");
        assertThat(sql.get(1)).startsWith("CREATE TABLE \"archive\".\"books\" (");
        assertThat(sql.get(2)).isEqualTo("CREATE INDEX \"ix\" ON \"archive\".\"books\" (\"id\")");
        assertThat(sql.get(3)).startsWith("CREATE TABLE \"books\" (").contains("REFERENCES \"archive\".\"books\" (");
        assertThatThrownBy(() -> SchemaDdl.statements(DatabaseEngine.SQLITE, List.of(loan, book)))
                .hasMessageStartingWith("[DF-303] ")
                .hasMessageContaining("archive.books: is to lie in the schema `archive`, and there are none");
    }

    /** MySQL would look for the target in the database of the table that has the key. */
    @Test
    void referencesOutOfANamedDatabaseNameTheOther() {
        ModelDescriptor book = model("Book", "books")
                .schema("archive")
                .identity()
                .column("loan_id", LogicalType.INT64)
                .references("loan_id", "Loan")
                .build();
        ModelDescriptor loan = model("Loan", "loans").identity().build();
        assertThatThrownBy(() -> SchemaDdl.statements(DatabaseEngine.MYSQL, List.of(loan, book)))
                .hasMessageStartingWith("[DF-303] the table `archive.books` references `loans`");
        assertThat(SchemaDdl.statements(DatabaseEngine.POSTGRESQL, List.of(loan, book)))
                .anySatisfy(sql -> assertThat(sql).contains("REFERENCES \"loans\" ("));
    }

    @Test
    void namesAreQuotedWhateverTheyHold() {
        String statement = SchemaDdl.statements(
                        DatabaseEngine.MYSQL,
                        List.of(ModelBuilder.model("Odd", "a`b\"c").identity().build()))
                .get(0);
        assertThat(statement).contains("CREATE TABLE `a``b\"c` (");
    }
}
