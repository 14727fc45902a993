package dev.dataflow.transaction;

import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.Companion;
import dev.dataflow.statement.Statement;

/**
 * Runs what accompanies a statement, over the rows of its call.
 *
 * @param session runs statements
 * @param source the rows
 */
record CompanionRun(Session session, RowSource source) {

    void run(Companion companion) {
        if (companion.mostRows() == 0) {
            check(companion, companion.statement(0), source.arguments());
            return;
        }
        for (int from = 0; from < source.count(); from += companion.mostRows()) {
            int first = from;
            int count = Math.min(companion.mostRows(), source.count() - from);
            check(
                    companion,
                    companion.statement(padded(count)),
                    (row, column, out) -> source.arguments().write(first + Math.min(row, count - 1), column, out));
        }
    }

    private void check(Companion companion, Statement statement, Arguments arguments) {
        if (session.query(statement, arguments, source.stamp(), row -> row.bool(1))
                .contains(true)) {
            throw companion.refusal();
        }
    }

    /** The next power of two, so that few statements serve all sizes. */
    private static int padded(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }
}
