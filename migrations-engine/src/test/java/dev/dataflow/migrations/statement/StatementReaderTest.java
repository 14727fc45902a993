package dev.dataflow.migrations.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementReaderTest {

    @Test
    void linesAndEndsOfStatements() {
        List<SqlStatement> statements = read(DatabaseEngine.POSTGRESQL, """
                -- a comment; with a semicolon
                CREATE TABLE a (t text DEFAULT ';');

                /* nested /* ; */ ; */ ALTER TABLE a
                  ADD COLUMN b int;
                CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $body$ SELECT 1; $body$;
                CREATE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
                DROP TABLE a""");
        assertThat(statements.stream().map(SqlStatement::line)).containsExactly(2, 4, 6, 7, 8);
        assertThat(statements.get(1).sql()).isEqualTo("ALTER TABLE a\n  ADD COLUMN b int");
        assertThat(actions(statements))
                .containsExactly(
                        Action.CREATE_TABLE,
                        Action.ADD_COLUMN,
                        Action.CREATE_OBJECT,
                        Action.CREATE_OBJECT,
                        Action.DROP_TABLE);
    }

    @Test
    void loneCarriageReturnsEndCommentsOnPostgres() {
        String text = "-- old\rDROP TABLE a;\r\n-- new\r\nDROP TABLE b;";
        assertThat(read(DatabaseEngine.POSTGRESQL, text).stream().map(SqlStatement::sql))
                .containsExactly("DROP TABLE a", "DROP TABLE b");
        assertThat(read(DatabaseEngine.MYSQL, text).stream().map(SqlStatement::sql))
                .containsExactly("DROP TABLE b");
        assertThat(read(DatabaseEngine.SQLITE, text).stream().map(SqlStatement::sql))
                .containsExactly("DROP TABLE b");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAStatement() {
        for (DatabaseEngine engine : DatabaseEngine.values()) {
            assertThat(actions(read(engine, "\uFEFFDROP TABLE a;"))).containsExactly(Action.DROP_TABLE);
        }
    }

    @Test
    void clausesOfPostgres() {
        List<Operation> operations = operations(DatabaseEngine.POSTGRESQL, """
                ALTER TABLE ONLY "odd ""name"
                  ADD COLUMN IF NOT EXISTS a numeric(10, 2) NOT NULL DEFAULT (1 + 2) CHECK (a > 0),
                  ADD CONSTRAINT k FOREIGN KEY (a, b) REFERENCES other.t (x, y) ON DELETE SET NULL NOT VALID,
                  ALTER COLUMN c TYPE varchar(5) USING c::varchar(5),
                  ALTER d SET NOT NULL, DROP e CASCADE, VALIDATE CONSTRAINT v, OWNER TO me""");
        assertThat(operations.stream().map(Operation::action))
                .containsExactly(
                        Action.ADD_COLUMN,
                        Action.ADD_FOREIGN_KEY,
                        Action.ALTER_TYPE,
                        Action.SET_NOT_NULL,
                        Action.DROP_COLUMN,
                        Action.VALIDATE_CONSTRAINT,
                        Action.SET_TABLE_PROPERTY);
        assertThat(operations).allMatch(operation -> operation.table().equals("odd \"name"));
        Operation column = operations.get(0);
        assertThat(column.object()).isEqualTo("a");
        assertThat(column.traits()).containsExactlyInAnyOrder(Trait.NOT_NULL, Trait.CHECK, Trait.IF_NOT_EXISTS);
        assertThat(column.part(Part.TYPE)).hasValue("numeric ( 10 , 2 )");
        assertThat(column.part(Part.DEFAULT)).hasValue("( 1 + 2 )");
        assertThat(operations.get(1).part(Part.REFERENCED)).hasValue("t");
        assertThat(operations.get(1).part(Part.COLUMNS)).hasValue("a,b");
        assertThat(operations.get(1).has(Trait.NOT_VALID)).isTrue();
        assertThat(operations.get(2).has(Trait.USING)).isTrue();
        assertThat(operations.get(4).has(Trait.CASCADE)).isTrue();
    }

    @Test
    void whatIsConcurrentIsAnotherThing() {
        Operation plain = operations(
                        DatabaseEngine.POSTGRESQL, "CREATE UNIQUE INDEX i ON s.t (a, lower(b)) WHERE a > 1")
                .get(0);
        Operation concurrent = operations(
                        DatabaseEngine.POSTGRESQL, "create index concurrently if not exists i on only t using gin (a)")
                .get(0);
        assertThat(plain.traits()).containsExactlyInAnyOrder(Trait.UNIQUE, Trait.FILTERED);
        assertThat(plain.table()).isEqualTo("t");
        assertThat(concurrent.traits()).containsExactlyInAnyOrder(Trait.CONCURRENT, Trait.IF_NOT_EXISTS, Trait.ONLY);
        assertThat(concurrent.part(Part.COLUMNS)).hasValue("a");
    }

    @Test
    void clausesOfMySql() {
        List<Operation> operations = operations(
                DatabaseEngine.MYSQL,
                "ALTER TABLE `a` ADD (b INT, c TEXT COMMENT 'it\\'s, so'), CHANGE d e INT FIRST, DROP PRIMARY KEY,"
                        + " ADD FULLTEXT KEY w (t), ADD UNIQUE INDEX u (x, y), RENAME INDEX o TO p, ALGORITHM=INPLACE, LOCK=NONE");
        assertThat(operations.stream().map(Operation::action))
                .containsExactly(
                        Action.ADD_COLUMN,
                        Action.ADD_COLUMN,
                        Action.MODIFY_COLUMN,
                        Action.DROP_PRIMARY_KEY,
                        Action.CREATE_INDEX,
                        Action.CREATE_INDEX,
                        Action.RENAME_INDEX);
        assertThat(operations).allMatch(operation -> operation.has(Trait.ASSERTED));
        assertThat(operations.get(2).traits())
                .containsExactlyInAnyOrder(Trait.RENAMED, Trait.POSITIONED, Trait.ASSERTED);
        assertThat(operations.get(4).has(Trait.SPECIAL_INDEX)).isTrue();
        assertThat(operations.get(5).object()).isEqualTo("u");
    }

    /** What the server runs counts, also in a comment. */
    @Test
    void bodiesAndCommentsOfMySql() {
        List<SqlStatement> statements = read(DatabaseEngine.MARIADB, """
                /*!40101 DROP TABLE a */; # not this: DROP TABLE b;
                DELIMITER $$
                CREATE TRIGGER t BEFORE INSERT ON c FOR EACH ROW BEGIN SET NEW.x = 1; END $$
                DELIMITER ;
                CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; END IF; WHILE 0 DO SELECT 2; END WHILE; END;
                TRUNCATE d;
                """);
        assertThat(actions(statements))
                .containsExactly(Action.DROP_TABLE, Action.CREATE_TRIGGER, Action.CREATE_OBJECT, Action.TRUNCATE_TABLE);
        assertThat(statements.stream().map(SqlStatement::line)).containsExactly(1, 3, 5, 6);
    }

    @Test
    void triggersOfSqlite() {
        List<SqlStatement> statements = read(
                DatabaseEngine.SQLITE,
                "CREATE TRIGGER t AFTER UPDATE ON [a b] BEGIN UPDATE c SET d = CASE WHEN 1 THEN 2 END; DELETE FROM e; END;\n"
                        + "ALTER TABLE \"a\" ADD COLUMN b INTEGER AS (c + 1) STORED;PRAGMA foreign_keys=OFF");
        assertThat(actions(statements)).containsExactly(Action.CREATE_TRIGGER, Action.ADD_COLUMN, Action.SESSION);
        assertThat(statements.get(0).operations().get(0).table()).isEqualTo("a b");
        assertThat(statements.get(1).operations().get(0).has(Trait.STORED)).isTrue();
    }

    /** What EXPLAIN ANALYZE explains is done. */
    @Test
    void statementsInsideOfStatements() {
        String where = "DELETE FROM orders WHERE a > (1)";
        for (String explain :
                List.of("EXPLAIN ANALYZE VERBOSE ", "EXPLAIN (BUFFERS, ANALYZE) ", "explain(analyze on)")) {
            Operation operation =
                    operations(DatabaseEngine.POSTGRESQL, explain + where).get(0);
            assertThat(operation.action()).as(explain).isEqualTo(Action.DELETE);
            assertThat(operation.table()).isEqualTo("orders");
            assertThat(operation.has(Trait.FILTERED)).isTrue();
        }
        assertThat(action(DatabaseEngine.POSTGRESQL, "EXPLAIN (ANALYZE false) " + where))
                .isEqualTo(Action.QUERY);
        assertThat(action(DatabaseEngine.POSTGRESQL, "EXPLAIN " + where)).isEqualTo(Action.QUERY);
        assertThat(action(DatabaseEngine.POSTGRESQL, "EXPLAIN ANALYZE EXECUTE wipe"))
                .isEqualTo(Action.OTHER);
        assertThat(action(DatabaseEngine.MYSQL, "EXPLAIN ANALYZE FORMAT=TREE SELECT 1"))
                .isEqualTo(Action.QUERY);
        assertThat(action(DatabaseEngine.MARIADB, "ANALYZE FORMAT=JSON " + where))
                .isEqualTo(Action.DELETE);
        assertThat(action(DatabaseEngine.MARIADB, "ANALYZE TABLE orders")).isEqualTo(Action.SESSION);
        assertThat(action(DatabaseEngine.MARIADB, "SET STATEMENT lock_wait_timeout=1 FOR DROP TABLE a"))
                .isEqualTo(Action.DROP_TABLE);
        assertThat(action(DatabaseEngine.POSTGRESQL, "WITH d AS (" + where + " RETURNING a) SELECT * FROM d"))
                .isEqualTo(Action.OTHER);
        assertThat(action(DatabaseEngine.POSTGRESQL, "WITH d AS (SELECT 1) SELECT * FROM d"))
                .isEqualTo(Action.QUERY);
    }

    @Test
    void selectIntoMakesATableOnPostgres() {
        Operation made = operations(DatabaseEngine.POSTGRESQL, "SELECT a, (b) INTO UNLOGGED s.big FROM orders")
                .get(0);
        assertThat(made.action()).isEqualTo(Action.CREATE_TABLE);
        assertThat(made.table()).isEqualTo("big");
        assertThat(action(DatabaseEngine.POSTGRESQL, "WITH o AS (SELECT 1) SELECT * INTO big FROM o"))
                .isEqualTo(Action.CREATE_TABLE);
        assertThat(action(DatabaseEngine.POSTGRESQL, "SELECT * INTO TEMP big FROM orders"))
                .isEqualTo(Action.QUERY);
        assertThat(action(DatabaseEngine.MYSQL, "SELECT a INTO @b FROM orders")).isEqualTo(Action.QUERY);
    }

    @Test
    void twoHyphensOfMySqlNeedASpaceBehindThem() {
        assertThat(actions(read(DatabaseEngine.MYSQL, "SELECT 5--1; DROP TABLE d; -- DROP TABLE e;\n--\nDROP TABLE f")))
                .containsExactly(Action.QUERY, Action.DROP_TABLE, Action.DROP_TABLE);
        assertThat(actions(read(DatabaseEngine.POSTGRESQL, "SELECT 5--1; DROP TABLE d;\n--x\n; DROP TABLE f")))
                .containsExactly(Action.QUERY, Action.DROP_TABLE);
    }

    @Test
    void commandsOfPsqlEndWithTheirLine() {
        List<SqlStatement> statements = read(DatabaseEngine.POSTGRESQL, """
                \\set ON_ERROR_STOP on
                \\i other.sql
                DROP TABLE a;
                SELECT 'DROP TABLE x' \\gexec
                DROP TABLE b \\g
                DROP TABLE
                \\echo dropping
                c; \\timing \\\\ DROP TABLE d;
                SELECT '\\i no';
                """);
        assertThat(actions(statements))
                .containsExactly(
                        Action.SESSION,
                        Action.OTHER,
                        Action.DROP_TABLE,
                        Action.QUERY,
                        Action.OTHER,
                        Action.DROP_TABLE,
                        Action.SESSION,
                        Action.SESSION,
                        Action.DROP_TABLE,
                        Action.SESSION,
                        Action.DROP_TABLE,
                        Action.QUERY);
        assertThat(statements.stream().map(SqlStatement::line)).containsExactly(1, 2, 3, 4, 4, 5, 5, 7, 6, 8, 8, 9);
    }

    /** Rows behind COPY are no SQL, and the statement is one that no rule knows. */
    @Test
    void rowsBehindCopyAreSkipped() {
        List<SqlStatement> statements = read(DatabaseEngine.POSTGRESQL, """
                COPY public.a (id, t) FROM stdin; -- rows
                1\tit's; DROP TABLE x;
                2\t$$ /*
                \\.
                DROP TABLE b;
                \\copy c from stdin
                3
                \\.
                DROP TABLE d;
                COPY a FROM '/file';
                DROP TABLE e;
                """);
        assertThat(actions(statements))
                .containsExactly(
                        Action.OTHER,
                        Action.DROP_TABLE,
                        Action.OTHER,
                        Action.DROP_TABLE,
                        Action.OTHER,
                        Action.DROP_TABLE);
        assertThat(statements.stream().map(SqlStatement::line)).containsExactly(1, 5, 6, 9, 10, 11);
    }

    @Test
    void whatIsNotClosedEndsWithTheText() {
        for (DatabaseEngine engine : DatabaseEngine.values()) {
            for (String broken : List.of(
                    "DROP TABLE 'a",
                    "CREATE TABLE a (b int",
                    "/* DROP",
                    "ALTER TABLE",
                    "ALTER TABLE a",
                    "CREATE",
                    ";;",
                    "",
                    "DROP TABLE a; \"",
                    "CREATE FUNCTION $x$ a",
                    "ALTER TABLE a ADD",
                    "DELIMITER",
                    "é ü")) {
                assertThat(read(engine, broken)).as(broken).isNotNull();
            }
        }
    }

    private static List<SqlStatement> read(DatabaseEngine engine, String sql) {
        return StatementReader.of(engine).read(sql);
    }

    private static Action action(DatabaseEngine engine, String sql) {
        return operations(engine, sql).get(0).action();
    }

    private static List<Operation> operations(DatabaseEngine engine, String sql) {
        return read(engine, sql).get(0).operations();
    }

    private static List<Action> actions(List<SqlStatement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.operations().stream())
                .map(Operation::action)
                .toList();
    }
}
