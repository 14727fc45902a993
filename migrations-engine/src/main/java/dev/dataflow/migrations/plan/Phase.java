package dev.dataflow.migrations.plan;

/** When a step runs, seen from programs of which old and new instances run beside each other for a while. */
public enum Phase {
    /** Before new instances start: what they need comes, and what old ones need stays. */
    EXPAND,
    /** When no old instance runs any more: what only they needed goes. */
    CONTRACT
}
