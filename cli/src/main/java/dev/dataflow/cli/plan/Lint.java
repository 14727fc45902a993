package dev.dataflow.cli.plan;

import dev.dataflow.cli.report.Finding;
import dev.dataflow.cli.report.Place;
import dev.dataflow.cli.report.PlanReport;
import dev.dataflow.cli.report.Risk;
import dev.dataflow.cli.report.StepReport;
import dev.dataflow.cli.report.Target;
import dev.dataflow.cli.report.Verdict;
import dev.dataflow.cli.report.Verdict.Outcome;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.rule.Match;
import dev.dataflow.migrations.rule.StatementMatch;
import dev.dataflow.migrations.rule.StatementRules;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at SQL that people wrote, without a database. What only a database knows is unknown, and counts as large. */
public final class Lint {

    /** What is said where risk is found without a database. */
    static final String UNASKED = "No database was asked: rows, sizes and traffic are unknown, and count as large.";

    private final StatementRules rules;
    private final DatabaseEngine engine;
    private final ServerVersion version;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * A look at files for one server.
     *
     * @param engine the database
     * @param version its version
     * @param oneTransaction whether each file runs in one transaction, as with Flyway
     */
    public Lint(DatabaseEngine engine, ServerVersion version, boolean oneTransaction) {
        StatementRules each = StatementRules.of(engine, version);
        this.rules = oneTransaction ? each.inOneTransaction() : each;
        this.engine = engine;
        this.version = version;
    }

    /**
     * Looks at a file.
     *
     * @param file its name, with slashes
     * @param sql its text
     */
    public void read(String file, String sql) {
        for (StatementMatch each : rules.matches(sql)) {
            Level level = Levels.unknown(each.match().rule());
            if (level != Level.LOW) {
                findings.add(finding(new Place(file, each.line()), level, each.match()));
            }
        }
    }

    private static Finding finding(Place place, Level level, Match match) {
        String what =
                match.table().isEmpty() ? "" : match.table() + (match.column() == null ? "" : "." + match.column());
        List<String> facts = new ArrayList<>();
        facts.add((what.isEmpty() ? "" : what + ": ") + match.rule().title());
        facts.add("lock " + match.claim().lock().name() + ", blocks "
                + match.claim().lock().blocks().label() + ", "
                + match.claim().work().label());
        if (!match.claim().failsOn().isEmpty()) {
            facts.add("fails on " + match.claim().failsOn());
        }
        if (!match.claim().loses().isEmpty()) {
            facts.add("loses " + match.claim().loses());
        }
        String recipe = match.claim().recipe();
        return new Finding(
                match.rule().name(),
                match.rule().title(),
                Levels.risk(level),
                String.join("; ", facts),
                match.claim().evidence().toString(),
                recipe.isEmpty() ? null : recipe,
                null,
                place);
    }

    /**
     * The report of all files read.
     *
     * @param name what they are called together
     * @param failOn from which level on findings are a failure
     */
    public PlanReport report(String name, Level failOn) {
        Risk highest = findings.stream()
                .map(Finding::risk)
                .max(Comparator.naturalOrder())
                .orElse(Risk.LOW);
        boolean fails = isAnyFrom(findings, failOn);
        Verdict verdict = new Verdict(fails ? Outcome.FINDINGS : Outcome.ALLOWED, highest, null, List.of(UNASKED));
        return new PlanReport(
                "migrate lint",
                name,
                new Target(engine.label(), version.toString(), null, StepReport.UNKNOWN, StepReport.UNKNOWN),
                verdict,
                List.of(),
                findings,
                List.of(),
                List.of());
    }

    /** Whether a finding is of a level or a higher one. */
    static boolean isAnyFrom(List<Finding> findings, Level level) {
        return findings.stream().anyMatch(finding -> finding.risk().compareTo(Levels.risk(level)) >= 0);
    }
}
