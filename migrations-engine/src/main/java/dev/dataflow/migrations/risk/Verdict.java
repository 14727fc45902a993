package dev.dataflow.migrations.risk;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import java.util.List;

/**
 * Whether a plan may run.
 *
 * @param decision the decision
 * @param reasons why; empty when it may run
 * @param answers what would let it run, as options: {@code --allow drop-column:users.legacy}
 */
public record Verdict(Decision decision, List<String> reasons, List<String> answers) {

    /** Decisions. */
    public enum Decision {
        /** It may run. */
        ALLOWED(0),
        /** Somebody must say yes first. */
        CONSENT_NEEDED(3),
        /** It must not run. */
        BLOCKED(4);

        private final int exitCode;

        Decision(int exitCode) {
            this.exitCode = exitCode;
        }

        /** The code with which a program ends that was to run it. */
        public int exitCode() {
            return exitCode;
        }
    }

    /** Copies the lists. */
    public Verdict {
        reasons = List.copyOf(reasons);
        answers = List.copyOf(answers);
    }

    /** Whether it may run. */
    public boolean isAllowed() {
        return decision == Decision.ALLOWED;
    }

    /**
     * Goes on only if the plan may run.
     *
     * @throws SchemaException when it may not, with all reasons
     */
    public void require() {
        if (!isAllowed()) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.PLAN_BLOCKED,
                            decision == Decision.BLOCKED
                                    ? "the plan is blocked:\n    " + String.join("\n    ", reasons)
                                    : "the plan needs consent:\n    " + String.join("\n    ", reasons),
                            "the policy does not let it run as it is; nothing was changed",
                            answers.isEmpty()
                                    ? "correct the rows, or plan a safer way"
                                    : "plan a safer way, or say that it is meant: " + String.join(" ", answers)),
                    null);
        }
    }
}
