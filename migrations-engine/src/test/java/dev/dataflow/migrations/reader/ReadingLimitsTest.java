package dev.dataflow.migrations.reader;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.fixture.SchemaTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Statements that PostgreSQL ends because they take or wait too long. */
class ReadingLimitsTest extends SchemaTest {

    @Test
    void whoEndedAStatementIsSaid() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute("CREATE TABLE t (a int)", "CREATE VIEW v AS SELECT a FROM t");
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            // the text of a view needs a lock of its tables
            statement.execute("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");
            execute("SET statement_timeout = 100");
            assertThatThrownBy(() -> new SchemaReader(engine).read(connection))
                    .hasMessageContaining("[DF-324]")
                    .hasMessageContaining("let statements of this account take longer");
            execute("SET statement_timeout = 0", "SET lock_timeout = 100");
            assertThatThrownBy(() -> new SchemaReader(engine).read(connection))
                    .hasMessageContaining("[DF-324]")
                    .hasMessageContaining("read again when nobody changes the schema");
            other.rollback();
        } finally {
            execute("RESET statement_timeout", "RESET lock_timeout");
        }
    }
}
