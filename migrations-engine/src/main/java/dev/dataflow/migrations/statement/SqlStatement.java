package dev.dataflow.migrations.statement;

import java.util.List;

/**
 * A statement of a text of SQL.
 *
 * @param sql its text, without what ends it
 * @param line the line on which it begins, from 1
 * @param operations what it does, in the order of its clauses
 */
public record SqlStatement(String sql, int line, List<Operation> operations) {

    /** Copies the list. */
    public SqlStatement {
        operations = List.copyOf(operations);
    }
}
