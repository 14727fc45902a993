package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Operation;
import dev.dataflow.migrations.statement.Part;
import dev.dataflow.migrations.statement.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether PostgreSQL knows by a valid check that a column holds no NULL, so that it need not look. */
final class NotNullProof {

    private NotNullProof() {}

    static boolean exists(Occurrence occurrence) {
        return occurrence.engine() == DatabaseEngine.POSTGRESQL && (isThere(occurrence) || cameBefore(occurrence));
    }

    private static boolean isThere(Occurrence occurrence) {
        String column = occurrence.operation().object();
        return occurrence.tableBefore().map(Table::checks).orElse(List.of()).stream()
                .anyMatch(check -> check.validated() && says(check.expression(), column));
    }

    private static boolean cameBefore(Occurrence occurrence) {
        String column = occurrence.operation().object();
        List<Operation> earlier = occurrence.earlier().stream()
                .map(Occurrence::operation)
                .filter(operation ->
                        operation.table().equals(occurrence.operation().table()))
                .toList();
        return earlier.stream()
                .filter(operation -> operation.action() == Action.ADD_CHECK)
                .filter(check -> says(check.part(Part.EXPRESSION).orElse(""), column))
                .anyMatch(check -> !check.has(Trait.NOT_VALID)
                        || earlier.stream()
                                .anyMatch(each -> each.action() == Action.VALIDATE_CONSTRAINT
                                        && Objects.equals(each.object(), check.object())));
    }

    private static boolean says(String expression, @Nullable String column) {
        String bare = expression.replaceAll("[\\s()\"]", "").toLowerCase(Locale.ROOT);
        return bare.equals(String.valueOf(column).toLowerCase(Locale.ROOT) + "isnotnull");
    }
}
