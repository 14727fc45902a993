package dev.dataflow.benchmarks.schemas;

import java.sql.Connection;
import java.util.Map;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.structure.core.Column;
import liquibase.ui.LoggerUIService;

/** Liquibase's diff of two databases: the objects it compares when nothing is said. */
final class LiquibaseDiff {

    private LiquibaseDiff() {}

    /** The number of columns that it finds missing, unexpected or changed. */
    static int run(Connection before, Connection after) throws Exception {
        return Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> {
            Database one = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(before));
            Database other = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(after));
            Liquibase liquibase = new Liquibase("", new ClassLoaderResourceAccessor(), one);
            DiffResult diff = liquibase.diff(other, one, new CompareControl());
            return diff.getMissingObjects(Column.class).size()
                    + diff.getUnexpectedObjects(Column.class).size()
                    + diff.getChangedObjects(Column.class).size();
        });
    }
}
