package dev.dataflow.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one database's exceptions. Needs no class of the driver, which may be absent. */
abstract class FailureReader {

    /** Long batches chain an exception per row; the first ones tell enough. */
    private static final int MOST = 16;

    /** What an exception with its causes and successors is about: the first that is recognised, with most details. */
    final Failure read(SQLException thrown) {
        Failure found = null;
        if (readOne(thrown).kind() == FailureKind.TRANSACTION_FAILED) {
            // its cause is the error that came before, which is not what this statement met
            return Failure.of(FailureKind.TRANSACTION_FAILED);
        }
        for (SQLException each : chain(thrown)) {
            Failure failure = isTimeout(each) ? Failure.of(FailureKind.TIMEOUT) : readOne(each);
            if (failure.kind() == FailureKind.OTHER) {
                continue;
            }
            if (found == null || found.kind() == failure.kind() && !found.hasDetails()) {
                found = failure;
            }
        }
        return found == null ? Failure.of(FailureKind.OTHER) : found;
    }

    /** MySQL's driver gives a cancelled statement neither a standard type nor a code. */
    private static boolean isTimeout(SQLException thrown) {
        return thrown instanceof SQLTimeoutException
                || thrown.getClass().getSimpleName().equals("MySQLStatementCancelledException");
    }

    /** What one exception by itself is about. */
    abstract Failure readOne(SQLException thrown);

    /** The message; empty for none. */
    static String message(SQLException thrown) {
        return thrown.getMessage() == null ? "" : thrown.getMessage();
    }

    /** The text between the first two of a quote character; null for none. */
    static @Nullable String firstQuoted(String text, char quote) {
        int start = text.indexOf(quote);
        int end = text.indexOf(quote, start + 1);
        return start < 0 || end < 0 ? null : text.substring(start + 1, end);
    }

    /** The text between the last two of a quote character, which no value before it can change; null for none. */
    static @Nullable String lastQuoted(String text, char quote) {
        int end = text.lastIndexOf(quote);
        int start = text.lastIndexOf(quote, end - 1);
        return start < 0 || end <= start ? null : text.substring(start + 1, end);
    }

    private static List<SQLException> chain(SQLException thrown) {
        List<SQLException> chain = new ArrayList<>();
        collect(thrown, chain);
        return chain;
    }

    private static void collect(@Nullable Throwable thrown, List<SQLException> chain) {
        if (thrown == null || chain.size() >= MOST || chain.contains(thrown)) {
            return;
        }
        if (thrown instanceof SQLException sql) {
            chain.add(sql);
            collect(sql.getNextException(), chain);
        }
        if (thrown.getCause() != thrown) {
            collect(thrown.getCause(), chain);
        }
    }
}
