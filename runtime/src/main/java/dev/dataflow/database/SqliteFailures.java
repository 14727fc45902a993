package dev.dataflow.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SQLite's exceptions by the result code that the driver puts before the message. */
final class SqliteFailures extends FailureReader {

    private static final Pattern CODE = Pattern.compile("\\[(SQLITE_\\w+)]");
    private static final Pattern MISSING =
            Pattern.compile("no such (?:table|column): ([\\w.$]+)|has no column named ([\\w$]+)");

    private static final Pattern DATATYPE = Pattern.compile("cannot store \\w+ value in \\w+ column (\\w+)\\.(\\w+)");

    @Override
    Failure readOne(SQLException thrown) {
        String text = message(thrown);
        Matcher code = CODE.matcher(text);
        if (!code.find()) {
            return Failure.of(FailureKind.OTHER);
        }
        return switch (code.group(1)) {
            case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" ->
                columns(FailureKind.UNIQUE, text);
            case "SQLITE_CONSTRAINT_NOTNULL" -> columns(FailureKind.NOT_NULL, text);
            case "SQLITE_CONSTRAINT_FOREIGNKEY" -> Failure.of(FailureKind.FOREIGN_KEY);
            // a reference declared RESTRICT is enforced by a trigger of SQLite's own
            case "SQLITE_CONSTRAINT_TRIGGER" ->
                Failure.of(
                        text.contains("FOREIGN KEY constraint failed") ? FailureKind.FOREIGN_KEY : FailureKind.OTHER);
            case "SQLITE_CONSTRAINT_CHECK" -> Failure.ofConstraint(FailureKind.CHECK, after(text));
            case "SQLITE_CONSTRAINT_DATATYPE" -> datatype(text);
            case "SQLITE_MISMATCH", "SQLITE_TOOBIG", "SQLITE_RANGE" -> Failure.of(FailureKind.VALUE);
            case "SQLITE_INTERRUPT" -> Failure.of(FailureKind.TIMEOUT);
            case "SQLITE_PERM", "SQLITE_AUTH" -> Failure.of(FailureKind.PERMISSION);
            case "SQLITE_ERROR" -> generic(text);
            default -> Failure.of(byFamily(code.group(1)));
        };
    }

    private static Failure datatype(String text) {
        Matcher column = DATATYPE.matcher(text);
        return column.find()
                ? new Failure(FailureKind.VALUE, null, column.group(1), List.of(column.group(2)))
                : Failure.of(FailureKind.VALUE);
    }

    private static FailureKind byFamily(String code) {
        if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
            return FailureKind.CONFLICT;
        }
        return code.startsWith("SQLITE_READONLY") ? FailureKind.READ_ONLY : FailureKind.OTHER;
    }

    private static Failure generic(String text) {
        Matcher missing = MISSING.matcher(text);
        if (missing.find()) {
            return Failure.missing(missing.group(1) != null ? missing.group(1) : missing.group(2));
        }
        return Failure.of(
                text.contains("integer overflow")
                                || text.contains("dataflow: decimal out of range")
                                || text.contains("dataflow: value out of range")
                        ? FailureKind.VALUE
                        : FailureKind.OTHER);
    }

    /** Reads {@code UNIQUE constraint failed: orders.a, orders.b}, or {@code … failed: index 'name'}. */
    private static Failure columns(FailureKind kind, String text) {
        String named = after(text);
        if (named.startsWith("index ")) {
            return Failure.ofConstraint(kind, firstQuoted(named, '\''));
        }
        String table = null;
        List<String> columns = new ArrayList<>();
        for (String each : named.split(", ")) {
            int dot = each.lastIndexOf('.');
            table = dot < 0 ? table : each.substring(0, dot);
            columns.add(each.substring(dot + 1));
        }
        return new Failure(kind, null, table, columns);
    }

    /** What stands after {@code constraint failed: }, up to the bracket that the driver closes. */
    private static String after(String text) {
        int start = text.indexOf("constraint failed: ");
        int end = text.lastIndexOf(')');
        return start < 0 || end < start ? "" : text.substring(start + "constraint failed: ".length(), end);
    }
}
