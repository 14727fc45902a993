package dev.dataflow.migrations.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what statements do, as far as a database's own syntax says it. It reads no types of tables that are not in the text,
 * and refuses nothing: what it does not know is {@link Action#OTHER}. Threads may share it.
 */
public final class StatementReader {

    /** Commands of psql that neither run SQL nor read it from elsewhere. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?is)\\\\(set|unset|echo|qecho|warn|prompt|pset|timing|encoding|errverbose|if|elif|else|endif|c|connect|"
                    + "conninfo|cd|restrict|unrestrict|q|quit|d\\S*|l|x|a|t|o|r|reset|g|gx|gset|gdesc|crosstabview|watch)"
                    + "(\\s.*)?");

    private static final List<String> WRITING = List.of("UPDATE", "DELETE", "INSERT", "MERGE");
    private static final List<String> EXPLAINED = List.of(
            "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "VALUES", "EXECUTE", "DECLARE", "CREATE",
            "REFRESH", "WITH");

    private final DatabaseEngine engine;

    private StatementReader(DatabaseEngine engine) {
        this.engine = engine;
    }

    /** The reader for a database. */
    public static StatementReader of(DatabaseEngine engine) {
        return new StatementReader(engine);
    }

    /** The statements of a text, for example a file, with their lines. */
    public List<SqlStatement> read(String text) {
        List<SqlStatement> statements = new ArrayList<>();
        for (StatementText each : StatementText.of(engine, text)) {
            statements.add(new SqlStatement(
                    each.sql(),
                    each.line(),
                    operations(each.tokens()),
                    WrittenNames.of(engine.family(), each.tokens())));
        }
        return statements;
    }

    private List<Operation> operations(List<Token> all) {
        Tokens tokens = new Tokens(all);
        if (tokens.peek().kind() == Token.Kind.META) {
            boolean harmless = HARMLESS.matcher(tokens.peek().text()).matches();
            return one(harmless ? Action.SESSION : Action.OTHER, "");
        }
        List<Token> inner = inner(new Tokens(all));
        if (!inner.isEmpty()) {
            return operations(inner);
        }
        if (tokens.skip("CREATE")) {
            return new CreateStatement(engine).read(tokens);
        }
        if (tokens.skip("ALTER")) {
            return new AlterStatement(engine).read(tokens);
        }
        if (tokens.skip("DROP")) {
            return new DropStatement(engine.family()).read(tokens);
        }
        return rows(tokens, new Tokens(all));
    }

    /** A statement that runs inside of this one: EXPLAIN ANALYZE does what it explains. Empty when there is none. */
    private List<Token> inner(Tokens tokens) {
        boolean mariaDb = engine == DatabaseEngine.MARIADB;
        if (mariaDb && tokens.at("SET", "STATEMENT")) {
            tokens.seek("FOR");
            return tokens.rest();
        }
        boolean runs = mariaDb && tokens.at("ANALYZE") && !tokens.mentions("TABLE");
        if (tokens.skip("EXPLAIN")) {
            runs = tokens.at("ANALYZE") || new Tokens(new Tokens(tokens.rest()).parenthesised()).isOn("ANALYZE");
        }
        while (runs && tokens.hasNext() && EXPLAINED.stream().noneMatch(tokens::at)) {
            if (tokens.parenthesised().isEmpty()) {
                tokens.next();
            }
        }
        return runs ? tokens.rest() : List.of();
    }

    private List<Operation> rows(Tokens tokens, Tokens again) {
        boolean replaces = tokens.skip("REPLACE");
        if (replaces || tokens.skip("INSERT")) {
            return changed(Action.INSERT, replaces, tokens, again);
        }
        if (tokens.skip("UPDATE")) {
            return changed(Action.UPDATE, false, tokens, again);
        }
        if (tokens.skip("DELETE")) {
            tokens.seek("FROM");
            return List.of(filtered(Action.DELETE, tokens.named(), again));
        }
        if (tokens.skip("TRUNCATE")) {
            tokens.skip("TABLE");
            boolean cascade = tokens.mentions("CASCADE");
            return tokens.parts().stream()
                    .map(part -> Operation.of(Action.TRUNCATE_TABLE, part.named(), null)
                            .withIf(cascade, Trait.CASCADE))
                    .toList();
        }
        if (tokens.skip("RENAME", "TABLE")) {
            return tokens.parts().stream().map(StatementReader::rename).toList();
        }
        if (tokens.skip("WITH")) {
            List<Token> main = engine.family() == EngineFamily.POSTGRESQL ? List.of() : behindParts(tokens);
            if (!main.isEmpty()
                    && (WRITING.stream().anyMatch(main.get(0)::is)
                            || main.get(0).is("REPLACE"))) {
                return operations(main);
            }
            return List.of(writes(again) ? Operation.of(Action.OTHER, "", null) : query(again));
        }
        return List.of(maintenance(tokens));
    }

    /** Rows that come or change; those that are in their way go where REPLACE says so. */
    private List<Operation> changed(Action action, boolean replaces, Tokens tokens, Tokens again) {
        boolean deletes = replaces;
        if (tokens.skip("OR")) {
            deletes |= tokens.next().is("REPLACE");
        } else if (engine.family() == EngineFamily.MYSQL) {
            while (tokens.skipAny("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE")) {
                // says when, and not of what
            }
        }
        tokens.skip("INTO");
        Operation rows = action == Action.UPDATE
                ? filtered(action, tokens.named(), again)
                : Operation.of(action, tokens.name(), null);
        Operation clashing = Operation.of(Action.DELETE, rows.table(), null).with(Trait.FILTERED);
        return deletes ? List.of(rows, clashing) : List.of(rows);
    }

    /** What stands behind the queries of WITH, which only PostgreSQL lets write. */
    private static List<Token> behindParts(Tokens tokens) {
        tokens.skip("RECURSIVE");
        do {
            tokens.next();
            tokens.parenthesised();
            tokens.skip("AS");
            tokens.skip("NOT");
            tokens.skip("MATERIALIZED");
            tokens.parenthesised();
        } while (tokens.skipSymbol(","));
        return tokens.rest();
    }

    private Operation maintenance(Tokens tokens) {
        if (tokens.skip("REFRESH", "MATERIALIZED", "VIEW")) {
            boolean concurrent = tokens.skip("CONCURRENTLY");
            return Operation.of(Action.REFRESH_MATERIALISED_VIEW, tokens.name(), null)
                    .withIf(concurrent, Trait.CONCURRENT);
        }
        if (tokens.skip("REINDEX")) {
            tokens.parenthesised();
            boolean index = tokens.skip("INDEX");
            tokens.skipAny("TABLE", "SCHEMA", "DATABASE", "SYSTEM");
            boolean concurrent = tokens.skip("CONCURRENTLY");
            String name = tokens.name();
            return Operation.of(Action.REINDEX, index ? "" : name, index ? name : null)
                    .withIf(concurrent, Trait.CONCURRENT);
        }
        if (tokens.skip("LOCK")) {
            tokens.skipAny("TABLE", "TABLES");
            return Operation.of(Action.LOCK_TABLE, tokens.named(), null);
        }
        if (tokens.skip("COMMENT", "ON")) {
            boolean table = tokens.skip("TABLE");
            return Operation.of(Action.SET_TABLE_OPTION, table ? tokens.name() : "", null);
        }
        boolean full = tokens.at("VACUUM") && (tokens.mentions("FULL") || engine.family() == EngineFamily.SQLITE);
        boolean fullOption = tokens.at("VACUUM") && tokens.peek(2).is("FULL");
        if (full || fullOption || tokens.at("CLUSTER") || tokens.at("OPTIMIZE")) {
            tokens.next();
            tokens.parenthesised();
            tokens.skipAny("FULL", "TABLE", "VERBOSE");
            return Operation.of(Action.REWRITE_TABLE, tokens.name(), null);
        }
        return session(tokens);
    }

    /** Whether a statement with WITH writes, itself or in a part. */
    private static boolean writes(Tokens tokens) {
        List<Token> all = tokens.rest();
        for (int i = 0; i < all.size(); i++) {
            boolean first = i > 0 && all.get(i - 1).isSymbol("(");
            if (first && WRITING.stream().anyMatch(all.get(i)::is)) {
                return true;
            }
        }
        return WRITING.stream().anyMatch(tokens::mentions);
    }

    /** PostgreSQL's SELECT INTO makes a table. */
    private Operation query(Tokens tokens) {
        if (engine.family() != EngineFamily.POSTGRESQL
                || !tokens.seek("INTO")
                || tokens.skipAny("TEMP", "TEMPORARY", "LOCAL", "GLOBAL")) {
            return Operation.of(Action.QUERY, "", null);
        }
        tokens.skip("UNLOGGED");
        tokens.skip("TABLE");
        return Operation.of(Action.CREATE_TABLE, tokens.name(), null);
    }

    private Operation session(Tokens tokens) {
        if (tokens.at("SELECT")) {
            return query(tokens);
        }
        if (tokens.at("VALUES") || tokens.at("EXPLAIN") || tokens.at("SHOW")) {
            return Operation.of(Action.QUERY, "", null);
        }
        if (tokens.at("BEGIN", "NOT")) {
            // MariaDB runs the statements of such a block
            return Operation.of(Action.OTHER, "", null);
        }
        boolean settings = tokens.skipAny(
                "SET",
                "RESET",
                "BEGIN",
                "START",
                "COMMIT",
                "END",
                "ROLLBACK",
                "SAVEPOINT",
                "RELEASE",
                "PRAGMA",
                "USE",
                "UNLOCK",
                "ANALYZE",
                "VACUUM",
                "DISCARD",
                "LISTEN",
                "NOTIFY");
        boolean rights = tokens.at("GRANT") || tokens.at("REVOKE");
        return Operation.of(settings ? Action.SESSION : rights ? Action.CREATE_OBJECT : Action.OTHER, "", null);
    }

    private static Operation rename(Tokens part) {
        Operation table = Operation.of(Action.RENAME_TABLE, part.named(), null);
        part.skip("TO");
        return table.with(Part.NEW_NAME, part.name());
    }

    private static Operation filtered(Action action, String table, Tokens tokens) {
        return Operation.of(action, table, null).withIf(tokens.mentions("WHERE"), Trait.FILTERED);
    }

    private static List<Operation> one(Action action, String table) {
        return List.of(Operation.of(action, table, null));
    }
}
