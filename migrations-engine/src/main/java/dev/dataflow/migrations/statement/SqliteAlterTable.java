package dev.dataflow.migrations.statement;

import dev.dataflow.config.DatabaseEngine;

/** Reads the clause of SQLite's ALTER TABLE, with the forms from 3.53 on. */
final class SqliteAlterTable {

    private final String table;
    private final ConstraintClause constraints;

    SqliteAlterTable(String table) {
        this.table = table;
        constraints = new ConstraintClause(DatabaseEngine.SQLITE, table);
    }

    Operation read(Tokens clause) {
        if (clause.skip("ADD")) {
            return constraints.read(clause).orElseGet(() -> {
                clause.skip("COLUMN");
                return ColumnClause.read(clause, of(Action.ADD_COLUMN, clause));
            });
        }
        if (clause.skip("DROP", "CONSTRAINT")) {
            return of(Action.DROP_CONSTRAINT, clause);
        }
        if (clause.skip("DROP")) {
            clause.skip("COLUMN");
            return of(Action.DROP_COLUMN, clause);
        }
        if (clause.skip("RENAME", "TO")) {
            return Operation.of(Action.RENAME_TABLE, table, null).with(Part.NEW_NAME, clause.name());
        }
        if (clause.skip("RENAME")) {
            clause.skip("COLUMN");
            Operation column = of(Action.RENAME_COLUMN, clause);
            clause.skip("TO");
            return column.with(Part.NEW_NAME, clause.name());
        }
        if (clause.skip("ALTER")) {
            clause.skip("COLUMN");
            Operation column = of(Action.OTHER, clause);
            if (clause.skip("SET", "NOT", "NULL")) {
                return column.as(Action.SET_NOT_NULL);
            }
            return clause.skip("DROP", "NOT", "NULL") ? column.as(Action.DROP_NOT_NULL) : column;
        }
        return Operation.of(Action.OTHER, table, null);
    }

    private Operation of(Action action, Tokens clause) {
        return Operation.of(action, table, clause.named());
    }
}
