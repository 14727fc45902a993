package dev.dataflow.migrations.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.plan.Phase;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.plan.StepGroup;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After the first part of a rename both names work, after the second only the new one, and each part can be taken back. */
class TableRenameTest extends SchemaTest {

    @Test
    void bothNamesWorkUntilTheOldOneGoes() throws SQLException {
        create();
        TableRename rename = rename();
        assertThat(rename.byHand()).isEmpty();
        run(rename, Phase.EXPAND);
        for (String name : List.of("film", "movie")) {
            readAndWrite(name);
        }
        assertDependantsWork();
        run(rename, Phase.CONTRACT);
        readAndWrite("movie");
        assertDependantsWork();
        assertThatThrownBy(() -> execute("SELECT * FROM film")).isInstanceOf(SQLException.class);
        assertThat(new SchemaReader(engine).read(connection).table("movie")).isPresent();
    }

    @Test
    void bothPartsCanBeTakenBack() throws SQLException {
        create();
        Schema before = new SchemaReader(engine).read(connection);
        TableRename rename = rename();
        run(rename, Phase.EXPAND);
        Schema between = new SchemaReader(engine).read(connection);
        run(rename, Phase.CONTRACT);
        execute(rename.inverse(Phase.CONTRACT).toArray(String[]::new));
        assertSame(between);
        execute(rename.inverse(Phase.EXPAND).toArray(String[]::new));
        assertSame(before);
        readAndWrite("film");
        assertDependantsWork();
    }

    @Test
    void theViewHasTheGrantsOfTheTable() throws SQLException {
        if (engine == DatabaseEngine.POSTGRESQL) {
            create();
            execute(
                    "DROP ROLE IF EXISTS dataflow_reader",
                    "CREATE ROLE dataflow_reader",
                    "GRANT USAGE ON SCHEMA public TO dataflow_reader",
                    "GRANT SELECT ON film TO dataflow_reader",
                    "GRANT UPDATE (title) ON film TO dataflow_reader");
            run(rename(), Phase.EXPAND);
            execute("SET ROLE dataflow_reader", "SELECT * FROM film", "UPDATE film SET title = 'x' WHERE film_id = 1");
            assertThatThrownBy(() -> execute("DELETE FROM film")).hasMessageContaining("permission denied");
            execute("RESET ROLE", "DROP OWNED BY dataflow_reader", "DROP ROLE dataflow_reader");
        }
    }

    @Test
    void aBodyInWhichTheNameIsNotCertainIsLeftToPeople() throws SQLException {
        create();
        switch (engine.family()) {
            case POSTGRESQL ->
                execute("CREATE FUNCTION puzzling() RETURNS int LANGUAGE plpgsql AS $$ DECLARE n int; BEGIN"
                        + " EXECUTE 'SELECT count(*) FROM film' INTO n; RETURN n; END $$");
            case MYSQL ->
                execute("CREATE PROCEDURE puzzling() BEGIN PREPARE s FROM 'SELECT count(*) FROM film'; EXECUTE s; END");
            case SQLITE -> {
                return;
            }
        }
        assertThat(rename().byHand()).singleElement().asString().contains("puzzling");
    }

    @Test
    void namesThatAreNotThereOrTakenAreRefused() throws SQLException {
        create();
        Schema schema = new SchemaReader(engine).read(connection);
        TableRenameAnalyzer analyzer = new TableRenameAnalyzer(schema, version());
        assertThatThrownBy(() -> analyzer.analyze("flim", "movie"))
                .hasMessageStartingWith("[DF-341] ")
                .hasMessageContaining("did you mean `film`?");
        assertThatThrownBy(() -> analyzer.analyze("film", "titles")).hasMessageStartingWith("[DF-317] ");
    }

    /** SQLite puts quotes around names when it rewrites texts. */
    private void assertSame(Schema schema) {
        assertThat(new SchemaReader(engine).read(connection).toString().replace("\"", ""))
                .isEqualTo(schema.toString().replace("\"", ""));
    }

    private ServerVersion version() throws SQLException {
        return new ServerVersion(connection.getMetaData().getDatabaseMajorVersion(), 0, 0);
    }

    private TableRename rename() throws SQLException {
        Schema schema = new SchemaReader(engine).read(connection);
        return new TableRenameAnalyzer(schema, version()).analyze("film", "movie");
    }

    private void run(TableRename rename, Phase phase) throws SQLException {
        for (StepGroup group : rename.plan().phase(phase).groups()) {
            execute(group.before().toArray(String[]::new));
            connection.setAutoCommit(!group.transactional());
            execute(group.begin().toArray(String[]::new));
            for (Step step : group.steps()) {
                execute(step.statements().toArray(String[]::new));
            }
            if (group.transactional()) {
                connection.commit();
            }
            connection.setAutoCommit(true);
            execute(group.after().toArray(String[]::new));
        }
    }

