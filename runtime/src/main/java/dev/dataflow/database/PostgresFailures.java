package dev.dataflow.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's exceptions by SQLState and the fields of the server's message, which no language changes. */
final class PostgresFailures extends FailureReader {

    /** What refuses collations by which different texts are equal: LIKE, ILIKE, regular expressions, searches in a text. */
    private static final Set<String> PATTERNS = Set.of(
            "GenericMatchText",
            "Generic_Text_IC_like",
            "pg_set_regex_collation",
            "text_position_setup",
            "text_starts_with");

    @Override
    Failure readOne(SQLException thrown) {
        String state = thrown.getSQLState();
        if (state == null || state.length() != 5) {
            return Failure.of(FailureKind.OTHER);
        }
        return switch (state) {
            case "23505", "23P01" -> violation(FailureKind.UNIQUE, thrown);
            case "23503", "23001" -> violation(FailureKind.FOREIGN_KEY, thrown);
            case "23502" -> violation(FailureKind.NOT_NULL, thrown);
            case "23514" -> violation(FailureKind.CHECK, thrown);
            case "40001", "40P01", "55P03" -> Failure.of(FailureKind.CONFLICT);
            case "57014", "57P05", "25P03", "25P04" -> Failure.of(FailureKind.TIMEOUT);
            case "57P01", "57P02", "57P03" -> Failure.of(FailureKind.CONNECTION_LOST);
            case "42P01", "42703", "3F000" -> Failure.missing(firstName(thrown));
            case "25P02" -> Failure.of(FailureKind.TRANSACTION_FAILED);
            case "25006" -> Failure.of(FailureKind.READ_ONLY);
            case "42501" -> Failure.of(isPolicy(thrown) ? FailureKind.POLICY : FailureKind.PERMISSION);
            case "44000" -> Failure.of(FailureKind.CHECK);
            case "0A000" -> Failure.of(isPattern(thrown) ? FailureKind.PATTERN : FailureKind.OTHER);
            case "22012" -> Failure.of(FailureKind.OTHER);
            default ->
                Failure.of(
                        switch (state.substring(0, 2)) {
                            case "08" -> FailureKind.CONNECTION_LOST;
                            case "22" -> FailureKind.VALUE;
                            case "28" -> FailureKind.PERMISSION;
                            default -> FailureKind.OTHER;
                        });
        };
    }

    /** Whether a row was refused, not the statement; the code is the same. */
    private static boolean isPolicy(SQLException thrown) {
        PostgresServerMessage server = PostgresServerMessage.of(thrown);
        return server != null && "ExecWithCheckOptions".equals(server.routine());
    }

    private static boolean isPattern(SQLException thrown) {
        PostgresServerMessage server = PostgresServerMessage.of(thrown);
        return server != null && server.routine() != null && PATTERNS.contains(server.routine());
    }

    private static Failure violation(FailureKind kind, SQLException thrown) {
        PostgresServerMessage server = PostgresServerMessage.of(thrown);
        if (server == null) {
            String quoted = firstName(thrown);
            return kind == FailureKind.NOT_NULL
                    ? Failure.ofColumn(kind, quoted)
                    : Failure.ofConstraint(kind, kind == FailureKind.FOREIGN_KEY ? null : quoted);
        }
        List<String> columns = server.column() != null ? List.of(server.column()) : columns(server.detail());
        return new Failure(kind, server.constraint(), server.table(), columns);
    }

    /** The first name in a message of the server; other exceptions, such as those of batches, quote the statement. */
    private static @Nullable String firstName(SQLException thrown) {
        return thrown.getClass().getSimpleName().equals("PSQLException") ? firstQuoted(message(thrown), '"') : null;
    }

    /** The columns of a detail such as {@code Key (a, b)=(1, 2) already exists.}; they come before the values. */
    private static List<String> columns(@Nullable String detail) {
        int start = detail == null ? -1 : detail.indexOf('(');
        int end = detail == null ? -1 : detail.indexOf(")=(");
        if (detail == null || start < 0 || end < start) {
            return List.of();
        }
        return Arrays.stream(detail.substring(start + 1, end).split(", "))
                .map(name -> name.replace("\"", ""))
                .toList();
    }
}
