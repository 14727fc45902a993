package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Operation;
import dev.dataflow.migrations.statement.Part;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** How long names may be. */
final class Identifiers {

    private Identifiers() {}

    /** Whether a name that comes is longer than the database takes. */
    static boolean tooLong(Occurrence occurrence) {
        Operation operation = occurrence.operation();
        if (occurrence.is(Action.SESSION, Action.QUERY, Action.OTHER)) {
            return false;
        }
        Stream<String> names = Stream.of(
                operation.table(),
                operation.object() == null ? "" : operation.object(),
                operation.part(Part.NEW_NAME).orElse(""));
        return names.anyMatch(name -> switch (occurrence.engine().family()) {
            case POSTGRESQL -> name.getBytes(StandardCharsets.UTF_8).length > 63;
            case MYSQL -> name.codePointCount(0, name.length()) > 64;
            case SQLITE -> false;
        });
    }
}
