package dev.dataflow.migrations.scratch;

import dev.dataflow.migrations.ddl.SchemaStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs statements. */
final class ScratchScript {

    private ScratchScript() {}

    static void run(Connection connection, List<SchemaStatement> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (SchemaStatement each : statements) {
                statement.execute(each.sql());
            }
        }
    }
}
