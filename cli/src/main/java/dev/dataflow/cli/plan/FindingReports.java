package dev.dataflow.cli.plan;

import dev.dataflow.cli.report.Finding;
import dev.dataflow.cli.report.Risk;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.risk.Point;
import dev.dataflow.migrations.risk.StepRisk;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.rule.Match;
import dev.dataflow.migrations.rule.Rule;
import dev.dataflow.migrations.rule.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people should know of a step: each rule that makes it riskier than LOW. */
final class FindingReports {

    /** What is found by counting, not by a rule. */
    static final String WILL_FAIL = "will-fail";

    private static final Map<String, String> TITLES =
            Rules.all().stream().collect(Collectors.toMap(Rule::name, Rule::title));

    private FindingReports() {}

    static List<Finding> of(String change, StepRisk risk, List<Match> matches) {
        List<Finding> findings = new ArrayList<>();
        for (String failure : risk.failures()) {
            findings.add(new Finding(
                    WILL_FAIL,
                    "fails on rows that are there",
                    Risk.CRITICAL,
                    change + ": " + failure,
                    "counted",
                    "correct the rows first",
                    risk.step() + 1,
                    null));
        }
        Map<String, List<Point>> points = new LinkedHashMap<>();
        risk.points()
                .forEach(point -> points.computeIfAbsent(point.rule(), rule -> new ArrayList<>())
                        .add(point));
        Level highest = Level.LOW;
        for (Map.Entry<String, List<Point>> each : points.entrySet()) {
            Level level = level(each.getValue());
            if (TITLES.containsKey(each.getKey()) && level != Level.LOW) {
                findings.add(finding(each.getKey(), level, change, risk.step() + 1, each.getValue(), matches));
                highest = highest.or(level);
            }
        }
        for (Map.Entry<String, List<Point>> each : points.entrySet()) {
            Level level = level(each.getValue());
            // a floor says something only where no rule says as much
            if (!TITLES.containsKey(each.getKey()) && level.compareTo(highest) > 0) {
                findings.add(finding(each.getKey(), level, change, risk.step() + 1, each.getValue(), matches));
                highest = level;
            }
        }
        return findings;
    }

    private static Level level(List<Point> points) {
        return Level.of(points.stream().mapToInt(Point::points).max().orElse(0));
    }

    private static Finding finding(
            String rule, Level level, String change, int step, List<Point> points, List<Match> matches) {
        List<Change> own = matches.stream()
                .filter(match -> match.rule().name().equals(rule))
                .flatMap(match -> Stream.ofNullable(match.change()))
                .distinct()
                .toList();
        String subject = own.size() == 1 ? own.get(0).describe() : change;
        String recipe = matches.stream()
                .filter(match -> match.rule().name().equals(rule))
                .map(match -> match.claim().recipe())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(null);
        return new Finding(
                rule,
                TITLES.getOrDefault(rule, rule.replace('-', ' ')),
                Levels.risk(level),
                subject + ": " + joined(points, Point::fact),
                joined(points, Point::source),
                recipe,
                step,
                null);
    }

    /** Each once; one that only begins another gives its place to the longer one. */
    private static String joined(List<Point> points, Function<Point, String> part) {
        List<String> parts =
                points.stream().map(part).filter(each -> !each.isEmpty()).toList();
        return parts.stream()
                .map(each -> parts.stream()
                        .filter(other -> other.startsWith(each + "; "))
                        .findFirst()
                        .orElse(each))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
