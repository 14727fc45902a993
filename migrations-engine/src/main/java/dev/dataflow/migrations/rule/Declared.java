package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.statement.Action;
import java.util.List;
import java.util.Objects;

/** What a constraint is whose rows are looked at: the text says only its name. */
final class Declared {

    private Declared() {}

    /** Whether it is a check or NOT NULL, so that no other table is read for it. */
    static boolean isOwn(Occurrence occurrence) {
        String name = occurrence.operation().object();
        boolean before = occurrence.tableBefore().map(Table::checks).orElse(List.of()).stream()
                .anyMatch(check -> Objects.equals(check.name(), name));
        return before
                || occurrence.earlier().stream()
                        .filter(earlier -> earlier.is(Action.ADD_CHECK, Action.ADD_NOT_NULL))
                        .anyMatch(earlier -> Objects.equals(earlier.operation().object(), name));
    }
}