    private void create() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            execute("PRAGMA foreign_keys = ON");
        }
        String key = by(
                "int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
                "INT AUTO_INCREMENT PRIMARY KEY",
                "INTEGER PRIMARY KEY");
        execute(
                "CREATE TABLE film (film_id " + key
                        + ", title VARCHAR(40) NOT NULL, kind VARCHAR(10) NOT NULL DEFAULT 'new',"
                        + " length INT, twice INT GENERATED ALWAYS AS (length * 2) "
                        + (engine == DatabaseEngine.SQLITE ? "VIRTUAL" : "STORED") + ", CHECK (length > 0))",
                "CREATE INDEX film_title ON film (title)",
                "CREATE TABLE copy (copy_id INT PRIMARY KEY, film_id INT, FOREIGN KEY (film_id) REFERENCES film (film_id))",
                "CREATE TABLE log (entry VARCHAR(40))",
                "CREATE VIEW titles AS SELECT film.film_id, film.title FROM film JOIN copy ON copy.film_id = film.film_id",
                "CREATE VIEW few_titles AS SELECT title FROM titles",
                "INSERT INTO film (title, length) VALUES ('first', 10)",
                "INSERT INTO copy VALUES (1, 1)");
        switch (engine.family()) {
            case POSTGRESQL ->
                execute(
                        "CREATE FUNCTION films() RETURNS bigint LANGUAGE plpgsql AS $$ DECLARE row film%ROWTYPE; BEGIN"
                                + " SELECT * INTO row FROM film LIMIT 1; RETURN (SELECT count(film.title) FROM film); END $$",
                        "CREATE FUNCTION all_films() RETURNS SETOF film LANGUAGE sql AS 'SELECT * FROM film'",
                        "CREATE FUNCTION logged() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                                + " INSERT INTO log SELECT title FROM film WHERE film_id = 1; RETURN NEW; END $$",
                        "CREATE TRIGGER note AFTER INSERT ON copy FOR EACH ROW EXECUTE FUNCTION logged()",
                        "CREATE FUNCTION atomic_films() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM film; END");
            case MYSQL ->
                execute(
                        "CREATE FUNCTION films() RETURNS INT READS SQL DATA RETURN (SELECT count(film.title) FROM film)",
                        "CREATE TRIGGER note AFTER INSERT ON copy FOR EACH ROW"
                                + " INSERT INTO log SELECT title FROM film WHERE film_id = 1",
                        "CREATE TRIGGER own BEFORE INSERT ON film FOR EACH ROW"
                                + " SET NEW.kind = IF((SELECT count(*) FROM film) < 0, 'none', NEW.kind)");
            case SQLITE ->
                execute(
                        "CREATE TRIGGER note AFTER INSERT ON copy BEGIN INSERT INTO log SELECT title FROM film WHERE film_id = 1; END");
        }
    }

    private void readAndWrite(String name) throws SQLException {
        execute("INSERT INTO " + name + " (title) VALUES ('second')");
        assertThat(query("SELECT kind FROM " + name + " WHERE title = 'second'"))
                .containsExactly("new");
        execute("UPDATE " + name + " SET length = 7, title = 'third' WHERE title = 'second'");
        assertThat(query("SELECT twice FROM " + name + " WHERE title = 'third'"))
                .containsExactly("14");
        assertThat(query("SELECT title FROM " + name + " ORDER BY film_id")).containsExactly("first", "third");
        execute("DELETE FROM " + name + " WHERE title = 'third'");
        assertThat(query("SELECT title FROM " + name)).containsExactly("first");
    }

    private void assertDependantsWork() throws SQLException {
        assertThat(query("SELECT title FROM few_titles")).containsExactly("first");
        execute("DELETE FROM log", "INSERT INTO copy VALUES (2, 1)", "DELETE FROM copy WHERE copy_id = 2");
        assertThat(query("SELECT entry FROM log")).containsExactly("first");
        assertThatThrownBy(() -> execute("INSERT INTO copy VALUES (3, 99)")).isInstanceOf(SQLException.class);
        if (engine.family() != EngineFamily.SQLITE) {
            assertThat(query("SELECT films()")).containsExactly("1");
        }
        if (engine == DatabaseEngine.POSTGRESQL) {
            assertThat(query("SELECT atomic_films()")).containsExactly("1");
            assertThat(query("SELECT title FROM all_films()")).containsExactly("first");
        }
    }
}
