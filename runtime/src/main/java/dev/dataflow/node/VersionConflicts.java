package dev.dataflow.node;

import java.util.List;
import java.util.Map;

/**
 * Changes that met another version than they were made for, since an instance was opened. Immutable.
 *
 * @param byPolicy how many there were under each policy
 * @param byModel how many there were of each model, by its qualified name
 * @param refused how many of them were refused, with DF-409 but for rare errors of the second attempt
 * @param last the last hundred, the latest at the end
 */
public record VersionConflicts(
        Map<ConflictPolicy.Kind, Long> byPolicy, Map<String, Long> byModel, long refused, List<VersionConflict> last) {

    /** Copies what it is given. */
    public VersionConflicts {
        byPolicy = Map.copyOf(byPolicy);
        byModel = Map.copyOf(byModel);
        last = List.copyOf(last);
    }

    /** How many there were. */
    public long count() {
        return byPolicy.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many there were under a policy.
     *
     * @param policy the policy
     */
    public long count(ConflictPolicy.Kind policy) {
        return byPolicy.getOrDefault(policy, 0L);
    }
}
