package dev.dataflow.cli.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of it all.
 *
 * @param outcome what it means
 * @param risk the highest level of all steps
 * @param score from 0 to 100; null when it is not known
 * @param reasons why it is so, in sentences
 */
public record Verdict(Outcome outcome, Risk risk, @Nullable Integer score, List<String> reasons) {

    /** What a report means for whoever waits for it. */
    public enum Outcome {
        /** There is nothing to change. */
        NOTHING("nothing to change"),
        /** Nothing speaks against it. */
        ALLOWED("allowed"),
        /** It has findings of the level that was asked to fail. */
        FINDINGS("has findings"),
        /** People have to answer questions first. */
        QUESTIONS("needs answers"),
        /** It loses something that nobody has said may be lost. */
        CONSENT("needs consent"),
        /** The policy does not allow it. */
        BLOCKED("blocked by the policy"),
        /** It fails on rows that are there. */
        FAILS("will fail");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** Its name for people. */
        public String label() {
            return label;
        }
    }

    /** Copies the list. */
    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** The level with its score, for people. */
    public String level() {
        return score == null ? risk.name() : risk.name() + " (" + score + "/100)";
    }
}
