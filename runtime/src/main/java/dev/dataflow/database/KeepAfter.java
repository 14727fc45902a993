package dev.dataflow.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Keeps a connection in the pool after exceptions that do not break it. The pool would close it at once, in the middle
 * of a transaction that is still to be rolled back.
 *
 * @param harmless the type of these exceptions
 */
record KeepAfter(Class<? extends SQLException> harmless) implements SQLExceptionOverride {

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException thrown) {
        return harmless.isInstance(thrown)
                ? SQLExceptionOverride.Override.DO_NOT_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
