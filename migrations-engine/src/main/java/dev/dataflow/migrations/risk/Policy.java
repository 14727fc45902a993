package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.rule.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What risk is taken without asking. Immutable and thread-safe.
 *
 * <p>A plan that will fail on counted rows is blocked. So is one with a step above {@link #maxRisk()}, unless each change
 * that makes it so is allowed by name. Data are lost only with an entry that says so, whatever the level.
 *
 * @param maxRisk the highest level that may run
 * @param allowed changes that are meant: {@code drop-column:users.legacy}, {@code drop-table:x}, {@code type-change:t.c}
 * @param approvals who must approve plans of a level and above
 */
public record Policy(Level maxRisk, Set<String> allowed, Map<Level, Set<String>> approvals) {

    /** Up to MEDIUM; nothing that loses data; nobody is asked. */
    public static final Policy DEFAULT = new Policy(Level.MEDIUM, Set.of(), Map.of());

    /**
     * Copies the sets and the map.
     *
     * @throws dev.dataflow.error.SchemaException when an entry is none, or of a kind that does not exist
     */
    public Policy {
        allowed = Set.copyOf(allowed);
        Map<Level, Set<String>> copy = new TreeMap<>();
        approvals.forEach((level, names) -> copy.put(level, Set.copyOf(names)));
        approvals = Map.copyOf(copy);
        allowed.forEach(Allowances::requireKnown);
    }

    /**
     * Reads a policy. As JSON: {@code {"maxRisk": "HIGH", "allow": ["drop-table:x"], "approvals": {"HIGH": ["dba"]}}}. As
     * properties: {@code maxRisk=HIGH}, {@code allow=drop-table:x, drop-column:t.c}, {@code approvals.HIGH=dba}. What is
     * left out is that of {@link #DEFAULT}.
     *
     * @param text the text
     * @throws dev.dataflow.error.SchemaException when it is neither, or says something that a policy does not know
     */
    public static Policy read(String text) {
        return PolicyText.read(text);
    }

    /** The same with another highest level. */
    public Policy withMaxRisk(Level level) {
        return new Policy(level, allowed, approvals);
    }

    /** The same with more changes that are meant. */
    public Policy allowing(List<String> more) {
        Set<String> all = new TreeSet<>(allowed);
        all.addAll(more);
        return new Policy(maxRisk, all, approvals);
    }

    /**
     * Judges a plan that nobody has approved yet.
     *
     * @param plan the plan
     * @param assessment its risk
     * @throws dev.dataflow.error.SchemaException when an allowed change is not in the plan
     */
    public Verdict judge(Plan plan, Assessment assessment) {
        return judge(plan, assessment, Set.of());
    }

    /**
     * Judges a plan.
     *
     * @param plan the plan
     * @param assessment its risk
     * @param approvedBy who has approved it
     * @throws dev.dataflow.error.SchemaException when an allowed change is not in the plan
     */
    public Verdict judge(Plan plan, Assessment assessment, Set<String> approvedBy) {
        return new Judgement(this, plan, assessment, approvedBy).verdict();
    }
}
