package dev.dataflow.statement;

import dev.dataflow.error.DataFlowException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A statement that a trait has run together with another one, in its transaction and with its values. It belongs to the
 * statement it accompanies: who runs that runs both. Thread-safe.
 */
public final class Companion {

    /** When it runs. */
    public enum When {
        /** Before the statement it accompanies. */
        BEFORE,
        /** After it. */
        AFTER
    }

    private final When when;
    private final int mostRows;
    private final IntFunction<Statement> statement;
    private final Supplier<DataFlowException> refusal;
    private final Map<Integer, Statement> made = new ConcurrentHashMap<>();

    /**
     * A companion that looks for rows that must not be: its only column is true for those.
     *
     * @param when when it runs
     * @param mostRows the most rows of the call that one statement is about; 0 when it takes no values of rows
     * @param statement makes the statement for so many rows
     * @param refusal what is thrown when there is such a row
     */
    Companion(When when, int mostRows, IntFunction<Statement> statement, Supplier<DataFlowException> refusal) {
        this.when = when;
        this.mostRows = mostRows;
        this.statement = statement;
        this.refusal = refusal;
    }

    /** When it runs. */
    public When when() {
        return when;
    }

    /** The most rows of the call that one statement is about; 0 when it takes no values of rows. */
    public int mostRows() {
        return mostRows;
    }

    /**
     * The statement, which returns rows of one column: whether the row must not be.
     *
     * @param rows how many of the call's rows it is about; 0 when it takes no values of rows
     */
    public Statement statement(int rows) {
        return made.computeIfAbsent(rows, statement::apply);
    }

    /** What is thrown when there is a row that must not be. */
    public DataFlowException refusal() {
        return refusal.get();
    }
}
