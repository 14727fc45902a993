package dev.dataflow.migrations.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.testing.SharedData;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemas that other people made are read, kept and made again without a difference. */
class RealSchemasTest extends ReaderTest {

    @Test
    void chinook() throws IOException, SQLException {
        Schema schema = made(SharedData.schema("Chinook_" + by("PostgreSql", "MySql", "Sqlite") + ".sql"));
        assertThat(schema.tables()).hasSize(11);
        assertThat(schema.tables().stream()
                        .mapToInt(each -> each.foreignKeys().size())
                        .sum())
                .isEqualTo(11);
        assertSameWhenMadeAgain(schema);
    }

    @Test
    void sakila() throws IOException, SQLException {
        Schema schema = made(SharedData.schema(by("postgres", "mysql", "sqlite") + "-sakila-schema.sql"));
        assertThat(schema.tables()).hasSize(engine == DatabaseEngine.POSTGRESQL ? 21 : 16);
        assertThat(schema.views()).hasSizeGreaterThanOrEqualTo(5);
        assertSameWhenMadeAgain(schema);
    }

    @Test
    void northwind() throws IOException, SQLException {
        assumeThat(engine).as("its script is for PostgreSQL").isEqualTo(DatabaseEngine.POSTGRESQL);
        Schema schema = made(SharedData.schema("northwind.sql"));
        assertThat(schema.tables()).hasSize(14);
        assertSameWhenMadeAgain(schema);
    }

    private Schema made(List<String> statements) throws SQLException {
        if (engine.family() == EngineFamily.MYSQL) {
            execute("SET foreign_key_checks = 0"); // its tables point to each other
        }
        execute(statements.toArray(String[]::new));
        return read();
    }
}
