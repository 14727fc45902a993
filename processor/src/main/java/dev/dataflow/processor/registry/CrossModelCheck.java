package dev.dataflow.processor.registry;

import dev.dataflow.processor.problem.Findings;

/** A rule about models together. */
interface CrossModelCheck {

    /** Reports what is wrong with one model in the company of the others. */
    void check(KnownModel model, KnownModels others, Findings findings);
}
