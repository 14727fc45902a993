package dev.dataflow.migrations.open;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.fixture.ClassPath;
import dev.dataflow.migrations.fixture.ModelBuilder;
import dev.dataflow.migrations.fixture.Recording;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models that changed after their tables were made. */
class OpeningPlanTest extends SchemaTest {

    @BeforeEach
    void tableOfBefore() throws SQLException {
        open(notes().build());
        execute("INSERT INTO notes (text) VALUES ('a'), ('b')");
    }

    @Test
    void whatIsAddedAtLowRiskIsDone() throws SQLException {
        ModelDescriptor more = notes().nullable("pages", LogicalType.INT32)
                .nullable("title", LogicalType.VARCHAR)
                .nullable("seen", LogicalType.BOOLEAN)
                .index("ix_notes_text", "pages")
                .build();
        open(more, Shop.country());
        assertThat(query("SELECT text FROM notes WHERE pages IS NULL AND title IS NULL AND seen IS NULL ORDER BY 1"))
                .containsExactly("a", "b");
        assertThat(tables()).containsExactly("countries", "notes");
        assertThat(read().table("notes").orElseThrow().indexes())
                .map(index -> index.columns())
                .contains(List.of("pages"));
        Recording second = new Recording(connection);
        open(second.connection(), true, SOON, List.of(more, Shop.country()));
        assertThat(second.ddl()).isEmpty();
        execute("INSERT INTO notes (text, pages, title) VALUES ('c', 3, 'x')");
    }

