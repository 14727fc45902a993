package dev.dataflow.migrations.lock;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Words for a lock that did not become free. */
final class LockBusy {

    private LockBusy() {}

    static SchemaException schema(Duration timeout, String lookup, @Nullable SQLException cause) {
        return of(
                "another process is changing the schema",
                "its lock was not free within " + seconds(timeout),
                "wait until that process is done and open again, or allow more time with schemaLockTimeout; " + lookup,
                cause);
    }

    static SchemaException table(Duration timeout, String lookup, SQLException cause) {
        return of(
                "a table that a new one references is in use",
                "its lock was not free within " + seconds(timeout) + "; nothing was changed",
                "end the long transaction that holds the table and open again; " + lookup,
                cause);
    }

    static SchemaException interrupted() {
        return of(
                "the wait for the schema lock was interrupted",
                "the thread was interrupted while another process was changing the schema",
                "open again",
                null);
    }

    private static SchemaException of(String what, String why, String fix, @Nullable SQLException cause) {
        return new SchemaException(new Problem(ErrorCode.SCHEMA_LOCKED, what, why, fix), cause);
    }

    private static String seconds(Duration timeout) {
        long millis = timeout.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
