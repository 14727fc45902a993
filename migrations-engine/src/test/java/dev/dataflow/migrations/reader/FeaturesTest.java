package dev.dataflow.migrations.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.fixture.Recording;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.snapshot.Fingerprint;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What real schemas seldom have. */
class FeaturesTest extends ReaderTest {

    @Test
    void tablesOfPostgres() throws SQLException {
        only(EngineFamily.POSTGRESQL);
        execute(
                "CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy')",
                "CREATE DOMAIN positive AS int DEFAULT 1 NOT NULL CONSTRAINT above CHECK (VALUE > 0)",
                "CREATE TYPE pair AS (a int, b text COLLATE \"C\")",
                "CREATE SEQUENCE numbers AS int INCREMENT 5 MINVALUE -10 MAXVALUE 100 START 0 CACHE 3 CYCLE",
                "CREATE FUNCTION twice(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT i * 2'",
                "CREATE FUNCTION public.twice(t text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN t || t; END $$",
                "CREATE PROCEDURE nothing() LANGUAGE sql BEGIN ATOMIC SELECT 1; END",
                "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0', PARALLEL = SAFE)",
                "CREATE TABLE \"Odd \"\"name\" (id int GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 2) PRIMARY KEY,"
                        + " m mood DEFAULT 'sad', p positive, pairs pair[], s text COLLATE \"C\","
                        + " n numeric(10,2) NOT NULL DEFAULT twice(2), g int GENERATED ALWAYS AS (twice(id)) STORED,"
                        + " at timestamptz(3) DEFAULT now(), d interval DEFAULT '1 day', r int4range,"
                        + " EXCLUDE USING gist (r WITH &&), CONSTRAINT sane CHECK (n > 0 AND s <> 'it''s')) WITH (fillfactor=70)",
                "ALTER TABLE \"Odd \"\"name\" ADD CONSTRAINT later CHECK (n < 9) NOT VALID, ADD CHECK (id > 0) NO INHERIT,"
                        + " ALTER s SET STATISTICS 50, ALTER s SET STORAGE EXTERNAL",
                "CREATE TABLE child (a int, b int REFERENCES \"Odd \"\"name\" ON DELETE SET NULL ON UPDATE CASCADE"
                        + " DEFERRABLE INITIALLY DEFERRED, c int, UNIQUE (a) INCLUDE (c), UNIQUE NULLS NOT DISTINCT (c))",
                "ALTER TABLE child ADD CONSTRAINT full_key FOREIGN KEY (c) REFERENCES child (a) MATCH FULL NOT VALID",
                "CREATE INDEX parts ON child (a DESC NULLS LAST, (b + c), twice(a) NULLS FIRST) INCLUDE (c) WHERE a > 5",
                "CREATE INDEX plainly ON \"Odd \"\"name\" (upper(s) COLLATE \"default\", lower(s), (s || 'x') COLLATE \"POSIX\")",
                "CREATE INDEX patterns ON \"Odd \"\"name\" (s COLLATE \"POSIX\" text_pattern_ops) WITH (fillfactor=50)",
                "CREATE INDEX searched ON \"Odd \"\"name\" USING gist (to_tsvector('simple', s) tsvector_ops (siglen=64))",
                "CREATE UNIQUE INDEX hashed ON child (b, c) NULLS NOT DISTINCT",
                "CREATE VIEW big AS SELECT a, twice(b) AS b2 FROM child WHERE a > 1 WITH LOCAL CHECK OPTION",
                "CREATE VIEW a_on_big WITH (security_barrier) AS SELECT * FROM big",
                "CREATE MATERIALIZED VIEW counted AS SELECT m, count(*) AS n FROM \"Odd \"\"name\" GROUP BY m WITH NO DATA",
                "CREATE UNIQUE INDEX ON counted (m)",
                "CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
                "CREATE TRIGGER touch BEFORE UPDATE OF a ON child FOR EACH ROW WHEN (OLD.a > 1) EXECUTE FUNCTION touched()",
                "ALTER TABLE child DISABLE TRIGGER touch",
                "CREATE TRIGGER instead INSTEAD OF INSERT ON big FOR EACH ROW EXECUTE FUNCTION touched()",
                "CREATE RULE no_deletes AS ON DELETE TO child WHERE OLD.a > 100 DO INSTEAD NOTHING",
                "CREATE POLICY own ON child AS RESTRICTIVE FOR UPDATE TO PUBLIC USING (a > 0) WITH CHECK (a > 1)",
                "ALTER TABLE child ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY FULL",
                "CREATE UNLOGGED TABLE base (k int, v text DEFAULT 'x')",
                "CREATE TABLE heir (w int) INHERITS (base)",
                "CREATE TABLE events (at date NOT NULL, kind text DEFAULT 'a', n int, PRIMARY KEY (at, kind)) PARTITION BY RANGE (at)",
                "CREATE INDEX events_kind ON events (kind)",
                "CREATE TABLE events_1 PARTITION OF events (n DEFAULT 7) FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
                "CREATE TABLE events_rest PARTITION OF events DEFAULT PARTITION BY LIST (kind)",
                "CREATE INDEX ON events_1 (n)",
                "COMMENT ON TABLE child IS 'it''s \\ a table'",
                "COMMENT ON COLUMN child.a IS 'a column'",
                "COMMENT ON FUNCTION twice(int) IS 'doubles'",
                "COMMENT ON VIEW big IS 'large ones'");
        Schema schema = read();
        assertThat(schema.enums().get(0).labels()).containsExactly("sad", "it's ok", "happy");
        assertThat(schema.routines()).hasSize(5);
        assertThat(schema.table("Odd \"name").orElseThrow().indexes())
                .filteredOn(index -> index.name().equals("searched"))
                .singleElement()
                .satisfies(index ->
                        assertThat(index.parts().get(0).operatorClass()).isEqualTo("tsvector_ops (siglen=64)"));
        assertThat(schema.table("events_1").orElseThrow().columns()).hasSize(1);
        assertThat(schema.table("events_1").orElseThrow().indexes()).hasSize(1);
        assertThat(schema.table("events_1").orElseThrow().primaryKey()).isNull();
        assertThat(schema.table("heir").orElseThrow().columns()).hasSize(1);
        assertSameWhenMadeAgain(schema);
    }

