package dev.dataflow.migrations.statement;

import dev.dataflow.config.DatabaseEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands behind CREATE. */
final class CreateStatement {

    private final DatabaseEngine engine;

    CreateStatement(DatabaseEngine engine) {
        this.engine = engine;
    }

    List<Operation> read(Tokens tokens) {
        boolean replace = tokens.skip("OR", "REPLACE");
        boolean temporary = false;
        while (tokens.skipAny("TEMP", "TEMPORARY", "LOCAL", "GLOBAL")) {
            temporary = true;
        }
        if (temporary) {
            // nobody else sees it
            return List.of(Operation.of(Action.SESSION, "", null));
        }
        tokens.skipAny("UNLOGGED", "VIRTUAL", "FOREIGN");
        if (tokens.skip("TABLE")) {
            return table(tokens, replace);
        }
        boolean unique = tokens.skip("UNIQUE");
        boolean special = tokens.skipAny("FULLTEXT", "SPATIAL");
        if (tokens.skip("INDEX")) {
            Operation index = index(tokens);
            return List.of(index.withIf(unique, Trait.UNIQUE).withIf(special, Trait.SPECIAL_INDEX));
        }
        return List.of(other(tokens, replace));
    }

    /** The table, and its foreign keys, which lock the tables that they point to. */
    private List<Operation> table(Tokens tokens, boolean replace) {
        boolean tolerant = tokens.at("IF");
        String name = tokens.named();
        List<Operation> operations = new ArrayList<>();
        if (replace) {
            operations.add(Operation.of(Action.DROP_TABLE, name, null));
        }
        if (tokens.skip("PARTITION", "OF")) {
            operations.add(Operation.of(Action.CREATE_PARTITION, tokens.name(), name));
        }
        operations.add(Operation.of(Action.CREATE_TABLE, name, null).withIf(tolerant, Trait.IF_NOT_EXISTS));
        ConstraintClause constraints = new ConstraintClause(engine, name);
        for (Tokens part : new Tokens(tokens.parenthesised()).parts()) {
            constraints
                    .read(part)
                    .or(() -> Optional.of(ColumnClause.read(part, Operation.of(Action.ADD_COLUMN, name, part.name())))
                            .filter(column -> column.has(Trait.REFERENCES))
                            .map(column -> column.as(Action.ADD_FOREIGN_KEY)
                                    .with(Part.COLUMNS, String.valueOf(column.object()))))
                    .filter(operation -> operation.action() == Action.ADD_FOREIGN_KEY)
                    .ifPresent(operations::add);
        }
        return operations;
    }

    private static Operation index(Tokens tokens) {
        boolean concurrent = tokens.skip("CONCURRENTLY");
        boolean tolerant = tokens.skip("IF", "NOT", "EXISTS");
        String name = tokens.at("ON") ? null : tokens.name();
        tokens.seek("ON");
        boolean only = tokens.skip("ONLY");
        String table = tokens.name();
        String columns = ConstraintClause.columns(tokens);
        return Operation.of(Action.CREATE_INDEX, table, name)
                .with(Part.COLUMNS, columns)
                .withIf(concurrent, Trait.CONCURRENT)
                .withIf(tolerant, Trait.IF_NOT_EXISTS)
                .withIf(only, Trait.ONLY)
                .withIf(tokens.mentions("WHERE"), Trait.FILTERED);
    }

    private static Operation other(Tokens tokens, boolean replace) {
        while (tokens.at("ALGORITHM") || tokens.at("DEFINER") || tokens.at("SQL") || tokens.at("RECURSIVE")) {
            skipSetting(tokens);
        }
        tokens.skip("CONSTRAINT");
        if (tokens.skip("VIEW")) {
            return Operation.of(Action.CREATE_VIEW, tokens.named(), null).withIf(replace, Trait.OR_REPLACE);
        }
        if (tokens.skip("MATERIALIZED", "VIEW")) {
            return Operation.of(Action.CREATE_MATERIALISED_VIEW, tokens.named(), null);
        }
        if (tokens.skip("TRIGGER")) {
            String name = tokens.named();
            tokens.seek("ON");
            return Operation.of(Action.CREATE_TRIGGER, tokens.name(), name);
        }
        if (tokens.skip("POLICY")) {
            String name = tokens.name();
            tokens.skip("ON");
            return Operation.of(Action.ALTER_ROW_SECURITY, tokens.name(), name);
        }
        if (tokens.skip("RULE")) {
            String name = tokens.name();
            tokens.seek("TO");
            return Operation.of(Action.ALTER_RULE, tokens.name(), name);
        }
        tokens.next();
        return Operation.of(Action.CREATE_OBJECT, "", tokens.named()).withIf(replace, Trait.OR_REPLACE);
    }

    private static void skipSetting(Tokens tokens) {
        tokens.next();
        while (tokens.hasNext()
                && !tokens.at("VIEW")
                && !tokens.at("TRIGGER")
                && !tokens.at("FUNCTION")
                && !tokens.at("PROCEDURE")
                && !tokens.at("EVENT")) {
            tokens.next();
        }
    }
}
