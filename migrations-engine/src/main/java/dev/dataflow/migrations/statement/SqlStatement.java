package dev.dataflow.migrations.statement;

import java.util.List;
import java.util.Map;

/**
 * A statement of a text of SQL.
 *
 * @param sql its text, without what ends it
 * @param line the line on which it begins, from 1
 * @param operations what it does, in the order of its clauses
 * @param names names as it writes them, in quotes and with what stands before their points, by their last part
 */
public record SqlStatement(String sql, int line, List<Operation> operations, Map<String, List<String>> names) {

    /** Copies the list and the map. */
    public SqlStatement {
        operations = List.copyOf(operations);
        names = Map.copyOf(names);
    }
}