    @Test
    void tablesOfMySql() throws SQLException {
        only(EngineFamily.MYSQL);
        boolean maria = engine == DatabaseEngine.MARIADB;
        execute(
                "CREATE TABLE `Odd ``name` (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'it''s \\\\ a key',"
                        + " s VARCHAR(20) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'it''s \\\\ so', t TEXT,"
                        + " e ENUM('a,b', 'it''s') NOT NULL DEFAULT 'it''s', f SET('x', 'y'), d DECIMAL(10,3) UNSIGNED DEFAULT 1.5,"
                        + " b BIT(4) DEFAULT b'101', y YEAR, at DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),"
                        + " g VARCHAR(50) GENERATED ALWAYS AS (concat(s, '-', 'it''s')) STORED, v INT GENERATED ALWAYS AS (char_length(t)) VIRTUAL,"
                        + " hidden INT INVISIBLE, x INT DEFAULT (1 + 2), u VARCHAR(36) DEFAULT (concat('a', 'b')), j JSON, bin VARBINARY(5),"
                        + " nul VARCHAR(9) DEFAULT 'NULL', emptied VARCHAR(9) NOT NULL DEFAULT '',"
                        + " CONSTRAINT sane CHECK (d > 0 AND s <> 'it''s'), UNIQUE INDEX u (s(5), d DESC), FULLTEXT INDEX words (t) COMMENT 'w')"
                        + " ENGINE=InnoDB ROW_FORMAT=COMPRESSED COMMENT='it''s a table'",
                "CREATE TABLE child (a INT, b BIGINT UNSIGNED, p POINT NOT NULL, KEY hid (a) "
                        + (maria ? "IGNORED" : "INVISIBLE") + ", SPATIAL INDEX (p),"
                        + " CONSTRAINT fk FOREIGN KEY (b) REFERENCES `Odd ``name` (id) ON DELETE SET NULL ON UPDATE CASCADE)",
                "CREATE TABLE parted (id INT NOT NULL, at DATE NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (year(at))"
                        + " SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (2020),"
                        + " PARTITION p1 VALUES LESS THAN MAXVALUE)",
                "CREATE TABLE listed (k INT, c VARCHAR(5)) PARTITION BY LIST COLUMNS (c) (PARTITION a VALUES IN ('x', 'it''s'),"
                        + " PARTITION b VALUES IN ('y'))",
                "CREATE TABLE hashed (k INT) PARTITION BY HASH (k) PARTITIONS 3",
                "CREATE VIEW big AS SELECT a, b FROM child WHERE a > 1 WITH LOCAL CHECK OPTION",
                "CREATE SQL SECURITY INVOKER VIEW a_on_big AS SELECT *, '`" + database.name() + "`.' AS text FROM big",
                "CREATE FUNCTION twice(t VARCHAR(20), i INT) RETURNS VARCHAR(40) DETERMINISTIC NO SQL COMMENT 'it''s' RETURN concat(t, 'x\\n')",
                "CREATE PROCEDURE nothing(IN `odd ``a` INT, INOUT b CHAR(3), OUT c DECIMAL(5,2)) BEGIN SET c = 1; END",
                "CREATE TRIGGER second BEFORE INSERT ON child FOR EACH ROW SET NEW.a = 1",
                "CREATE TRIGGER first BEFORE INSERT ON child FOR EACH ROW PRECEDES second SET NEW.a = 'it''s'");
        if (maria) {
            execute(
                    "CREATE SEQUENCE numbers START WITH 5 INCREMENT BY 3 MINVALUE 1 MAXVALUE 100 CACHE 2 CYCLE",
                    "CREATE TABLE versioned (a INT) WITH SYSTEM VERSIONING");
        } else {
            execute("CREATE INDEX expressions ON child ((a + 1), (concat('it''s', a)))");
        }
        Schema schema = read();
        assertThat(schema.table("Odd `name").orElseThrow().columns().get(1).defaultValue())
                .isEqualTo("'it''s \\\\ so'");
        assertThat(schema.routines()).hasSize(2);
        assertSameWhenMadeAgain(schema);
    }

