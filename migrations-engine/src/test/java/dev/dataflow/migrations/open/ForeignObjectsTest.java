package dev.dataflow.migrations.open;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.diff.ModelTarget;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.diff.Unmodelled;
import dev.dataflow.migrations.fixture.ModelBuilder;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.rename.ModelRenames;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.scratch.ModelSchemas;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody put on models' tables by hand is left alone, at open and in plans. */
class ForeignObjectsTest extends SchemaTest {

    @BeforeEach
    void tablesOfModels() throws SQLException {
        open(shelf().build(), book().build());
    }

    private static ModelBuilder shelf() {
        return model("Shelf", "shelves")
                .identity()
                .varchar("label", 20)
                .varchar("room", 20)
                .unique("uk_shelves_label", "label");
    }

    private static ModelBuilder book() {
        return model("Book", "books")
                .identity()
                .varchar("title", 80)
                .nullable("pages", LogicalType.INT32)
                .column("shelf_id", LogicalType.INT64)
                .references("shelf_id", "Shelf")
                .index("ix_books_title", "title");
    }

    private void byHand() throws SQLException {
        execute(
                "CREATE INDEX pages_by_hand ON books (pages)",
                "CREATE INDEX ix_of_books ON books (title, pages)",
                "CREATE UNIQUE INDEX label_and_room ON shelves (label, room)",
                "CREATE VIEW thick AS SELECT id FROM books WHERE pages > 500",
                "CREATE TABLE loans (id " + by("bigint", "bigint", "INTEGER") + " PRIMARY KEY, book "
                        + by("bigint", "bigint", "INTEGER") + ", label varchar(20)" + by(" COLLATE \"C\"", "", "")
                        + ")");
        if (engine.family() != EngineFamily.SQLITE) {
            execute("ALTER TABLE books ADD CONSTRAINT ck_by_hand CHECK (pages > 0)");
        }
        if (engine == DatabaseEngine.POSTGRESQL) {
            execute(
                    "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                    "CREATE TRIGGER noted BEFORE INSERT ON books FOR EACH ROW EXECUTE FUNCTION note()");
        } else if (engine.family() == EngineFamily.MYSQL) {
            execute("CREATE TRIGGER noted BEFORE INSERT ON books FOR EACH ROW SET @noted = 1");
        } else {
            execute("CREATE TRIGGER noted AFTER INSERT ON books BEGIN DELETE FROM loans WHERE 0; END");
        }
    }

    @Test
    void whatNoModelMadeStaysAndIsTold() throws SQLException {
        byHand();
        ModelTarget target = target(RenameHints.NONE, shelf().build(), book().build());
        assertThat(changes(target)).isEmpty();
        assertThat(target.kept()).containsExactly("loans");
        List<String> told = new ArrayList<>(List.of(
                "index pages_by_hand of books",
                "index ix_of_books of books",
                "trigger noted of books",
                "index label_and_room of shelves",
                "view thick"));
        if (engine.family() != EngineFamily.SQLITE) {
            told.add("check ck_by_hand of books");
        }
        assertThat(target.unmodelled()).map(Unmodelled::text).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void whatPeopleNameGoes() throws SQLException {
        byHand();
        RenameHints hints = RenameHints.NONE
                .dropColumn("books", "pages_by_hand")
                .dropColumn("books", "noted")
                .dropTable("thick");
        ModelTarget target = target(hints, shelf().build(), book().build());
        assertThat(target.hints()).isEqualTo(RenameHints.NONE);
        assertThat(changes(target))
                .containsExactlyInAnyOrder(
                        "books: drop index pages_by_hand", "books: drop trigger noted", "drop view thick");
        migrate(target);
        assertThat(changes(target(RenameHints.NONE, shelf().build(), book().build())))
                .isEmpty();
        assertThatThrownBy(() ->
                        target(RenameHints.NONE.dropColumn("books", "pages_by_hnd"), shelf().build(), book().build()))
                .hasMessageStartingWith("[DF-317] ");
    }

    @Test
    void whatWasMadeForAModelGoesWithIt() throws SQLException {
        byHand();
        ModelDescriptor plain = model("Book", "books")
                .identity()
                .varchar("title", 80)
                .nullable("pages", LogicalType.INT32)
                .column("shelf_id", LogicalType.INT64)
                .build();
        ModelDescriptor shelf = model("Shelf", "shelves")
                .identity()
                .varchar("label", 20)
                .varchar("room", 20)
                .build();
        ModelTarget target = target(RenameHints.NONE, shelf, plain);
        List<String> gone = new ArrayList<>(
                List.of("books: drop foreign key fk_books_shelf_id", "books: drop index ix_books_title"));
        gone.add(by(
                "books: drop index ix_books_shelf_id",
                "books: drop index fk_books_shelf_id",
                "books: drop index ix_books_shelf_id"));
        gone.add(by(
                "shelves: drop unique constraint uk_shelves_label",
                "shelves: drop index uk_shelves_label",
                "shelves: drop unique constraint uk_shelves_label"));
        assertThat(changes(target)).containsAll(gone).noneMatch(change -> change.contains("by_hand"));
        migrate(target);
        ModelTarget again = target(RenameHints.NONE, shelf, plain);
        assertThat(changes(again)).isEmpty();
        assertThat(again.unmodelled()).map(Unmodelled::name).contains("pages_by_hand", "noted", "thick");
    }

    @Test
    void whatAModelWantsMayHaveAnotherName() throws SQLException {
        execute(by("DROP INDEX ix_books_title", "DROP INDEX ix_books_title ON books", "DROP INDEX ix_books_title"));
        execute("CREATE INDEX titles ON books (title)");
        if (engine.family() != EngineFamily.SQLITE) {
            execute(
                    "ALTER TABLE shelves DROP " + by("CONSTRAINT", "INDEX", "") + " uk_shelves_label",
                    "CREATE UNIQUE INDEX labels ON shelves (label)",
                    "ALTER TABLE books DROP " + by("CONSTRAINT", "FOREIGN KEY", "") + " fk_books_shelf_id",
                    "ALTER TABLE books ADD CONSTRAINT on_shelf FOREIGN KEY (shelf_id) REFERENCES shelves (id)");
        }
        ModelTarget target = target(RenameHints.NONE, shelf().build(), book().build());
        assertThat(changes(target)).isEmpty();
        assertThat(target.unmodelled()).isEmpty();
        check(shelf().build(), book().build());
    }

    @Test
    void whatOthersPointToStays() throws SQLException {
        byHand();
        if (engine.family() == EngineFamily.SQLITE) {
            execute(
                    "DROP TABLE loans",
                    "CREATE TABLE loans (id INTEGER PRIMARY KEY, label TEXT REFERENCES shelves (label))");
        } else {
            String collation = engine.family() == EngineFamily.MYSQL
                    ? query("SELECT COLLATION_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
                                    + " AND TABLE_NAME = 'shelves' AND COLUMN_NAME = 'label'")
                            .get(0)
                    : "";
            if (!collation.isEmpty()) {
                execute("ALTER TABLE loans MODIFY label varchar(20) COLLATE " + collation);
            }
            execute("ALTER TABLE loans ADD CONSTRAINT by_label FOREIGN KEY (label) REFERENCES shelves (label)");
        }
        ModelDescriptor shelf = model("Shelf", "shelves")
                .identity()
                .varchar("label", 20)
                .varchar("room", 20)
                .build();
        ModelTarget target = target(RenameHints.NONE, shelf, book().build());
        assertThat(changes(target)).isEmpty();
        assertThat(target.unmodelled()).map(Unmodelled::name).contains("uk_shelves_label");
    }

    @Test
    void whatIsOverAColumnThatGoesGoesAlong() throws SQLException {
        byHand();
        ModelDescriptor thin = model("Book", "books")
                .identity()
                .varchar("title", 80)
                .column("shelf_id", LogicalType.INT64)
                .references("shelf_id", "Shelf")
                .index("ix_books_title", "title")
                .build();
        RenameHints hints = RenameHints.NONE.dropTable("thick").dropColumn("books", "pages");
        ModelTarget target = target(hints, shelf().build(), thin);
        assertThat(changes(target))
                .contains(
                        "books.pages: drop column",
                        "books: drop index pages_by_hand",
                        "books: drop index ix_of_books",
                        "drop view thick");
        migrate(target);
        assertThat(changes(target(RenameHints.NONE, shelf().build(), thin))).isEmpty();
    }

    @Test
    void whatIsRenamedTakesItAlong() throws SQLException {
        byHand();
        ModelDescriptor renamed = model("Book", "volumes")
                .renamedFrom("books")
                .identity()
                .varchar("title", 80)
                .former("pages")
                .nullable("leaves", LogicalType.INT32)
                .column("shelf_id", LogicalType.INT64)
                .references("shelf_id", "Shelf")
                .index("ix_volumes_title", "title")
                .build();
        assertThatThrownBy(() -> target(RenameHints.NONE, shelf().build(), renamed))
                .hasMessageStartingWith("[DF-330] ")
                .hasMessageContaining("rename table books to volumes, which view thick names")
                .hasMessageContaining("--drop thick");
        RenameHints hints = RenameHints.NONE.dropTable("thick");
        if (engine == DatabaseEngine.SQLITE) {
            hints = hints.dropColumn("books", "noted");
        }
        ModelTarget target = target(hints, shelf().build(), renamed);
        assertThat(changes(target))
                .contains("rename table books to volumes", "volumes.pages: rename column to leaves")
                .contains("volumes: create index ix_volumes_title")
                .doesNotContain("volumes: drop index pages_by_hand");
        run(target);
        ModelTarget again = target(RenameHints.NONE, shelf().build(), renamed);
        assertThat(changes(again)).isEmpty();
        assertThat(again.unmodelled()).map(Unmodelled::text).contains("index pages_by_hand of volumes");
    }

    @Test
    void atOpenTheyStay() throws SQLException {
        byHand();
        Schema before = read();
        ModelDescriptor more = book().nullable("isbn", LogicalType.TEXT).build();
        open(shelf().build(), more);
        Schema after = read();
        assertThat(SchemaDiff.of(before, after).changes())
                .map(Change::describe)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("books.isbn: add column");
        assertThat(changes(target(RenameHints.NONE, shelf().build(), more))).isEmpty();
    }

    private ModelTarget target(RenameHints said, ModelDescriptor... models) {
        Models all = Models.of(List.of(models));
        Schema present = read();
        Schema wanted = new ModelSchemas(engine).read(connection, all);
        return ModelTarget.of(
                present, wanted, ModelRenames.of(all, present, said).hints());
    }

    private List<String> changes(ModelTarget target) {
        SchemaDiff diff = SchemaDiff.of(read(), target.schema(), target.hints());
        diff.requireAnswers();
        return diff.changes().stream().map(Change::describe).toList();
    }

    /** Does it, and looks whether what is there then is the target. */
    private void migrate(ModelTarget target) throws SQLException {
        run(target);
        assertThat(SchemaDiff.of(read(), target.schema()).changes()).isEmpty();
    }

    private void run(ModelTarget target) throws SQLException {
        Plan plan = Plan.of(
                SchemaDiff.of(read(), target.schema(), target.hints()),
                PlanOptions.plain(ServerVersions.read(connection, engine)));
        execute(by("SELECT 1", "SELECT 1", "PRAGMA foreign_keys = OFF"));
        for (Step step : plan.steps()) {
            execute(step.statements().toArray(String[]::new));
        }
        execute(by("SELECT 1", "SELECT 1", "PRAGMA foreign_keys = ON"));
    }

    private Schema read() {
        return new SchemaReader(engine).read(connection);
    }
}
