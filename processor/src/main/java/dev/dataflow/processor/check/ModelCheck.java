package dev.dataflow.processor.check;

import dev.dataflow.processor.problem.Findings;

/** A rule, or a few that belong together. */
interface ModelCheck {

    /** Reports what breaks the rule. */
    void check(Subject subject, Findings findings);
}
