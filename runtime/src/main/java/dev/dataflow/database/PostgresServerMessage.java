package dev.dataflow.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The fields PostgreSQL sends with an error. The one class that touches the driver's exceptions. */
record PostgresServerMessage(
        @Nullable String constraint,
        @Nullable String table,
        @Nullable String column,
        @Nullable String detail,
        @Nullable String routine) {

    /** The fields of an exception; null when it has none, or when the driver is another or out of sight. */
    static @Nullable PostgresServerMessage of(SQLException thrown) {
        try {
            return Driver.read(thrown);
        } catch (LinkageError e) {
            return null; // the driver is in a class loader that this class does not see
        }
    }

    /** Loaded when first used, so that the class above loads without the driver. */
    private static final class Driver {

        static @Nullable PostgresServerMessage read(SQLException thrown) {
            ServerErrorMessage sent = thrown instanceof PSQLException known ? known.getServerErrorMessage() : null;
            return sent == null
                    ? null
                    : new PostgresServerMessage(
                            sent.getConstraint(),
                            sent.getTable(),
                            sent.getColumn(),
                            sent.getDetail(),
                            sent.getRoutine());
        }
    }
}