    @Test
    void rowsOfOthersThatPointNowhereDoNotKeepAColumnFromComing() throws SQLException {
        if (engine != DatabaseEngine.SQLITE) {
            return; // the others have no such rows
        }
        execute(
                "PRAGMA foreign_keys = OFF",
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p (id))",
                "INSERT INTO c VALUES (1, 9)");
        open(notes().nullable("pages", LogicalType.INT32).build());
        open(notes().nullable("pages", LogicalType.INT32)
                .nullable("seen", LogicalType.BOOLEAN)
                .build());
        assertThat(read().table("notes").orElseThrow().column("seen")).isPresent();
    }

    @Test
    void aNotNullColumnIsNeverLow() throws SQLException {
        Schema before = read();
        ModelDescriptor wanted =
                notes().withDefault("rating", LogicalType.INT32, "3").build();
        assertThatThrownBy(() -> open(wanted))
                .isInstanceOfSatisfying(
                        SchemaException.class, e -> assertThat(e.why()).contains("notes.rating: add column", "MEDIUM"));
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void anIndexOfASmallTableIsMade() throws SQLException {
        open(notes().index("ix_notes_length", "length").build());
        assertThat(read().table("notes").orElseThrow().indexes())
                .map(index -> index.name())
                .contains("ix_notes_length");
    }

    @Test
    void anythingElseIsRefusedWithThePlanAndChangesNothing() throws SQLException {
        Schema before = read();
        ModelDescriptor wanted = notes().nullable("pages", LogicalType.INT32)
                .column("needed", LogicalType.INT64)
                .build();
        assertThatThrownBy(() -> open(wanted, Shop.country())).isInstanceOfSatisfying(SchemaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS);
            assertThat(e.what()).contains("notes.pages: the column is missing").contains("notes.needed:");
            assertThat(e.why())
                    .contains("notes.pages: add column")
                    .contains("notes.needed: add column")
                    .contains("will fail: 2 rows of notes, which have no value for needed")
                    .contains("nothing was changed")
                    .contains("not created either: countries")
                    .contains("next: ");
        });
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void whatOthersWriteMeanwhileIsNotBound() throws SQLException {
        Schema before = read();
        assertThatThrownBy(() -> open(notes().unique("uk_notes_text", "text").build()))
                .hasMessageContaining("notes: has no unique key (text)");
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void nothingIsDoneWhereNothingMayBe() throws SQLException {
        Schema before = read();
        assertThatThrownBy(
                        () -> check(notes().nullable("pages", LogicalType.INT32).build()))
                .isInstanceOfSatisfying(
                        SchemaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS));
        check(notes().index("ix_notes_length", "length").build());
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void whatMayBeARenameIsAsked() throws SQLException {
        execute("ALTER TABLE notes ADD COLUMN remark " + by("text COLLATE \"C\"", "longtext", "TEXT"));
        Schema before = read();
        assertThatThrownBy(
                        () -> open(notes().nullable("remarks", LogicalType.TEXT).build()))
                .hasMessageContaining("is notes.remark → notes.remarks a rename?");
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void aTableWithAFormerNameIsNotMadeAnew() throws SQLException {
        Schema before = read();
        ModelDescriptor memos = model("Memo", "memos")
                .renamedFrom("notes")
                .identity()
                .varchar("text", 40)
                .nullable("length", LogicalType.INT32)
                .build();
        assertThatThrownBy(() -> open(memos)).isInstanceOfSatisfying(SchemaException.class, e -> {
            assertThat(e.what()).contains("memos: the table is missing");
            assertThat(e.why()).contains("rename table notes to memos – CRITICAL");
        });
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void whatModelsDoNotKnowStays() throws SQLException {
        execute(
                "ALTER TABLE notes ADD COLUMN legacy " + by("DECIMAL(10,2)", "DECIMAL(10,2)", "REAL"),
                "CREATE INDEX ix_legacy ON notes (legacy)",
                "CREATE TABLE others (id INT NOT NULL PRIMARY KEY)");
        if (engine != DatabaseEngine.SQLITE) { // drops views of tables that it makes anew, which is no addition
            execute("CREATE VIEW lengths AS SELECT length FROM notes");
        }
        open(notes().nullable("pages", LogicalType.INT32).build());
        assertThat(read().table("notes").orElseThrow().column("legacy")).isPresent();
        assertThat(read().table("notes").orElseThrow().indexes())
                .map(index -> index.name())
                .contains("ix_legacy");
        assertThat(tables()).contains("notes", "others");
        if (engine != DatabaseEngine.SQLITE) {
            assertThat(query("SELECT length FROM lengths")).hasSize(2);
        }
    }

    @Test
    void tenAtOnceComeUpAndOneChanges() throws Exception {
        List<ModelDescriptor> models =
                List.of(notes().nullable("pages", LogicalType.INT32).build(), Shop.country());
        List<String> names = models.stream().map(ModelDescriptor::name).sorted().toList();
        ClassPath path = ClassPath.of(folder, models);
        CyclicBarrier barrier = new CyclicBarrier(10);
        Callable<Long> opening = () -> {
            try (Connection own = database.connect()) {
                Recording recording = new Recording(own);
                barrier.await();
                open(recording.connection(), true, SOON, names, path);
                return recording.ddl().stream()
                        .filter(sql -> sql.contains("pages") && !sql.contains("dataflow_scratch"))
                        .count();
            }
        };
        ExecutorService executor = Executors.newFixedThreadPool(10);
        try {
            List<Long> changes = new ArrayList<>();
            for (Future<Long> future : executor.invokeAll(Collections.nCopies(10, opening))) {
                changes.add(future.get());
            }
            assertThat(changes).filteredOn(each -> each > 0).hasSize(1);
        } finally {
            executor.shutdownNow();
        }
        check(models.toArray(ModelDescriptor[]::new));
    }

    @Test
    void aTableInUseIsNotWaitedForLong() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return; // one lock for the whole file
        }
        Schema before = read();
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().executeQuery("SELECT * FROM notes").close();
            assertThatThrownBy(() -> open(
                            connection,
                            true,
                            Duration.ofMillis(1_000),
                            List.of(notes().nullable("pages", LogicalType.INT32).build())))
                    .isInstanceOfSatisfying(SchemaException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_LOCKED);
                        assertThat(e.why()).contains("ADD COLUMN");
                    });
            other.rollback();
        }
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void settingsOfTheSessionAreLeftAsTheyWere() throws SQLException {
        String settings = by(
                "SELECT current_setting('lock_timeout') || current_setting('statement_timeout')",
                "SELECT CONCAT(@@SESSION.lock_wait_timeout, @@SESSION.sql_mode)",
                "PRAGMA foreign_keys");
        List<String> before = query(settings);
        open(notes().nullable("pages", LogicalType.INT32).build());
        assertThat(query(settings)).isEqualTo(before);
        assertThat(connection.getAutoCommit()).isTrue();
    }

    /** As for tenants that have a schema or a database of their own. */
    @Test
    void theConnectionsPlaceIsChangedAndNoOther() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return; // a place is a file
        }
        Schema before = read();
        execute("CREATE SCHEMA tenant_place");
        try (Connection place = database.connect()) {
            place.createStatement().execute(by("SET search_path TO tenant_place", "USE tenant_place", ""));
            open(place, true, SOON, List.of(notes().build()));
            open(
                    place,
                    true,
                    SOON,
                    List.of(notes().nullable("pages", LogicalType.INT32).build()));
            assertThat(new SchemaReader(engine)
                            .read(place)
                            .table("notes")
                            .orElseThrow()
                            .column("pages"))
                    .isPresent();
            assertThat(read()).isEqualTo(before);
        } finally {
            execute("DROP SCHEMA tenant_place" + by(" CASCADE", "", ""));
        }
    }

    private static ModelBuilder notes() {
        return model("Note", "notes").identity().varchar("text", 40).nullable("length", LogicalType.INT32);
    }

    private Schema read() {
        return new SchemaReader(engine).read(connection);
    }
}
