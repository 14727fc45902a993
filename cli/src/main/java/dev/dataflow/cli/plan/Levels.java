package dev.dataflow.cli.plan;

import dev.dataflow.cli.report.Risk;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.rule.Rule;

/** Levels of risk as they are reported. */
final class Levels {

    private Levels() {}

    static Risk risk(Level level) {
        return switch (level) {
            case LOW -> Risk.LOW;
            case MEDIUM -> Risk.MEDIUM;
            case HIGH -> Risk.HIGH;
            case CRITICAL -> Risk.CRITICAL;
        };
    }

    /** The level of a hazard of which no fact is known: unknown counts as large. */
    static Level unknown(Rule rule) {
        int most =
                rule.base().values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return Level.of(most).or(rule.floor());
    }
}
