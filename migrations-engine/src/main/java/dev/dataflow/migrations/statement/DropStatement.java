package dev.dataflow.migrations.statement;

import dev.dataflow.config.EngineFamily;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands behind DROP. */
final class DropStatement {

    private final EngineFamily family;

    DropStatement(EngineFamily family) {
        this.family = family;
    }

    List<Operation> read(Tokens tokens) {
        if (tokens.skipAny("TEMPORARY")) {
            return List.of(Operation.of(Action.SESSION, "", null));
        }
        tokens.skip("FOREIGN");
        if (tokens.skip("TABLE")) {
            return each(tokens, Action.DROP_TABLE);
        }
        if (tokens.skip("INDEX")) {
            return index(tokens);
        }
        tokens.skip("MATERIALIZED");
        if (tokens.skip("VIEW")) {
            return each(tokens, Action.DROP_VIEW);
        }
        if (tokens.skip("TRIGGER")) {
            return List.of(on(tokens, Action.DROP_TRIGGER));
        }
        if (tokens.skip("POLICY")) {
            return List.of(on(tokens, Action.ALTER_ROW_SECURITY));
        }
        if (tokens.skip("RULE")) {
            return List.of(on(tokens, Action.ALTER_RULE));
        }
        // with all that is in it: MySQL's schemas are databases
        boolean whole =
                tokens.at("DATABASE") || tokens.at("OWNED") || tokens.at("SCHEMA") && family == EngineFamily.MYSQL;
        tokens.next();
        Operation object = Operation.of(Action.DROP_OBJECT, "", tokens.named());
        return List.of(object.withIf(whole || tokens.mentions("CASCADE"), Trait.CASCADE));
    }

    private List<Operation> each(Tokens tokens, Action action) {
        boolean cascade = family == EngineFamily.POSTGRESQL && tokens.mentions("CASCADE");
        List<Operation> operations = new ArrayList<>();
        for (Tokens part : tokens.parts()) {
            operations.add(Operation.of(action, part.named(), null).withIf(cascade, Trait.CASCADE));
        }
        return operations;
    }

    /** PostgreSQL and SQLite name no table. */
    private List<Operation> index(Tokens tokens) {
        boolean concurrent = tokens.skip("CONCURRENTLY");
        List<Operation> operations = new ArrayList<>();
        for (Tokens part : tokens.parts()) {
            String name = part.named();
            String table = part.skip("ON") ? part.name() : "";
            operations.add(Operation.of(Action.DROP_INDEX, table, name)
                    .withIf(concurrent, Trait.CONCURRENT)
                    .withIf(part.mentions("CASCADE"), Trait.CASCADE));
        }
        return operations;
    }

    private static Operation on(Tokens tokens, Action action) {
        String name = tokens.named();
        return Operation.of(action, tokens.skip("ON") ? tokens.name() : "", name);
    }
}
