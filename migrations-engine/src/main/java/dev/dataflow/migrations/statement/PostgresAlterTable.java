package dev.dataflow.migrations.statement;

import dev.dataflow.config.DatabaseEngine;

/** Reads the clauses of PostgreSQL's ALTER TABLE. */
final class PostgresAlterTable {

    private final String table;
    private final ConstraintClause constraints;

    PostgresAlterTable(String table) {
        this.table = table;
        constraints = new ConstraintClause(DatabaseEngine.POSTGRESQL, table);
    }

    Operation read(Tokens clause) {
        if (clause.skip("ADD")) {
            return constraints.read(clause).orElseGet(() -> column(clause));
        }
        if (clause.skip("DROP", "CONSTRAINT")) {
            return of(Action.DROP_CONSTRAINT, clause).withIf(clause.mentions("CASCADE"), Trait.CASCADE);
        }
        if (clause.skip("DROP")) {
            clause.skip("COLUMN");
            return of(Action.DROP_COLUMN, clause).withIf(clause.mentions("CASCADE"), Trait.CASCADE);
        }
        if (clause.skip("ALTER", "CONSTRAINT")) {
            return of(Action.RENAME_CONSTRAINT, clause);
        }
        if (clause.skip("ALTER")) {
            clause.skip("COLUMN");
            return alter(clause, clause.name());
        }
        if (clause.skip("RENAME")) {
            return rename(clause);
        }
        if (clause.skip("VALIDATE", "CONSTRAINT")) {
            return of(Action.VALIDATE_CONSTRAINT, clause);
        }
        if (clause.skip("ATTACH", "PARTITION")) {
            return of(Action.ATTACH_PARTITION, clause);
        }
        if (clause.skip("DETACH", "PARTITION")) {
            Operation detach = of(Action.DETACH_PARTITION, clause);
            return detach.withIf(clause.mentions("CONCURRENTLY") || clause.mentions("FINALIZE"), Trait.CONCURRENT);
        }
        return other(clause);
    }

    private Operation column(Tokens clause) {
        clause.skip("COLUMN");
        boolean tolerant = clause.at("IF");
        Operation named = Operation.of(Action.ADD_COLUMN, table, clause.named());
        return ColumnClause.read(clause, named.withIf(tolerant, Trait.IF_NOT_EXISTS));
    }

    private Operation alter(Tokens clause, String column) {
        if (clause.skip("TYPE") || clause.skip("SET", "DATA", "TYPE")) {
            return ColumnClause.read(clause, Operation.of(Action.ALTER_TYPE, table, column));
        }
        if (clause.skip("SET", "NOT", "NULL")) {
            return Operation.of(Action.SET_NOT_NULL, table, column);
        }
        if (clause.skip("DROP", "NOT", "NULL")) {
            return Operation.of(Action.DROP_NOT_NULL, table, column);
        }
        if (clause.skip("SET", "DEFAULT") || clause.skip("DROP", "DEFAULT")) {
            return Operation.of(Action.ALTER_DEFAULT, table, column);
        }
        if (clause.skip("SET", "EXPRESSION")) {
            return Operation.of(Action.ALTER_EXPRESSION, table, column).with(Trait.STORED);
        }
        if (clause.skip("DROP", "EXPRESSION")) {
            return Operation.of(Action.ALTER_EXPRESSION, table, column);
        }
        boolean option = clause.at("SET", "STATISTICS")
                || clause.at("SET") && clause.peek(1).isSymbol("(");
        if (option || clause.at("RESET")) {
            return Operation.of(Action.SET_TABLE_OPTION, table, column);
        }
        if (clause.at("SET", "STORAGE") || clause.at("SET", "COMPRESSION")) {
            return Operation.of(Action.SET_TABLE_PROPERTY, table, column);
        }
        // ADD GENERATED … AS IDENTITY, SET GENERATED, RESTART, SET INCREMENT and so on, DROP IDENTITY
        return Operation.of(Action.ALTER_IDENTITY, table, column);
    }

    private Operation rename(Tokens clause) {
        if (clause.skip("CONSTRAINT")) {
            return of(Action.RENAME_CONSTRAINT, clause);
        }
        if (clause.skip("TO")) {
            return Operation.of(Action.RENAME_TABLE, table, null).with(Part.NEW_NAME, clause.name());
        }
        clause.skip("COLUMN");
        Operation column = of(Action.RENAME_COLUMN, clause);
        clause.skip("TO");
        return column.with(Part.NEW_NAME, clause.name());
    }

    private Operation other(Tokens clause) {
        if (clause.at("SET", "SCHEMA")) {
            return Operation.of(Action.RENAME_TABLE, table, null);
        }
        if (clause.at("SET", "LOGGED")
                || clause.at("SET", "UNLOGGED")
                || clause.at("SET", "ACCESS")
                || clause.at("SET", "TABLESPACE")) {
            return Operation.of(Action.REWRITE_TABLE, table, null);
        }
        boolean parameters = clause.at("SET") && clause.peek(1).isSymbol("(");
        if (parameters || clause.at("RESET") || clause.at("CLUSTER") || clause.at("SET", "WITHOUT", "CLUSTER")) {
            return Operation.of(Action.SET_TABLE_OPTION, table, null);
        }
        if (clause.at("OWNER") || clause.at("REPLICA")) {
            return Operation.of(Action.SET_TABLE_PROPERTY, table, null);
        }
        boolean switched = clause.at("ENABLE") || clause.at("DISABLE") || clause.at("FORCE") || clause.at("NO");
        if (switched && clause.mentions("SECURITY")) {
            return Operation.of(Action.ALTER_ROW_SECURITY, table, null)
                    .withIf(clause.at("DISABLE") || clause.at("NO"), Trait.DISABLED);
        }
        if (switched && clause.mentions("TRIGGER")) {
            return Operation.of(Action.CREATE_TRIGGER, table, null).with(Trait.DISABLED);
        }
        if (switched && clause.mentions("RULE")) {
            return Operation.of(Action.ALTER_RULE, table, null);
        }
        return Operation.of(Action.OTHER, table, null);
    }

    private Operation of(Action action, Tokens clause) {
        return Operation.of(action, table, clause.named());
    }
}
