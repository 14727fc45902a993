package dev.dataflow.migrations.analysis;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the analyzer says of each kind of dependant is what the database does, for each operation. */
class DependencyOutcomesTest extends SchemaTest {

    private static final String FILM = "CREATE TABLE film (id INT PRIMARY KEY, title VARCHAR(20), extra INT%s)";

    /** One dependant of the table film and its column extra; {film} and {extra} in the use are their names by then. */
    private record Scene(
            ObjectKind kind,
            String name,
            String create,
            List<String> setup,
            @Nullable String use) {}

    private final SoftAssertions softly = new SoftAssertions();

    @Test
    void views() throws SQLException {
        verify(ObjectKind.VIEW, "v", "", "SELECT * FROM v", "CREATE VIEW v AS SELECT id, extra FROM film");
        verify(
                ObjectKind.VIEW,
                "w",
                "",
                "SELECT * FROM w",
                "CREATE VIEW v AS SELECT id, extra AS more_of_it FROM film",
                "CREATE VIEW w AS SELECT more_of_it FROM v");
        if (engine == DatabaseEngine.POSTGRESQL) {
            verify(
                    ObjectKind.MATERIALISED_VIEW,
                    "m",
                    "",
                    "SELECT * FROM m",
                    "CREATE MATERIALIZED VIEW m AS SELECT f.extra FROM film f");
        }
        softly.assertAll();
    }

