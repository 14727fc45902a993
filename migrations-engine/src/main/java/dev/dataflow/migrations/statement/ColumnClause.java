package dev.dataflow.migrations.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what is said of a column. */
final class ColumnClause {

    private static final String[] ENDS = {
        "NOT",
        "NULL",
        "DEFAULT",
        "PRIMARY",
        "UNIQUE",
        "REFERENCES",
        "CHECK",
        "GENERATED",
        "AS",
        "CONSTRAINT",
        "COLLATE",
        "COMMENT",
        "FIRST",
        "AFTER",
        "AUTO_INCREMENT",
        "ON",
        "KEY",
        "STORED",
        "VIRTUAL",
        "PERSISTENT",
        "DEFERRABLE",
        "INITIALLY",
        "STORAGE",
        "COMPRESSION",
        "INVISIBLE",
        "VISIBLE",
        "USING"
    };

    private final Tokens tokens;
    private Operation operation;

    private ColumnClause(Tokens tokens, Operation operation) {
        this.tokens = tokens;
        this.operation = operation;
    }

    /** What a column's name is followed by: its type and all else. */
    static Operation read(Tokens tokens, Operation named) {
        ColumnClause clause = new ColumnClause(tokens, named);
        String type = Tokens.text(clause.until());
        clause.operation = clause.operation.with(Part.TYPE, type);
        if (type.toLowerCase(Locale.ROOT).matches("(small|big)?serial[248]?")) {
            clause.operation = clause.operation.with(Trait.IDENTITY, Trait.NOT_NULL);
        }
        while (tokens.hasNext()) {
            clause.option();
        }
        return clause.operation;
    }

    private void option() {
        if (tokens.skip("NOT", "NULL")) {
            operation = operation.with(Trait.NOT_NULL);
        } else if (tokens.skip("DEFAULT")) {
            operation = operation.with(Part.DEFAULT, Tokens.text(until()));
        } else if (tokens.skip("PRIMARY", "KEY")) {
            operation = operation.with(Trait.PRIMARY_KEY, Trait.NOT_NULL);
        } else if (tokens.skip("UNIQUE")) {
            operation = operation.with(Trait.UNIQUE);
        } else if (tokens.skip("REFERENCES")) {
            operation = operation.with(Trait.REFERENCES).with(Part.REFERENCED, tokens.name());
        } else if (tokens.skip("CHECK")) {
            operation = operation.with(Trait.CHECK);
            tokens.parenthesised();
        } else if (tokens.skip("GENERATED")) {
            tokens.skip("ALWAYS");
            tokens.skip("BY", "DEFAULT");
            if (tokens.skip("AS", "IDENTITY")) {
                operation = operation.with(Trait.IDENTITY, Trait.NOT_NULL);
                tokens.parenthesised();
            }
        } else if (tokens.skip("AS")) {
            operation = operation.with(Part.EXPRESSION, Tokens.text(tokens.parenthesised()));
            boolean stored = tokens.skipAny("STORED", "PERSISTENT");
            tokens.skip("VIRTUAL");
            operation = operation.with(stored ? Trait.STORED : Trait.VIRTUAL);
        } else if (tokens.skip("AUTO_INCREMENT")) {
            operation = operation.with(Trait.IDENTITY);
        } else if (tokens.skipAny("FIRST", "AFTER")) {
            operation = operation.with(Trait.POSITIONED);
            tokens.name();
        } else if (tokens.skip("COLLATE")) {
            operation = operation.with(Part.COLLATION, tokens.name());
        } else if (tokens.skip("USING")) {
            operation = operation.with(Trait.USING).with(Part.EXPRESSION, Tokens.text(rest()));
        } else if (tokens.peek().isSymbol("(")) {
            tokens.parenthesised();
        } else {
            tokens.next();
        }
    }

    /** The tokens up to what can follow a type or a default. */
    private List<Token> until() {
        List<Token> found = new ArrayList<>();
        while (tokens.hasNext() && !(isEnd() && !found.isEmpty())) {
            if (isEnd() && !tokens.at("NULL")) {
                break;
            }
            found.add(tokens.peek());
            if (tokens.peek().isSymbol("(")) {
                List<Token> inside = tokens.parenthesised();
                found.addAll(inside);
                found.add(new Token(Token.Kind.SYMBOL, ")", 0, 0));
            } else {
                tokens.next();
            }
        }
        return found;
    }

    private boolean isEnd() {
        for (String end : ENDS) {
            if (tokens.at(end)) {
                return true;
            }
        }
        return false;
    }

    private List<Token> rest() {
        List<Token> rest = new ArrayList<>();
        while (tokens.hasNext()) {
            rest.add(tokens.next());
        }
        return rest;
    }
}
