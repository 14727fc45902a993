package dev.dataflow.migrations.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Deferral;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Generated;
import dev.dataflow.migrations.schema.Identity;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.NullOrder;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.UniqueKey;
import dev.dataflow.migrations.script.CreationScript;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pragmas do not tell is read from statements, however they are written. */
class SqliteStatementsTest {

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void hostileNamesAndComments() throws SQLException {
        Table table = table("""
                CREATE TABLE IF NOT EXISTS main."a ""quoted"" [table], (x)" /* ( */ (
                  -- a column, with a comma and a quote '
                  [select] /* the type: */ VARCHAR ( 10 /* ten */ ) NOT NULL DEFAULT 'it''s, (so) -- no comment',
                  `from``` "double" precision CHECK ("from`" > 0 AND[select]<>'/*' OR 1),
                  'text name' text collate nocase DEFAULT (upper( 'a' ) ||'b'),
                  "CHECK" /**/ CHECK(")" IS NOT "("),
                  ")" INT, "(" INT GENERATED ALWAYS AS ( ")"+1 ) STORED,
                  naïve DEFAULT -1.5e-3,
                  CONSTRAINT "check me" CHECK (naïve in (1, 2) and 'a)' not like 'b(')
                  CONSTRAINT u UNIQUE ("select" COLLATE rtrim DESC, naïve) ON CONFLICT IGNORE
                )
                """);
        assertThat(table.name()).isEqualTo("a \"quoted\" [table], (x)");
        assertThat(table.columns().stream().map(Column::name))
                .containsExactly("select", "from`", "text name", "CHECK", ")", "(", "naïve");
        Column first = table.columns().get(0);
        assertThat(first.type().sql()).isEqualTo("VARCHAR(10)");
        assertThat(first.defaultValue()).isEqualTo("'it''s, (so) -- no comment'");
        assertThat(first.nullable()).isFalse();
        assertThat(table.columns().get(2).collation()).isEqualTo("NOCASE");
        assertThat(table.columns().get(2).defaultValue()).isEqualTo("upper('a') || 'b'");
        assertThat(table.columns().get(3).type().sql()).isEmpty();
        assertThat(table.columns().get(5).generated()).isEqualTo(new Generated("\")\" + 1", true));
        assertThat(table.columns().get(6).defaultValue()).isEqualTo("-1.5e-3");
        assertThat(table.checks())
                .contains(
                        Check.of(null, "\"from`\" > 0 AND \"select\" <> '/*' OR 1"),
                        Check.of(null, "\")\" IS NOT \"(\""),
                        Check.of("check me", "naïve IN (1, 2) AND 'a)' NOT LIKE 'b('"));
        UniqueKey unique = table.uniques().get(0);
        assertThat(unique.parts().get(0))
                .isEqualTo(new KeyPart("select", null, true, NullOrder.DEFAULT, "RTRIM", null, null));
        assertThat(unique.options()).containsEntry("conflict", "ignore");
        assertSameWhenMadeAgain();
    }

    @Test
    void keysAreSpelledAsTheirColumnsAre() throws SQLException {
        execute("CREATE TABLE Parent (Id INTEGER PRIMARY KEY AUTOINCREMENT, Code TEXT UNIQUE)");
        Table table = table("""
                CREATE TABLE child (
                  id integer primary key desc,
                  p INT CONSTRAINT fk REFERENCES pArEnT ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
                  c TEXT, FOREIGN KEY (C) REFERENCES PARENT(code) MATCH FULL NOT DEFERRABLE)
                """);
        assertThat(table.foreignKeys()).hasSize(2);
        ForeignKey named = table.foreignKeys().get(1);
        assertThat(named.name()).isEqualTo("fk");
        assertThat(named.target()).isEqualTo(TableName.of("Parent"));
        assertThat(named.targetColumns()).containsExactly("Id");
        assertThat(named.onDelete()).isEqualTo(ReferentialAction.SET_NULL);
        assertThat(named.onUpdate()).isEqualTo(ReferentialAction.CASCADE);
        assertThat(named.deferral()).isEqualTo(Deferral.INITIALLY_DEFERRED);
        assertThat(table.foreignKeys().get(0).columns()).containsExactly("c");
        assertThat(table.foreignKeys().get(0).targetColumns()).containsExactly("Code");
        assertThat(read().table("Parent")
                        .orElseThrow()
                        .column("Id")
                        .orElseThrow()
                        .identity())
                .isEqualTo(Identity.AUTO_INCREMENT);
        assertSameWhenMadeAgain();
    }

