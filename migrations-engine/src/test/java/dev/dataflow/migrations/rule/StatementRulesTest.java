package dev.dataflow.migrations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementRulesTest {

    @Test
    void aFileOfPostgres() {
        assertThat(found(DatabaseEngine.POSTGRESQL, "17.0", """
                        SET lock_timeout = '5s';
                        ALTER TABLE users ADD COLUMN note text;
                        CREATE INDEX users_note ON users (note);
                        CREATE INDEX CONCURRENTLY users_note2 ON users (note);
                        ALTER TABLE users DROP COLUMN name;
                        UPDATE users SET note = '';
                        DROP TABLE old CASCADE;
                        """))
                .containsExactly(
                        "2 add-column",
                        "3 create-index",
                        "4 create-index-concurrently",
                        "5 drop-column",
                        "6 update-all-rows",
                        "7 drop-cascade");
    }

    @Test
    void transactionsCount() {
        String sql = """
                BEGIN;
                SET LOCAL lock_timeout = '1s';
                ALTER TABLE users ADD COLUMN note text;
                CREATE INDEX CONCURRENTLY users_note ON users (note);
                ALTER TABLE orders ALTER COLUMN a DROP NOT NULL;
                COMMIT;
                CREATE INDEX users_other ON users (note);
                """;
        assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", sql))
                .containsExactly(
                        "3 add-column",
                        "4 create-index-concurrently",
                        "4 concurrently-in-transaction",
                        "4 slow-after-lock",
                        "5 drop-not-null",
                        "5 two-tables-locked",
                        "7 create-index",
                        "7 missing-lock-timeout");
        assertThat(StatementRules.of(DatabaseEngine.POSTGRESQL, ServerVersion.of("16.0"))
                        .inOneTransaction()
                        .matches("CREATE INDEX CONCURRENTLY i ON t (a)"))
                .extracting(match -> match.match().rule().name())
                .contains("concurrently-in-transaction");
    }

    @Test
    void waitingForALockWithoutAnEnd() {
        assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", "ALTER TABLE users ADD COLUMN note text"))
                .containsExactly("1 add-column", "1 missing-lock-timeout");
    }

    @Test
    void settingsThatAreNoLimitDoNotCount() {
        String alter = "ALTER TABLE users ADD COLUMN note text;";
        for (String limit : List.of(
                "SET lock_timeout = '5s';",
                "SET SESSION lock_timeout TO 500;",
                "SET lock_timeout = 0;SET lock_timeout = 5;",
                "BEGIN;SET LOCAL lock_timeout = '1s';",
                "SET lock_timeout = 5;BEGIN;SET LOCAL lock_timeout = 0;COMMIT;",
                "SET lock_timeout = 5;BEGIN;SET lock_timeout = 6;ROLLBACK;")) {
            assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", limit + alter))
                    .as(limit)
                    .containsExactly("1 add-column");
        }
        for (String none : List.of(
                "SET lock_timeout = 0;",
                "SET lock_timeout = '0ms';",
                "SET lock_timeout TO DEFAULT;",
                "SET lock_timeout = 5;SET lock_timeout = DEFAULT;",
                "SET lock_timeout = 5;RESET lock_timeout;",
                "SET lock_timeout = 5;RESET ALL;",
                "SET lock_timeout = 5;DISCARD ALL;",
                "SET LOCAL lock_timeout = 5;",
                "BEGIN;SET LOCAL lock_timeout = 5;COMMIT;",
                "BEGIN;SET lock_timeout = 5;ROLLBACK;",
                "SET lock_timeout = 5;BEGIN;SET LOCAL lock_timeout = 0;")) {
            assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", none + alter))
                    .as(none)
                    .containsExactly("1 add-column", "1 missing-lock-timeout");
        }
        String drop = "ALTER TABLE a DROP COLUMN b;";
        for (String limit : List.of(
                "SET sql_log_bin = 0, SESSION lock_wait_timeout = 5;",
                "SET @@lock_wait_timeout = 5;",
                "SET @@SESSION.lock_wait_timeout := 5;")) {
            assertThat(found(DatabaseEngine.MYSQL, "8.0.31", limit + drop))
                    .as(limit)
                    .doesNotContain("1 missing-lock-timeout");
        }
        for (String none : List.of(
                "SET GLOBAL lock_wait_timeout = 5;",
                "SET @@GLOBAL.lock_wait_timeout = 5;",
                "SET innodb_lock_wait_timeout = 5;",
                "SET lock_wait_timeout = 5;SET lock_wait_timeout = DEFAULT;",
                "SET lock_wait_timeout = @@GLOBAL.lock_wait_timeout;")) {
            assertThat(found(DatabaseEngine.MYSQL, "8.0.31", none + drop))
                    .as(none)
                    .contains("1 missing-lock-timeout");
        }
        String one = "SET STATEMENT lock_wait_timeout=5 FOR " + drop;
        assertThat(found(DatabaseEngine.MARIADB, "10.11.0", one)).doesNotContain("1 missing-lock-timeout");
        assertThat(found(DatabaseEngine.MARIADB, "10.11.0", one + drop)).contains("1 missing-lock-timeout");
    }

    @Test
    void tablesOfTheSameFileAreNew() {
        assertThat(found(
                        DatabaseEngine.POSTGRESQL,
                        "16.0",
                        "CREATE TABLE a (id int);CREATE INDEX i ON a (id);ALTER TABLE a ALTER id SET NOT NULL"))
                .containsExactly("1 create-table", "1 change-new-table", "1 change-new-table");
    }

    @Test
    void aTableIsNewOnlyAfterItWasMadeForCertain() {
        String drop = "SET lock_timeout = 1;ALTER TABLE orders DROP COLUMN a;";
        String create = "CREATE TABLE orders (id int);";
        assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", drop + create))
                .containsExactly("1 drop-column", "1 create-table");
        assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", "CREATE TABLE IF NOT EXISTS orders (id int);" + drop))
                .containsExactly("1 create-table", "1 drop-column");
        for (String between : List.of("ROLLBACK", "SET search_path = other", "ALTER TABLE orders RENAME TO old")) {
            assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", create + between + ";" + drop))
                    .as(between)
                    .contains("1 drop-column");
        }
        assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", create + drop)).doesNotContain("1 drop-column");
        assertThat(found(DatabaseEngine.MYSQL, "8.0", create + "USE other;" + "ALTER TABLE orders DROP COLUMN a"))
                .contains("1 drop-column");
    }

    @Test
    void aTableOfAnotherSchemaIsAnotherTable() {
        String set = "SET lock_timeout = 1;";
        String index = "CREATE INDEX i ON public.orders (a);";
        assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", set + "CREATE TABLE archive.orders (a int);" + index))
                .containsExactly("1 create-table", "1 create-index");
        assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", set + "CREATE TABLE orders (a int);" + index))
                .containsExactly("1 create-table", "1 create-index");
        assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", set + "CREATE TABLE PUBLIC.Orders (a int);" + index))
                .containsExactly("1 create-table", "1 change-new-table");
        assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", set + "CREATE TABLE public.orders (a int);" + index))
                .containsExactly("1 create-table", "1 change-new-table");
        assertThat(found(
                        DatabaseEngine.POSTGRESQL,
                        "16.0",
                        set + "CREATE TABLE public.\"Orders\" (a int);CREATE INDEX i ON public.Orders (a)"))
                .containsExactly("1 create-table", "1 create-index");
        assertThat(found(
                        DatabaseEngine.POSTGRESQL,
                        "16.0",
                        set + "CREATE TABLE parts.orders PARTITION OF public.orders DEFAULT"))
                .contains("1 create-partition");
    }

    @Test
    void whatIsNotKnownCountsAsBad() {
        assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", "ALTER TABLE a FROBNICATE; SELECT 1"))
                .containsExactly("1 unknown-statement");
        assertThat(found(DatabaseEngine.SQLITE, "3.40", "ALTER TABLE a ALTER COLUMN b TYPE text"))
                .containsExactly("1 unknown-statement");
        assertThat(found(DatabaseEngine.POSTGRESQL, "16.0", "SET lock_timeout = 1; ALTER TABLE a ALTER b TYPE bigint"))
                .containsExactly("1 change-type");
    }

    @Test
    void aRebuildIsNoDroppedTable() {
        String rebuild = "CREATE TABLE new_a (id INTEGER PRIMARY KEY);INSERT INTO new_a SELECT id FROM a;"
                + "DROP TABLE a;ALTER TABLE new_a RENAME TO a;";
        assertThat(found(DatabaseEngine.SQLITE, "3.50", "PRAGMA foreign_keys = OFF;BEGIN;" + rebuild + "COMMIT"))
                .containsExactly("1 rebuild-table");
        assertThat(found(DatabaseEngine.SQLITE, "3.50", "BEGIN;PRAGMA foreign_keys = OFF;" + rebuild + "COMMIT"))
                .containsExactly("1 rebuild-table", "1 rebuild-with-foreign-keys");
        String withoutRows = rebuild.replace("INSERT INTO new_a SELECT id FROM a;", "");
        assertThat(found(DatabaseEngine.SQLITE, "3.50", "BEGIN;" + withoutRows + "COMMIT"))
                .contains("1 drop-table");
        for (String other : List.of(rebuild + "DROP TABLE x.a;", rebuild.replace("DROP", "DROP TABLE x.a;DROP"))) {
            assertThat(found(DatabaseEngine.SQLITE, "3.50", "BEGIN;" + other + "COMMIT"))
                    .as("a table of that name in another schema")
                    .contains("1 rebuild-table", "1 drop-table");
        }
        assertThat(found(
                        DatabaseEngine.SQLITE,
                        "3.50",
                        "PRAGMA foreign_keys = OFF;BEGIN;" + rebuild + rebuild + "COMMIT"))
                .containsExactly("1 rebuild-table", "1 rebuild-table");
    }

    @Test
    void versionsMatter() {
        String sql = "SET lock_wait_timeout = 5;ALTER TABLE a DROP COLUMN b";
        assertThat(claim(DatabaseEngine.MYSQL, "8.0.28", sql).lock()).isEqualTo(Lock.INPLACE);
        assertThat(claim(DatabaseEngine.MYSQL, "8.0.29", sql).lock()).isEqualTo(Lock.INSTANT);
    }

    private static Claim claim(DatabaseEngine engine, String version, String sql) {
        return StatementRules.of(engine, ServerVersion.of(version))
                .matches(sql)
                .get(0)
                .match()
                .claim();
    }

    @Test
    void whatMariaDbSaysBeforeItsClausesHidesNone() {
        String version = "10.11.0";
        assertThat(found(DatabaseEngine.MARIADB, version, "ALTER IGNORE TABLE a ADD UNIQUE (b);"))
                .contains("1 delete-rows", "1 create-index");
        assertThat(found(DatabaseEngine.MARIADB, version, "ALTER TABLE a WAIT 5 DROP COLUMN b;"))
                .contains("1 drop-column");
        assertThat(found(DatabaseEngine.MARIADB, version, "ALTER TABLE a NOWAIT DROP COLUMN b;"))
                .contains("1 drop-column");
        assertThat(found(DatabaseEngine.MARIADB, version, "BEGIN NOT ATOMIC DROP TABLE a; END;"))
                .contains("1 unknown-statement");
    }

    @Test
    void whatIsUpdatedIsTheTable() {
        assertThat(updated(DatabaseEngine.SQLITE, "3.50", "UPDATE OR IGNORE a SET b = 1;"))
                .containsExactly("a");
        assertThat(updated(DatabaseEngine.MYSQL, "8.0.31", "UPDATE LOW_PRIORITY IGNORE a SET b = 1;"))
                .containsExactly("a");
    }

    @Test
    void rowsInTheWayOfOthersAreDeleted() {
        for (DatabaseEngine engine : List.of(DatabaseEngine.MYSQL, DatabaseEngine.MARIADB, DatabaseEngine.SQLITE)) {
            assertThat(found(engine, "8.0.31", "REPLACE INTO a (b) VALUES (1);"))
                    .as(engine.label())
                    .containsExactly("1 insert-rows", "1 delete-rows");
            assertThat(found(engine, "8.0.31", "INSERT INTO a (b) SELECT 'or replace';"))
                    .containsExactly("1 insert-rows");
        }
        assertThat(found(DatabaseEngine.MYSQL, "8.0.31", "REPLACE DELAYED a VALUES (1);"))
                .containsExactly("1 insert-rows", "1 delete-rows");
        assertThat(found(DatabaseEngine.SQLITE, "3.50", "INSERT OR REPLACE INTO a VALUES (1);"))
                .containsExactly("1 insert-rows", "1 delete-rows");
        assertThat(found(DatabaseEngine.SQLITE, "3.50", "UPDATE OR REPLACE a SET b = 1 WHERE c = 2;"))
                .containsExactly("1 update-rows", "1 delete-rows");
        assertThat(found(DatabaseEngine.SQLITE, "3.50", "INSERT OR IGNORE INTO a VALUES (1);"))
                .containsExactly("1 insert-rows");
    }

    @Test
    void whatFollowsWithIsJudged() {
        String with = "WITH RECURSIVE o (x) AS (SELECT 1 WHERE 1 = 1), p AS (SELECT replace(x, 'a', 'b') FROM o) ";
        for (DatabaseEngine engine : List.of(DatabaseEngine.MYSQL, DatabaseEngine.SQLITE)) {
            assertThat(found(engine, "8.0.31", with + "DELETE FROM a"))
                    .as(engine.label())
                    .containsExactly("1 delete-all-rows");
            assertThat(found(engine, "8.0.31", with + "DELETE FROM a WHERE b IN (SELECT x FROM p)"))
                    .containsExactly("1 delete-rows");
            assertThat(found(engine, "8.0.31", with + "UPDATE a SET b = 1")).containsExactly("1 update-all-rows");
            assertThat(found(engine, "8.0.31", with + "SELECT replace(x, 'a', 'b') FROM p"))
                    .isEmpty();
        }
        assertThat(found(DatabaseEngine.SQLITE, "3.50", with + "REPLACE INTO a SELECT x FROM p"))
                .containsExactly("1 insert-rows", "1 delete-rows");
    }

    private static List<String> updated(DatabaseEngine engine, String version, String sql) {
        return StatementRules.of(engine, ServerVersion.of(version)).matches(sql).stream()
                .filter(found -> found.match().rule().name().equals("update-all-rows"))
                .map(found -> found.match().table())
                .toList();
    }

    private static List<String> found(DatabaseEngine engine, String version, String sql) {
        return StatementRules.of(engine, ServerVersion.of(version)).matches(sql).stream()
                .map(match -> match.line() + " " + match.match().rule().name())
                .toList();
    }
}