    @Test
    void indexesThatAreNotValidAreReadAsSuch() throws SQLException {
        only(EngineFamily.POSTGRESQL);
        execute("CREATE TABLE t (a int)", "INSERT INTO t VALUES (1), (1)");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                () -> execute("CREATE UNIQUE INDEX CONCURRENTLY twice ON t (a)"));
        Table table = read().table("t").orElseThrow();
        Index index = table.indexes().get(0);
        assertThat(index.valid()).isFalse();
        assertThat(table.keys()).isEmpty();
    }

    /** Names, orders and settings that differ between two databases with the same objects make no difference. */
    @Test
    void orderMakesNoDifference() throws SQLException {
        execute(
                "CREATE TABLE a (id INT PRIMARY KEY, x INT)",
                "CREATE TABLE b (id INT PRIMARY KEY, x INT)",
                "CREATE INDEX i ON a (x)",
                "CREATE INDEX j ON a (id, x)");
        Schema first = read();
        execute("DROP TABLE b", "DROP TABLE a");
        execute(
                "CREATE TABLE b (id INT PRIMARY KEY, x INT)",
                "CREATE TABLE a (id INT PRIMARY KEY, x INT)",
                "CREATE INDEX j ON a (id, x)",
                "CREATE INDEX i ON a (x)");
        assertThat(read()).isEqualTo(first);
        assertThat(Fingerprint.of(read())).isEqualTo(Fingerprint.of(first));
        execute("ALTER TABLE a ADD COLUMN y INT");
        assertThat(Fingerprint.of(read())).isNotEqualTo(Fingerprint.of(first));
    }

    @Test
    void theNumberOfQueriesIsConstant() throws SQLException {
        execute("CREATE TABLE a (id INT PRIMARY KEY)");
        Recording few = new Recording(connection);
        new SchemaReader(engine).read(few.connection());
        execute(
                "CREATE TABLE b (id INT PRIMARY KEY, x INT)",
                "CREATE TABLE c (id INT PRIMARY KEY, x INT)",
                "CREATE INDEX i ON b (x)",
                "CREATE VIEW v AS SELECT id FROM b",
                "CREATE VIEW w AS SELECT id FROM v");
        Recording more = new Recording(connection);
        new SchemaReader(engine).read(more.connection());
        List<String> statements = more.statements();
        assertThat(statements).hasSameSizeAs(few.statements()).hasSizeLessThan(20);
        assertThat(connection.getAutoCommit()).isTrue();
    }

    private void only(EngineFamily family) {
        Assumptions.assumeTrue(engine.family() == family, "its syntax is that of " + family);
    }
}