    @Test
    void indexesViewsAndTriggers() throws SQLException {
        execute(
                "CREATE TABLE t (a TEXT COLLATE NOCASE, b INT, c ANY) STRICT",
                "CREATE UNIQUE INDEX \"an index\" ON T(A collate nocase , b DESC, lower( a )||'x') WHERE b IS not null -- all",
                "CREATE VIEW v (x, y) AS SELECT a, b FROM t WHERE b > 1",
                "CREATE VIEW [plain view] AS /* all */ SELECT * FROM t",
                "CREATE TRIGGER tr INSTEAD OF INSERT ON v BEGIN INSERT INTO t(a) VALUES (new.x); END",
                "CREATE TRIGGER IF NOT EXISTS \"after\" AFTER UPDATE OF b ON t WHEN new.b > 0 BEGIN DELETE FROM t; END",
                "CREATE TABLE r (k TEXT PRIMARY KEY, v) WITHOUT ROWID",
                "ALTER TABLE t ADD COLUMN d INT CHECK (d > 0) REFERENCES r",
                "ALTER TABLE t RENAME COLUMN b TO renamed",
                "CREATE TABLE copy AS SELECT 1 AS one, 'x' AS \"two words\"",
                "CREATE VIRTUAL TABLE docs USING fts5(title, body, tokenize = 'porter')");
        Schema schema = read();
        assertThat(schema.tables().stream().map(Table::name)).containsExactly("copy", "docs", "r", "t");
        Table table = schema.table("t").orElseThrow();
        assertThat(table.options()).containsOnlyKeys("strict");
        Index index = table.indexes().get(0);
        assertThat(index.parts())
                .containsExactly(
                        KeyPart.of("a"),
                        new KeyPart("renamed", null, true, NullOrder.DEFAULT, null, null, null),
                        KeyPart.ofExpression("lower(a) || 'x'"));
        assertThat(index.where()).isEqualTo("renamed IS NOT NULL");
        assertThat(index.unique()).isTrue();
        assertThat(table.triggers()).hasSize(1);
        assertThat(schema.views().get(1).triggers()).hasSize(1);
        assertThat(schema.table("r").orElseThrow().column("k").orElseThrow().nullable())
                .isFalse();
        assertSameWhenMadeAgain();
    }

    @Test
    void tablesOfModulesAreHiddenAndOthersOfLikeNamesAreNot() throws SQLException {
        execute(
                "CREATE VIRTUAL TABLE shop USING rtree(id, low, high)",
                "CREATE TABLE shop_info (a)",
                "CREATE TABLE shop_data (a)",
                "CREATE VIRTUAL TABLE Docs USING fts5(title)",
                "CREATE TABLE docs_node (a)");
        assertThat(read().tables().stream().map(Table::name))
                .containsExactly("Docs", "docs_node", "shop", "shop_data", "shop_info");
    }

    @Test
    void attachedFile() throws SQLException {
        execute("ATTACH ':memory:' AS \"the other\"", "CREATE TABLE \"the other\".t (a)");
        assertThat(read().tables()).isEmpty();
        assertThat(new SchemaReader(DatabaseEngine.SQLITE)
                        .read(connection, "the other")
                        .tables())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE t (a 'b", "CREATE TABLE t (a INT", "CREATE TABLE"})
    void brokenStatement(String sql) throws SQLException {
        execute(
                "CREATE TABLE t (a)",
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = '" + sql.replace("'", "''") + "'");
        assertThatThrownBy(this::read)
                .hasMessageContaining("[DF-324] the schema cannot be read")
                .hasMessageContaining("`t`");
    }

    private Table table(String sql) throws SQLException {
        execute(sql);
        List<Table> tables = read().tables();
        return tables.stream()
                .filter(each -> !each.name().equals("Parent"))
                .findFirst()
                .orElseThrow();
    }

    private void assertSameWhenMadeAgain() throws SQLException {
        Schema schema = read();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = other.createStatement()) {
            for (String each : CreationScript.of(schema)) {
                statement.execute(each);
            }
            assertThat(new SchemaReader(DatabaseEngine.SQLITE).read(other)).isEqualTo(schema);
        }
    }

    private Schema read() {
        return new SchemaReader(DatabaseEngine.SQLITE).read(connection);
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
