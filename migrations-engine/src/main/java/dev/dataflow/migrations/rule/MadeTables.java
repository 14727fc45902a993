package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Operation;
import dev.dataflow.migrations.statement.SqlStatement;
import dev.dataflow.migrations.statement.Trait;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tables that a text has made for certain by the time a statement runs, so that nobody uses them yet. A name without a
 * schema is not taken for one with a schema, and in doubt a table is not new. Not thread-safe.
 */
final class MadeTables {

    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?is)(use|reset|discard)\\b.*|\\\\c.*|.*(search_path|\\b(schema|role|authorization)\\b).*");
    private static final Pattern UNDOING = Pattern.compile("(?is)(rollback|abort|\\\\(if|elif|else|endif))\\b.*");
    private static final Pattern END = Pattern.compile("(?is)(commit|end)\\b.*");

    private final Set<String> made = new HashSet<>();
    private boolean moved;

    /** The tables of the next statement that are new when it runs. */
    Set<String> next(SqlStatement statement) {
        Set<String> fresh = new HashSet<>();
        for (Operation operation : statement.operations()) {
            List<String> names = names(statement, operation.table());
            if (!names.isEmpty() && made.containsAll(names)) {
                fresh.add(operation.table());
            }
        }
        for (Operation operation : statement.operations()) {
            switch (operation.action()) {
                case CREATE_TABLE -> create(statement, operation, fresh);
                case DROP_TABLE, RENAME_TABLE ->
                    names(statement, operation.table()).forEach(made::remove);
                case SESSION, QUERY, OTHER -> forget(statement.sql());
                default -> {}
            }
        }
        return fresh;
    }

    private void create(SqlStatement statement, Operation table, Set<String> fresh) {
        boolean alone = statement.operations().stream()
                .filter(each -> each.table().equals(table.table()))
                .allMatch(each -> each.is(Action.CREATE_TABLE, Action.DROP_TABLE, Action.ADD_FOREIGN_KEY));
        if (alone) {
            fresh.add(table.table());
        }
        List<String> names = names(statement, table.table());
        if (!table.has(Trait.IF_NOT_EXISTS) && !names.isEmpty()) {
            made.add(names.get(0));
        }
    }

    /** A name without a schema may mean another table from here on, or the table is gone again. */
    private void forget(String sql) {
        if (UNDOING.matcher(sql).matches()) {
            made.clear();
        }
        boolean elsewhere = ELSEWHERE.matcher(sql).matches();
        moved |= elsewhere;
        if (elsewhere || moved && END.matcher(sql).matches()) {
            made.removeIf(name -> !name.contains("\".\""));
        }
    }

    private static List<String> names(SqlStatement statement, String table) {
        return statement.names().getOrDefault(table, List.of());
    }
}
