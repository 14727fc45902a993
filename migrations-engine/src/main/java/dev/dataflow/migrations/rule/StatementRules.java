package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.statement.SqlStatement;
import dev.dataflow.migrations.statement.StatementReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds hazards in SQL that people wrote, without a database: what only a schema tells is taken for unknown, and unknown for
 * bad. Tables that the text itself has made for certain are new. Threads may share it.
 */
public final class StatementRules {

    private static final Pattern BEGIN =
            Pattern.compile("(?is)(begin|start\\s+transaction)\\b(?!\\s+(not\\s+atomic)).*");
    private static final Pattern END = Pattern.compile("(?is)(commit|end|rollback)\\b(?!\\s+to\\b).*");

    private final DatabaseEngine engine;
    private final ServerVersion version;
    private final boolean oneTransaction;

    private StatementRules(DatabaseEngine engine, ServerVersion version, boolean oneTransaction) {
        this.engine = engine;
        this.version = version;
        this.oneTransaction = oneTransaction;
    }

    /**
     * Statements that run one by one, and between {@code BEGIN} and {@code COMMIT} in one transaction.
     *
     * @param engine the database that they are for
     * @param version its version
     */
    public static StatementRules of(DatabaseEngine engine, ServerVersion version) {
        return new StatementRules(engine, version, false);
    }

    /** The same for texts that run as one transaction, as Flyway does. */
    public StatementRules inOneTransaction() {
        return new StatementRules(engine, version, true);
    }

    /**
     * The hazards of a text, in the order of its statements.
     *
     * @param sql statements with semicolons between; MySQL's DELIMITER is known
     */
    public List<StatementMatch> matches(String sql) {
        List<SqlStatement> statements = StatementReader.of(engine).read(sql);
        PlanContext context = PlanContext.offline(engine, version);
        List<Occurrence> all = new ArrayList<>();
        for (PlacedOperation each : Rebuilds.folded(engine, placed(statements))) {
            for (ChangedOperation changed : new ChangeSearch(List.of(), List.of(), all).find(each.operation())) {
                all.add(new Occurrence(context, each.statement(), changed.operation(), changed.change(), all));
            }
        }
        List<StatementMatch> matches = new ArrayList<>();
        for (Occurrence occurrence : all) {
            for (OperationRule rule : Rules.RULES) {
                rule.match(occurrence)
                        .ifPresent(match -> matches.add(
                                new StatementMatch(occurrence.statement().line(), match)));
            }
        }
        return matches;
    }

    private List<PlacedOperation> placed(List<SqlStatement> statements) {
        List<PlacedOperation> placed = new ArrayList<>();
        int transaction = oneTransaction ? 1 : 0;
        int last = transaction;
        LockTimeouts timeouts = new LockTimeouts(engine);
        MadeTables made = new MadeTables();
        for (SqlStatement statement : statements) {
            String sql = statement.sql();
            if (!oneTransaction && END.matcher(sql).matches()) {
                transaction = 0;
            }
            boolean timeout = timeouts.next(sql, transaction > 0);
            PlacedStatement at =
                    new PlacedStatement(sql, statement.line(), 0, transaction, false, timeout, made.next(statement));
            statement.operations().forEach(operation -> placed.add(new PlacedOperation(at, operation)));
            if (!oneTransaction && BEGIN.matcher(sql).matches()) {
                transaction = ++last;
            }
        }
        return placed;
    }
}
