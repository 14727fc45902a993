package dev.dataflow.cli.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings as SARIF 2.1.0, for code scanning. What stands in no file is a finding of the plan by its name. */
public final class SarifReport implements ReportWriter {

    /** Where the form's schema is; it is only named, never fetched. */
    static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Tool tool;

    /** Reports of a tool. */
    public SarifReport(Tool tool) {
        this.tool = tool;
    }

    @Override
    public String write(PlanReport report) {
        List<Finding> findings = new ArrayList<>(report.findings());
        report.questions().forEach(question -> findings.add(asFinding(question)));
        List<String> rules =
                findings.stream().map(Finding::rule).distinct().sorted().toList();
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", tool.name());
        driver.put("version", tool.version());
        driver.put("rules", rules.stream().map(rule -> rule(rule, findings)).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("automationDetails", Map.of("id", report.command() + "/" + report.name()));
        run.put(
                "results",
                findings.stream()
                        .map(finding -> result(report, finding, rules.indexOf(finding.rule())))
                        .toList());
        run.put("columnKind", "utf16CodeUnits");
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return Json.write(log);
    }

    private static Finding asFinding(Question question) {
        String answers = String.join(
                "; ",
                question.flags().stream()
                        .map(answer -> answer.flag() + " (" + answer.meaning() + ")")
                        .toList());
        return new Finding(
                question.code(), "open question", Risk.HIGH, question.text(), "schemas", answers, null, null);
    }

    private static Map<String, Object> rule(String rule, List<Finding> findings) {
        String title = findings.stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .map(Finding::title)
                .orElse(rule);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", rule);
        tree.put("shortDescription", Map.of("text", title));
        return tree;
    }

    private static Map<String, Object> result(PlanReport report, Finding finding, int ruleIndex) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("ruleId", finding.rule());
        tree.put("ruleIndex", ruleIndex);
        tree.put("level", level(finding.risk()));
        tree.put("message", Map.of("text", finding.text()));
        tree.put("locations", List.of(location(report, finding)));
        tree.put("partialFingerprints", Map.of("dataflow/v1", fingerprint(finding)));
        Map<String, Object> properties =
                new TreeMap<>(Map.of("risk", finding.risk().name(), "source", finding.source()));
        if (finding.step() != null) {
            properties.put("step", finding.step());
        }
        tree.put("properties", properties);
        return tree;
    }

    private static Map<String, Object> location(PlanReport report, Finding finding) {
        Place place = finding.place();
        if (place == null) {
            String step = finding.step() == null ? "" : "/step/" + finding.step();
            return Map.of(
                    "logicalLocations",
                    List.of(new TreeMap<>(Map.of("fullyQualifiedName", report.name() + step, "kind", "plan"))));
        }
        Map<String, Object> artifact = new LinkedHashMap<>();
        boolean elsewhere = place.file().startsWith("/");
        artifact.put("uri", (elsewhere ? "file://" : "") + encoded(place.file()));
        if (!elsewhere) {
            artifact.put("uriBaseId", "%SRCROOT%");
        }
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        physical.put("region", Map.of("startLine", place.line()));
        return Map.of("physicalLocation", physical);
    }

    private static String level(Risk risk) {
        return switch (risk) {
            case HIGH, CRITICAL -> "error";
            case MEDIUM -> "warning";
            case LOW, UNKNOWN -> "note";
        };
    }

    /** The same for one finding as long as its words stay: neither its line nor its step counts. */
    private static String fingerprint(Finding finding) {
        try {
            byte[] text = (finding.rule() + "\n" + finding.message()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each Java has it
        }
    }

    /** A file as a URI: everything but what is always allowed is percent-encoded. */
    private static String encoded(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte each : file.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return uri.toString();
    }
}
