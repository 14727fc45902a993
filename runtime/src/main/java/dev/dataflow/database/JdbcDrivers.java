package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.sql.Driver;
import org.jspecify.annotations.Nullable;

/** Finds JDBC drivers, which are optional: a program brings the one it uses. */
final class JdbcDrivers {

    private JdbcDrivers() {}

    /** The driver, in the thread's class loader or ours; DF-001 when it is in neither. */
    static Driver find(EngineSetup setup, DatabaseEngine engine) {
        Driver driver = load(setup.driver(), Thread.currentThread().getContextClassLoader());
        driver = driver != null ? driver : load(setup.driver(), JdbcDrivers.class.getClassLoader());
        if (driver == null) {
            throw new DataFlowException(new Problem(
                    ErrorCode.DRIVER_MISSING,
                    "the JDBC driver of " + engine.label() + " is missing",
                    "class " + setup.driver() + " is not on the class path",
                    "add the dependency " + setup.coordinates()));
        }
        return driver;
    }

    private static @Nullable Driver load(String name, @Nullable ClassLoader loader) {
        try {
            return Class.forName(name, true, loader)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            return null;
        }
    }
}
