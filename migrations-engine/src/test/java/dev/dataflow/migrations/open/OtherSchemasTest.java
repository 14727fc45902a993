package dev.dataflow.migrations.open;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.fixture.ModelBuilder;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tables in schemas that models name. On MySQL these are databases of the whole server, so each test has its own. */
class OtherSchemasTest extends SchemaTest {

    private final String schema = "testdb_" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void dropSchema() throws SQLException {
        if (engine != DatabaseEngine.SQLITE) {
            // tables of the other database reference these
            execute(
                    by("SELECT 1", "SET foreign_key_checks = 0", ""),
                    by(
                            "DROP SCHEMA IF EXISTS \"" + schema + "\" CASCADE",
                            "DROP SCHEMA IF EXISTS `" + schema + "`",
                            ""));
        }
    }

    private static ModelBuilder shelf() {
        return model("Shelf", "shelves").identity();
    }

    private static ModelBuilder book() {
        return model("Book", "books")
                .identity()
                .column("shelf_id", LogicalType.INT64)
                .references("shelf_id", "Shelf");
    }

    @Test
    void theConnectionsOwnSchemaMayBeNamed() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            assertThatThrownBy(() -> open(shelf().schema("main").build())).hasMessageStartingWith("[DF-303] ");
            return;
        }
        String own = by("public", database.name(), "");
        open(shelf().build(), book().build());
        for (ModelDescriptor shelf :
                new ModelDescriptor[] {shelf().build(), shelf().schema(own).build()}) {
            check(shelf, book().build());
            check(shelf, book().schema(own).build());
        }
    }

    @Test
    void missingSchemasAreMadeOnlyWhenTheyMayBe() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return;
        }
        ModelDescriptor shelf = shelf().schema(schema).build();
        ModelDescriptor book = book().build();
        assertThatThrownBy(() -> check(shelf, book))
                .hasMessageStartingWith("[DF-302] ")
                .hasMessageContaining(schema + ".shelves: the table is missing");
        assertThatThrownBy(() -> query("SELECT * FROM " + q(schema) + ".shelves"))
                .isInstanceOf(SQLException.class);
        open(shelf, book);
        check(shelf, book);
        assertThat(tables()).containsExactly("books");
        // a key to a table of the same name elsewhere is another key
        open(shelf().build());
        assertThatThrownBy(() -> check(shelf().build(), book))
                .hasMessageContaining("books.shelf_id: has no foreign key");
    }

    @Test
    void differencesNameTheSchema() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return;
        }
        execute("CREATE SCHEMA " + q(schema), "CREATE TABLE " + q(schema) + ".shelves (id varchar(9) PRIMARY KEY)");
        open(shelf().build());
        assertThatThrownBy(() -> open(shelf().schema(schema).build()))
                .hasMessageStartingWith("[DF-302] ")
                .hasMessageContaining(schema + ".shelves.id: ");
    }

    @Test
    void whatAFailureLeavesIsSaid() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return;
        }
        ModelDescriptor broken = failing(shelf().schema(schema));
        assertThatThrownBy(() -> open(broken))
                .hasMessageStartingWith("[DF-301] ")
                .hasMessageContaining("the table `" + schema + ".shelves`")
                .hasMessageContaining(by("nothing was changed", "left behind", ""));
    }

    @Test
    void whatIsAddedAtLowRiskIsDoneThereToo() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return;
        }
        open(shelf().schema(schema).build(), book().build());
        execute("INSERT INTO " + q(schema) + ".shelves (id) VALUES (1)");
        ModelDescriptor shelf = shelf().schema(schema)
                .nullable("room", LogicalType.INT32)
                .index("ix_shelves_room", "room")
                .build();
        ModelDescriptor book = book().nullable("pages", LogicalType.INT32).build();
        open(shelf, book);
        assertThat(query("SELECT id FROM " + q(schema) + ".shelves WHERE room IS NULL"))
                .containsExactly("1");
        assertThat(new SchemaReader(engine)
                        .read(connection, schema)
                        .table("shelves")
                        .orElseThrow()
                        .indexes())
                .map(index -> index.name())
                .contains("ix_shelves_room");
        check(shelf, book);
        assertThat(tables()).as("the connection is where it was").containsExactly("books");
        assertThat(query("SELECT " + by("current_schema()", "DATABASE()", "")))
                .containsExactly(by("public", database.name(), ""));
    }

    @Test
    void whatIsNotAddedAtOpenIsPlannedSchemaBySchema() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return;
        }
        ModelBuilder oldShelf = shelf();
        // the other schema points to the connection's
        open(oldShelf.build(), book().schema(schema).build());
        execute("INSERT INTO shelves (id) VALUES (1)");
        ModelDescriptor shelf = shelf().nullable("room", LogicalType.INT32).build();
        ModelDescriptor book =
                book().schema(schema).column("pages", LogicalType.INT32).build();
        execute("INSERT INTO " + q(schema) + ".books (shelf_id) VALUES (1)");
        Schema before = new SchemaReader(engine).read(connection, schema);
        assertThatThrownBy(() -> open(shelf, book)).isInstanceOfSatisfying(SchemaException.class, e -> {
            assertThat(e.why())
                    .containsSubsequence(
                            "in the connection's schema:",
                            "shelves.room: add column",
                            "LOW",
                            "is done at open as soon as the others are",
                            "in the schema " + schema + ", as the connection's:",
                            "books.pages: add column",
                            "will fail: 1 row of books, which has no value for pages")
                    .doesNotContain("foreign key");
        });
        assertThat(new SchemaReader(engine).read(connection, schema)).isEqualTo(before);
        assertThat(query("SELECT * FROM shelves")).hasSize(1);
    }

    @Test
    void aSchemaComesAfterThoseThatItPointsTo() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return;
        }
        open(shelf().schema(schema).build(), book().build());
        ModelDescriptor shelf =
                shelf().schema(schema).column("room", LogicalType.INT32).build();
        ModelDescriptor book = book().column("pages", LogicalType.INT32).build();
        assertThatThrownBy(() -> open(shelf, book))
                .isInstanceOfSatisfying(
                        SchemaException.class,
                        e -> assertThat(e.why())
                                .containsSubsequence(
                                        "in the schema " + schema,
                                        "shelves.room: add column",
                                        "connection's schema:",
                                        "books.pages:"));
    }

    /** A table that is there by another name is not made anew. */
    @Test
    void formerNamesAreLookedForThereToo() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return;
        }
        open(shelf().schema(schema).build());
        ModelDescriptor board = model("Board", "boards")
                .schema(schema)
                .renamedFrom("shelves")
                .identity()
                .build();
        assertThatThrownBy(() -> open(board))
                .hasMessageContaining("in the schema " + schema)
                .hasMessageContaining("rename table shelves to boards");
    }
}
