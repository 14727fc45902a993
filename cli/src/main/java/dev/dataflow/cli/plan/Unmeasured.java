package dev.dataflow.cli.plan;

import dev.dataflow.migrations.fact.PlanTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is unknown of the tables of a plan: said once for a report, not at each step. */
final class Unmeasured {

    private Unmeasured() {}

    static List<String> remarks(JudgedPlan judged) {
        Map<Map<String, String>, List<String>> tables = new LinkedHashMap<>();
        new PlanTables(judged.plan(), judged.diff())
                .before().stream()
                        .sorted()
                        .map(judged.facts()::table)
                        .filter(facts -> !facts.unmeasured().isEmpty())
                        .forEach(facts -> tables.computeIfAbsent(facts.unmeasured(), measures -> new ArrayList<>())
                                .add(facts.table()));
        return tables.entrySet().stream()
                .map(each -> remark(each.getKey(), each.getValue()))
                .toList();
    }

    private static String remark(Map<String, String> unmeasured, List<String> tables) {
        return "Unknown, and counted as large: " + String.join(", ", unmeasured.keySet()) + " of "
                + String.join(", ", tables) + " (" + String.join("; ", new TreeSet<>(unmeasured.values())) + ").";
    }
}
