package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Rule;
import java.util.Optional;

/** A rule comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface RuleChange extends TablePartChange {

    /** The rule. */
    Rule rule();

    @Override
    default ChangeKind kind() {
        return isDrop() ? ChangeKind.RULE_DROP : ChangeKind.RULE_CREATE;
    }

    @Override
    default String name() {
        Rule rule = rule();
        return rule.name();
    }

    @Override
    default boolean isDrop() {
        return this instanceof Drop;
    }

    @Override
    default String describe() {
        return table() + (isDrop() ? ": drop rule " : ": create rule ") + name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param rule what comes
     */
    record Create(String table, Rule rule) implements RuleChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, rule));
        }
    }

    /**
     * It goes.
     *
     * @param table the table's name
     * @param rule what goes
     */
    record Drop(String table, Rule rule) implements RuleChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(table, rule));
        }
    }
}
