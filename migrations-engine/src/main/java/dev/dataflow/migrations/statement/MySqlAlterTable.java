package dev.dataflow.migrations.statement;

import dev.dataflow.config.DatabaseEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the clauses of ALTER TABLE of MySQL and MariaDB. */
final class MySqlAlterTable {

    private final String table;
    private final ConstraintClause constraints;

    MySqlAlterTable(DatabaseEngine engine, String table) {
        this.table = table;
        constraints = new ConstraintClause(engine, table);
    }

    /** Several columns may come in parentheses; what is only said for the statement gives none. */
    List<Operation> read(Tokens clause) {
        if (clause.at("ALGORITHM") || clause.at("LOCK") || clause.at("WAIT") || clause.at("NOWAIT")) {
            return List.of();
        }
        if (clause.skip("ADD")) {
            return add(clause);
        }
        if (clause.skip("DROP")) {
            return List.of(drop(clause));
        }
        if (clause.skip("MODIFY")) {
            clause.skip("COLUMN");
            return List.of(ColumnClause.read(clause, of(Action.MODIFY_COLUMN, clause)));
        }
        if (clause.skip("CHANGE")) {
            clause.skip("COLUMN");
            Operation column = of(Action.MODIFY_COLUMN, clause).with(Part.NEW_NAME, clause.name());
            boolean renamed = !column.part(Part.NEW_NAME).equals(Optional.ofNullable(column.object()));
            return List.of(ColumnClause.read(clause, column.withIf(renamed, Trait.RENAMED)));
        }
        if (clause.skip("RENAME")) {
            return List.of(rename(clause));
        }
        return List.of(clause.skip("ALTER") ? alter(clause) : other(clause));
    }

    private List<Operation> add(Tokens clause) {
        if (clause.skip("PARTITION")) {
            return List.of(Operation.of(Action.ADD_PARTITION, table, null));
        }
        Optional<Operation> constraint = constraints.read(clause);
        if (constraint.isPresent()) {
            return List.of(constraint.get());
        }
        clause.skip("COLUMN");
        if (!clause.peek().isSymbol("(")) {
            return List.of(ColumnClause.read(clause, of(Action.ADD_COLUMN, clause)));
        }
        List<Operation> columns = new ArrayList<>();
        for (Tokens column : new Tokens(clause.parenthesised()).parts()) {
            columns.add(constraints
                    .read(column)
                    .orElseGet(() -> ColumnClause.read(column, of(Action.ADD_COLUMN, column))));
        }
        return columns;
    }

    private Operation drop(Tokens clause) {
        if (clause.skip("PRIMARY", "KEY")) {
            return Operation.of(Action.DROP_PRIMARY_KEY, table, null);
        }
        if (clause.skip("FOREIGN", "KEY")) {
            return of(Action.DROP_FOREIGN_KEY, clause);
        }
        if (clause.skipAny("INDEX", "KEY")) {
            return of(Action.DROP_INDEX, clause);
        }
        if (clause.skip("CHECK")) {
            return of(Action.DROP_CHECK, clause);
        }
        if (clause.skip("CONSTRAINT")) {
            return of(Action.DROP_CONSTRAINT, clause);
        }
        if (clause.skip("PARTITION")) {
            return of(Action.DROP_PARTITION, clause);
        }
        clause.skip("COLUMN");
        return of(Action.DROP_COLUMN, clause);
    }

    private Operation rename(Tokens clause) {
        if (clause.skip("COLUMN")) {
            Operation column = of(Action.RENAME_COLUMN, clause);
            clause.skip("TO");
            return column.with(Part.NEW_NAME, clause.name());
        }
        if (clause.skipAny("INDEX", "KEY")) {
            return of(Action.RENAME_INDEX, clause);
        }
        clause.skipAny("TO", "AS");
        return Operation.of(Action.RENAME_TABLE, table, null).with(Part.NEW_NAME, clause.name());
    }

    private Operation alter(Tokens clause) {
        if (clause.skipAny("INDEX", "KEY")) {
            return of(Action.SET_INDEX_VISIBILITY, clause);
        }
        if (clause.skipAny("CHECK", "CONSTRAINT")) {
            return of(clause.mentions("NOT", "ENFORCED") ? Action.DROP_CHECK : Action.ADD_CHECK, clause);
        }
        clause.skip("COLUMN");
        return of(Action.ALTER_DEFAULT, clause);
    }

    private Operation other(Tokens clause) {
        if (clause.at("CONVERT")) {
            return Operation.of(Action.CONVERT_CHARACTER_SET, table, null);
        }
        boolean rewrite = clause.at("ENGINE")
                || clause.at("FORCE")
                || clause.at("ROW_FORMAT")
                || clause.at("KEY_BLOCK_SIZE")
                || clause.at("ORDER", "BY")
                || clause.at("PARTITION", "BY")
                || clause.at("REMOVE", "PARTITIONING")
                || clause.at("REORGANIZE")
                || clause.at("REBUILD")
                || clause.at("OPTIMIZE");
        if (rewrite) {
            return Operation.of(Action.REWRITE_TABLE, table, null);
        }
        if (clause.at("TRUNCATE")) {
            return Operation.of(Action.DROP_PARTITION, table, null);
        }
        boolean option = clause.at("COMMENT")
                || clause.at("DEFAULT")
                || clause.at("CHARACTER")
                || clause.at("CHARSET")
                || clause.at("COLLATE")
                || clause.at("AUTO_INCREMENT")
                || clause.at("STATS_PERSISTENT");
        return Operation.of(option ? Action.SET_TABLE_OPTION : Action.OTHER, table, null);
    }

    private Operation of(Action action, Tokens clause) {
        return Operation.of(action, table, clause.named());
    }
}
