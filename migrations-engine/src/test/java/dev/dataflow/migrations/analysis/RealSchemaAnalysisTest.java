package dev.dataflow.migrations.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is said of schemas that other people made; {@code -DupdateGoldens=true} writes it anew. */
class RealSchemaAnalysisTest extends SchemaTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/analysis");

    @Test
    void sakila() throws IOException, SQLException {
        Schema schema = made(SharedData.schema(by("postgres", "mysql", "sqlite") + "-sakila-schema.sql"));
        assertGolden(
                "sakila",
                new TableRenameAnalyzer(schema, new ServerVersion(17, 0, 0))
                        .analyze("film", "movie")
                        .text(),
                text(schema, new Operation.DropColumn("customer", "address_id")),
                text(schema, new Operation.RenameColumn("actor", "last_name", "family_name")),
                text(schema, new Operation.RetypeColumn("film", "title", ColumnType.of(engine, "varchar(300)"))),
                keys(schema, new Operation.DropTable("category")),
                keys(schema, new Operation.DeleteRows("customer")),
                new ForeignKeyAnalyzer(schema).report().text());
    }

    @Test
    void chinook() throws IOException, SQLException {
        Schema schema = made(SharedData.schema("Chinook_" + by("PostgreSql", "MySql", "Sqlite") + ".sql"));
        String track = by("track", "Track", "Track");
        assertGolden(
                "chinook",
                text(schema, new Operation.DropTable(track)),
                keys(schema, new Operation.DropColumn(track, by("album_id", "AlbumId", "AlbumId"))),
                new ForeignKeyAnalyzer(schema).report().text());
    }

    @Test
    void northwind() throws IOException, SQLException {
        assumeThat(engine).as("its script is for PostgreSQL").isEqualTo(DatabaseEngine.POSTGRESQL);
        Schema schema = made(SharedData.schema("northwind.sql"));
        assertGolden(
                "northwind",
                keys(schema, new Operation.RetypeColumn("orders", "order_id", ColumnType.of(engine, "bigint"))),
                new ForeignKeyAnalyzer(schema).report().text());
    }

    private static String text(Schema schema, Operation operation) {
        return new DependencyAnalyzer(schema).analyze(operation).text();
    }

    private static String keys(Schema schema, Operation operation) {
        return new ForeignKeyAnalyzer(schema).impact(operation).text();
    }

    private Schema made(List<String> statements) throws SQLException {
        assumeThat(engine).as("MySQL's texts are enough").isNotEqualTo(DatabaseEngine.MARIADB);
        if (engine.family() == EngineFamily.MYSQL) {
            execute("SET foreign_key_checks = 0"); // its tables point to each other
        }
        execute(statements.toArray(String[]::new));
        return new SchemaReader(engine).read(connection);
    }

    private void assertGolden(String name, String... texts) throws IOException {
        Path file = FOLDER.resolve(name + "-" + engine.name().toLowerCase(Locale.ROOT) + ".txt");
        String all = String.join("\n", texts);
        if (Boolean.getBoolean("updateGoldens")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, all);
        }
        assertThat(all).isEqualTo(Files.readString(file));
    }
}
