package dev.dataflow;

import dev.dataflow.database.Database;
import dev.dataflow.database.ErrorContext;
import dev.dataflow.database.RowSecurityCheck;
import dev.dataflow.metadata.ModelTable;
import dev.dataflow.node.NodeRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.Schema;

/** Refuses to hand out an instance of which row security is required and where it would not hold. */
final class RowSecurityAtOpen {

    private final Database database;
    private final NodeRegistry registry;
    private final boolean across;

    RowSecurityAtOpen(Database database, NodeRegistry registry, boolean across) {
        this.database = database;
        this.registry = registry;
        this.across = across;
    }

    /** Before anything is created. */
    void checkUser() {
        RowSecurityCheck.requireEngine(database.engine());
        check(RowSecurityCheck::user);
    }

    void checkTables() {
        check(live -> {
            for (ModelTable<?> table : registry.tenantTables()) {
                Schema schema = table.getSchema();
                live.table(
                        schema == null ? null : schema.getName(),
                        table.getName(),
                        across || registry.referencesShared(table));
            }
        });
    }

    private interface Look {
        void at(RowSecurityCheck live) throws SQLException;
    }

    private void check(Look look) {
        Connection connection = database.acquire();
        try {
            look.at(new RowSecurityCheck(connection));
        } catch (SQLException e) {
            throw database.dialect().translate(e, new ErrorContext("check of row security", null));
        } finally {
            database.release(connection);
        }
    }
}
