package dev.dataflow.migrations.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a constraint or an index that comes inside of ALTER TABLE or CREATE TABLE, behind ADD. */
final class ConstraintClause {

    private final DatabaseEngine engine;
    private final String table;

    ConstraintClause(DatabaseEngine engine, String table) {
        this.engine = engine;
        this.table = table;
    }

    /** The operation; empty when what comes is a column. */
    Optional<Operation> read(Tokens tokens) {
        String name = null;
        if (tokens.skip("CONSTRAINT")) {
            boolean unnamed = tokens.at("FOREIGN") || tokens.at("UNIQUE") || tokens.at("PRIMARY") || tokens.at("CHECK");
            name = unnamed ? null : tokens.named();
        }
        boolean invalid = tokens.mentions("NOT", "VALID") || tokens.mentions("NOT", "ENFORCED");
        return definition(tokens, name).map(operation -> operation.withIf(invalid, Trait.NOT_VALID));
    }

    private Optional<Operation> definition(Tokens tokens, @Nullable String name) {
        if (tokens.skip("FOREIGN", "KEY")) {
            tokens.skip("IF", "NOT", "EXISTS");
            String own = tokens.peek().isName() ? tokens.name() : null;
            String columns = columns(tokens);
            tokens.seek("REFERENCES");
            return Optional.of(of(Action.ADD_FOREIGN_KEY, name == null ? own : name)
                    .with(Part.COLUMNS, columns)
                    .with(Part.REFERENCED, tokens.name()));
        }
        if (tokens.skip("CHECK")) {
            return Optional.of(of(Action.ADD_CHECK, name).with(Part.EXPRESSION, Tokens.text(tokens.parenthesised())));
        }
        if (tokens.skip("NOT", "NULL")) {
            return Optional.of(of(Action.ADD_NOT_NULL, name).with(Part.COLUMNS, tokens.name()));
        }
        if (tokens.skip("EXCLUDE")) {
            return Optional.of(of(Action.ADD_EXCLUSION, name));
        }
        if (tokens.skip("PRIMARY", "KEY")) {
            return Optional.of(key(tokens, Action.ADD_PRIMARY_KEY, name));
        }
        if (tokens.skip("UNIQUE")) {
            boolean mySql = engine.family() == EngineFamily.MYSQL;
            Operation key = key(tokens, mySql ? Action.CREATE_INDEX : Action.ADD_UNIQUE, name);
            return Optional.of(key.with(Trait.UNIQUE));
        }
        return engine.family() == EngineFamily.MYSQL ? index(tokens) : Optional.empty();
    }

    private Optional<Operation> index(Tokens tokens) {
        if (tokens.skipAny("FULLTEXT", "SPATIAL")) {
            return Optional.of(key(tokens, Action.CREATE_INDEX, null).with(Trait.SPECIAL_INDEX));
        }
        boolean index = tokens.at("INDEX") || tokens.at("KEY");
        return index ? Optional.of(key(tokens, Action.CREATE_INDEX, null)) : Optional.empty();
    }

    private Operation key(Tokens tokens, Action action, @Nullable String name) {
        tokens.skipAny("INDEX", "KEY");
        if (tokens.skip("USING", "INDEX")) {
            return of(action, name).with(Trait.USING_INDEX);
        }
        String own = tokens.peek().isName() && !tokens.at("USING") ? tokens.named() : name;
        if (tokens.skip("USING")) {
            tokens.next();
        }
        tokens.skip("NULLS");
        return of(action, name == null ? own : name).with(Part.COLUMNS, columns(tokens));
    }

    /** The columns of a key; of expressions their text. */
    static String columns(Tokens tokens) {
        while (tokens.hasNext() && !tokens.peek().isSymbol("(")) {
            tokens.next();
        }
        return new Tokens(tokens.parenthesised())
                .parts().stream()
                        .map(part -> part.peek().isName() ? part.next().text() : "(expression)")
                        .reduce((one, other) -> one + "," + other)
                        .orElse("");
    }

    private Operation of(Action action, @Nullable String name) {
        return Operation.of(action, table, name);
    }
}