    @Test
    void routines() throws SQLException {
        String plain = "SELECT max(extra) FROM film";
        switch (engine.family()) {
            case POSTGRESQL -> {
                verify(
                        ObjectKind.ROUTINE,
                        "f()",
                        "",
                        "SELECT f()",
                        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN (" + plain + "); END $$");
                verify(
                        ObjectKind.ROUTINE,
                        "g()",
                        "",
                        "SELECT g()",
                        "CREATE FUNCTION g() RETURNS int LANGUAGE sql BEGIN ATOMIC " + plain + "; END");
            }
            case MYSQL ->
                verify(
                        ObjectKind.ROUTINE,
                        "f",
                        "",
                        "SELECT f()",
                        "CREATE FUNCTION f() RETURNS INT READS SQL DATA RETURN (" + plain + ")");
            case SQLITE -> {}
        }
        softly.assertAll();
    }

    @Test
    void triggers() throws SQLException {
        String insert = "INSERT INTO {film} (id, title) VALUES (1, 'a')";
        if (engine == DatabaseEngine.POSTGRESQL) {
            String function =
                    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.extra := 1; RETURN NEW; END $$";
            verify(
                    ObjectKind.ROUTINE,
                    "touch()",
                    "",
                    insert,
                    function,
                    "CREATE TRIGGER t BEFORE INSERT ON film FOR EACH ROW EXECUTE FUNCTION touch()");
            verify(
                    ObjectKind.TRIGGER,
                    "t",
                    "",
                    null,
                    function,
                    "CREATE TRIGGER t BEFORE UPDATE OF extra ON film FOR EACH ROW EXECUTE FUNCTION touch()");
            verify(
                    ObjectKind.TRIGGER,
                    "t",
                    "",
                    null,
                    function,
                    "CREATE TRIGGER t BEFORE UPDATE ON film FOR EACH ROW WHEN (OLD.extra > 1) EXECUTE FUNCTION touch()");
        } else {
            String body = engine.family() == EngineFamily.MYSQL
                    ? "FOR EACH ROW SET NEW.extra = 1"
                    : "FOR EACH ROW WHEN NEW.extra > 1 BEGIN SELECT 1; END";
            verify(ObjectKind.TRIGGER, "t", "", insert, "CREATE TRIGGER t BEFORE INSERT ON film " + body);
            String update = "UPDATE film SET title = 'b' WHERE extra = 1";
            verify(
                    ObjectKind.TRIGGER,
                    "l",
                    "",
                    "INSERT INTO log VALUES (1)",
                    "CREATE TABLE log (n INT)",
                    "CREATE TRIGGER l AFTER INSERT ON log FOR EACH ROW "
                            + (engine == DatabaseEngine.SQLITE ? "BEGIN " + update + "; END" : update));
        }
        softly.assertAll();
    }

    @Test
    void aTriggerOfSqliteThatOnlyWritesAColumnFailsWhenItFires() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            execute(
                    FILM.formatted(""),
                    "CREATE TABLE log (n INT)",
                    "CREATE TRIGGER l AFTER INSERT ON log BEGIN UPDATE film SET extra = 1; END",
                    "ALTER TABLE film DROP COLUMN extra");
            softly.assertThat(error("INSERT INTO log VALUES (1)")).contains("no such column: extra");
        }
        softly.assertAll();
    }

    @Test
    void policiesAndRules() throws SQLException {
        if (engine == DatabaseEngine.POSTGRESQL) {
            verify(ObjectKind.POLICY, "p", "", "SELECT * FROM {film}", "CREATE POLICY p ON film USING (extra > 0)");
            verify(
                    ObjectKind.POLICY,
                    "q",
                    "",
                    "SELECT * FROM other",
                    "CREATE TABLE other (id INT)",
                    "CREATE POLICY q ON other USING (id IN (SELECT film.extra FROM film))");
            verify(
                    ObjectKind.RULE,
                    "r",
                    "",
                    "DELETE FROM {film}",
                    "CREATE RULE r AS ON DELETE TO film WHERE old.extra > 100 DO INSTEAD NOTHING");
        }
        softly.assertAll();
    }

    @Test
    void expressions() throws SQLException {
        String kept = engine == DatabaseEngine.SQLITE ? "VIRTUAL" : "STORED";
        verify(
                ObjectKind.GENERATED_COLUMN,
                "twice",
                ", twice INT GENERATED ALWAYS AS (extra * 2) " + kept,
                "SELECT twice FROM {film}");
        String insert = "INSERT INTO {film} (id, title) VALUES (1, 'a')";
        verify(ObjectKind.CHECK, "sane", ", CONSTRAINT sane CHECK (extra > 0)", insert);
        verify(ObjectKind.CHECK, "pair", ", CONSTRAINT pair CHECK (extra > id)", insert);
        if (engine.family() == EngineFamily.MYSQL) {
            verify(ObjectKind.DEFAULT, "other", ", other INT DEFAULT (extra + 1)", insert);
        }
        softly.assertAll();
    }

    @Test
    void indexes() throws SQLException {
        String select = "SELECT * FROM {film}";
        verify(ObjectKind.INDEX, "i", "", select, "CREATE INDEX i ON film (extra)");
        verify(ObjectKind.INDEX, "j", "", select, "CREATE INDEX j ON film (extra, title)");
        ObjectKind unique = engine == DatabaseEngine.MYSQL ? ObjectKind.INDEX : ObjectKind.UNIQUE_KEY;
        verify(unique, "u", ", CONSTRAINT u UNIQUE (extra, title)", select);
        if (engine != DatabaseEngine.MARIADB) {
            verify(ObjectKind.EXPRESSION_INDEX, "e", "", select, "CREATE INDEX e ON film ((extra + 1))");
        }
        if (engine.family() != EngineFamily.MYSQL) {
            verify(ObjectKind.EXPRESSION_INDEX, "p", "", select, "CREATE INDEX p ON film (id) WHERE extra > 1");
        }
        softly.assertAll();
    }

    @Test
    void foreignKeys() throws SQLException {
        verify(
                ObjectKind.FOREIGN_KEY,
                "fk",
                ", CONSTRAINT fk FOREIGN KEY (extra) REFERENCES parent (id)",
                "INSERT INTO {film} (id, title) VALUES (1, 'a')");
        verify(
                ObjectKind.REFERENCING_KEY,
                "fk",
                ", UNIQUE (extra)",
                "INSERT INTO child VALUES (1, NULL)",
                "CREATE TABLE child (id INT PRIMARY KEY, f INT, CONSTRAINT fk FOREIGN KEY (f) REFERENCES film (extra))");
        softly.assertAll();
    }

    @Test
    void partsOfPostgres() throws SQLException {
        if (engine == DatabaseEngine.POSTGRESQL) {
            verify(ObjectKind.SEQUENCE, "s", "", null, "CREATE SEQUENCE s OWNED BY film.extra");
            verify(
                    ObjectKind.DEFAULT,
                    "n",
                    "",
                    "INSERT INTO other VALUES (DEFAULT)",
                    "CREATE SEQUENCE s OWNED BY film.extra",
                    "CREATE TABLE other (n INT DEFAULT nextval('s'))");
            verify(ObjectKind.HEIR, "heir", "", "SELECT * FROM heir", "CREATE TABLE heir (w INT) INHERITS (film)");
            String parted = "CREATE TABLE film (id INT, title TEXT, extra INT) PARTITION BY LIST (extra)";
            String partition = "CREATE TABLE film_1 PARTITION OF film FOR VALUES IN (1)";
            String byTitle = parted.replace("LIST (extra)", "LIST (title)");
            verify(new Scene(
                    ObjectKind.PARTITION, "film_1", byTitle, List.of(partition.replace("(1)", "('a')")), null));
            verify(new Scene(ObjectKind.PARTITION_KEY, "LIST (extra)", parted, List.of(), null));
            verify(
                    ObjectKind.EXCLUSION,
                    "x",
                    ", CONSTRAINT x EXCLUDE USING btree (extra WITH =)",
                    "SELECT * FROM {film}");
        }
        softly.assertAll();
    }

    private void verify(ObjectKind kind, String name, String more, @Nullable String use, String... setup)
            throws SQLException {
        verify(new Scene(kind, name, FILM.formatted(more), List.of(setup), use));
    }

    private void verify(Scene scene) throws SQLException {
        for (Operation operation : List.of(
                new Operation.RenameTable("film", "movie"),
                new Operation.DropTable("film"),
                new Operation.RenameColumn("film", "extra", "more"),
                new Operation.DropColumn("film", "extra"),
                new Operation.RetypeColumn("film", "extra", ColumnType.of(engine, "bigint")))) {
            // SQLite changes no type: the planner makes the table anew
            if (!(operation instanceof Operation.RetypeColumn) || engine != DatabaseEngine.SQLITE) {
                verify(scene, operation);
            }
        }
    }

    private void verify(Scene scene, Operation operation) throws SQLException {
        clear();
        execute("CREATE TABLE parent (id INT PRIMARY KEY)", scene.create());
        execute(scene.setup().toArray(String[]::new));
        Optional<Dependant> found = find(scene, operation);
        String error = error(sql(operation));
        Effect effect = found.map(each -> each.outcome().effect()).orElse(Effect.FOLLOWS);
        String expected = found.map(each -> each.outcome().error()).orElse(null);
        String what = engine + ", " + scene.kind() + " " + scene.name() + ", " + operation.describe() + ": " + effect;
        if (effect == Effect.REFUSED) {
            softly.assertThat(error).as(what).isNotNull().contains(expected == null ? "" : expected);
            return;
        }
        softly.assertThat(error).as(what).isNull();
        if (effect == Effect.GOES) {
            softly.assertThat(isThere(scene, operation)).as(what).isFalse();
        } else if (scene.use() != null && !(found.isEmpty() && operation instanceof Operation.DropTable)) {
            boolean renamed = operation instanceof Operation.RenameTable;
            String used = error(scene.use().replace("{film}", renamed ? "movie" : "film"));
            if (effect == Effect.BREAKS) {
                softly.assertThat(used).as(what + ", used").isNotNull().contains(String.valueOf(expected));
            } else {
                softly.assertThat(used).as(what + ", used").isNull();
            }
        }
    }

    private boolean isThere(Scene scene, Operation operation) {
        Schema schema = new SchemaReader(engine).read(connection);
        if (operation instanceof Operation.DropTable) {
            return schema.tables().stream()
                            .anyMatch(each ->
                                    each.name().equals("film") || each.name().equals(scene.name()))
                    || schema.sequences().stream().anyMatch(each -> each.name().equals(scene.name()));
        }
        return schema.table("film").orElseThrow().toString().contains("name=" + scene.name() + ",")
                || schema.sequences().stream().anyMatch(each -> each.name().equals(scene.name()));
    }

    private Optional<Dependant> find(Scene scene, Operation operation) {
        Schema schema = new SchemaReader(engine).read(connection);
        return new DependencyAnalyzer(schema)
                .analyze(operation)
                .all()
                .filter(each -> each.kind() == scene.kind() && each.name().equals(scene.name()))
                .findFirst();
    }

    private String sql(Operation operation) {
        if (operation instanceof Operation.RenameTable rename) {
            return "ALTER TABLE film RENAME TO " + rename.to();
        }
        if (operation instanceof Operation.RenameColumn rename) {
            return "ALTER TABLE film RENAME COLUMN extra TO " + rename.to();
        }
        if (operation instanceof Operation.DropColumn) {
            return "ALTER TABLE film DROP COLUMN extra";
        }
        return operation instanceof Operation.DropTable
                ? "DROP TABLE film"
                : "ALTER TABLE film " + by("ALTER COLUMN extra TYPE bigint", "MODIFY extra bigint", "");
    }

    /** What tells one error from others: an SQLSTATE, a number, or a text; null when there is none. */
    private @Nullable String error(String sql) {
        try {
            execute(sql);
            return null;
        } catch (SQLException e) {
            return switch (engine.family()) {
                case POSTGRESQL -> e.getSQLState() + " " + e.getMessage();
                case MYSQL -> e.getErrorCode() + " " + e.getMessage();
                case SQLITE -> e.getMessage();
            };
        }
    }

    private void clear() throws SQLException {
        switch (engine.family()) {
            case POSTGRESQL -> execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
            case MYSQL -> {
                String name = q(database.name());
                execute("DROP DATABASE " + name, "CREATE DATABASE " + name, "USE " + name);
            }
            case SQLITE -> {
                execute("PRAGMA foreign_keys = OFF");
                for (String kind : List.of("trigger", "view", "table")) {
                    for (String name : new ArrayList<>(query("SELECT name FROM sqlite_schema WHERE type = '" + kind
                            + "' AND name NOT LIKE 'sqlite%'"))) {
                        execute("DROP " + kind + " IF EXISTS " + q(name));
                    }
                }
                execute("PRAGMA foreign_keys = ON");
            }
        }
    }
}
