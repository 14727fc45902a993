package dev.dataflow.cli.report;

import dev.dataflow.cli.report.Verdict.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report for programs. Components may be added to the form; none changes its meaning while its name stays. */
public final class JsonReport implements ReportWriter {

    /** The form's name and version. */
    public static final String SCHEMA = "dataflow-plan-report/1";

    private final Tool tool;

    /** Reports of a tool. */
    public JsonReport(Tool tool) {
        this.tool = tool;
    }

    @Override
    public String write(PlanReport report) {
        Outcome outcome = report.verdict().outcome();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", SCHEMA);
        tree.put("ok", outcome == Outcome.NOTHING || outcome == Outcome.ALLOWED);
        tree.put("tool", tool);
        tree.put("report", report);
        return Json.write(tree);
    }
}
