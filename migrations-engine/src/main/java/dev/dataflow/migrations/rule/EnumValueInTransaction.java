package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Part;
import java.util.Map;

/** A value comes and is used in the same transaction. */
final class EnumValueInTransaction extends OperationRule {

    EnumValueInTransaction() {
        super(
                "enum-value-in-transaction",
                "a new value of an enum is used in the transaction in which it came",
                Level.MEDIUM,
                Map.of(DEPENDENCIES, 40),
                postgres(Lock.NONE, NONE)
                        .failsOn("always")
                        .refused("unsafe use of new value")
                        .recipe("end the transaction before the value is used")
                        .shownBy("ALTER TYPE mood ADD VALUE 'calm'; SELECT 'calm'::mood", Verified.POSTGRESQL));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.statement().sql().indexOf('\'') >= 0
                && occurrence.earlierInTransaction().stream()
                        .filter(earlier -> earlier.is(Action.ADD_ENUM_VALUE))
                        .flatMap(earlier -> earlier.operation().part(Part.VALUE).stream())
                        .anyMatch(value -> occurrence.statement().sql().contains("'" + value + "'"));
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
