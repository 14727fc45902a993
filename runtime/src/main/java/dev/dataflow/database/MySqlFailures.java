package dev.dataflow.database;

import dev.dataflow.type.PacketTooLargeException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the exceptions of MySQL and MariaDB by vendor code. Names are taken from where no value can stand in their place. */
final class MySqlFailures extends FailureReader {

    private static final Pattern FOREIGN_KEY =
            Pattern.compile("\\(`[^`]*`\\.`([^`]*)`, CONSTRAINT `([^`]*)` FOREIGN KEY \\(([^)]*)\\)");

    /** What the drivers put before the statement when they are told to add that to messages. */
    private static final List<String> DUMPS =
            List.of("\n\nQuery being executed when exception was thrown", "\nQuery is: ");

    @Override
    Failure readOne(SQLException thrown) {
        String text = withoutStatement(message(thrown));
        return switch (thrown.getErrorCode()) {
            case 1062, 1586, 1859 -> duplicate(lastQuoted(text, '\''));
            case 1451, 1452, 1216, 1217, 1761, 1762 -> foreignKey(text);
            case 1048, 1364, 1263 -> Failure.ofColumn(FailureKind.NOT_NULL, firstQuoted(text, '\''));
            case 4025 -> Failure.ofConstraint(FailureKind.CHECK, firstQuoted(text, '`'));
            case 3819 -> Failure.ofConstraint(FailureKind.CHECK, firstQuoted(text, '\''));
            case 1406, 1264, 1265 -> Failure.ofColumn(FailureKind.VALUE, lastQuoted(text, '\''));
            case 1366, 1292, 1690, 1411, 3140, 3903 -> Failure.of(FailureKind.VALUE);
            case PacketTooLargeException.CODE -> Failure.of(FailureKind.TOO_LARGE);
            case 1213, 1205, 3572, 1020 -> Failure.of(FailureKind.CONFLICT);
            case 1038 -> Failure.of(FailureKind.SORT_MEMORY);
            case 3024, 1317, 1969 -> Failure.of(FailureKind.TIMEOUT);
            case 1139, 3697, 3698, 3699 -> Failure.of(FailureKind.EXPRESSION_COST);
            case 1053, 1152, 1158, 1159, 1160, 1161, 1927, 2006, 2013, 3169, 4031 ->
                Failure.of(FailureKind.CONNECTION_LOST);
            case 1146, 1054, 1049, 1051, 1109 -> Failure.missing(firstQuoted(text, '\''));
            case 1290, 1792, 1836 -> Failure.of(FailureKind.READ_ONLY);
            case 1044, 1045, 1142, 1143, 1227, 1370, 1698, 3118 -> Failure.of(FailureKind.PERMISSION);
            default ->
                thrown.getClass().getSimpleName().equals("PacketTooBigException")
                        ? Failure.of(FailureKind.TOO_LARGE)
                        : Failure.of(byState(thrown.getSQLState()));
        };
    }

    private static String withoutStatement(String text) {
        String rest = text;
        for (String dump : DUMPS) {
            int at = rest.lastIndexOf(dump);
            rest = at < 0 ? rest : rest.substring(0, at);
        }
        return rest;
    }

    private static FailureKind byState(@Nullable String state) {
        if (state == null) {
            return FailureKind.OTHER;
        }
        return switch (state) {
            case "40001" -> FailureKind.CONFLICT;
            case "22001", "22003" -> FailureKind.VALUE;
            case "25006" -> FailureKind.READ_ONLY;
            default -> state.startsWith("08") ? FailureKind.CONNECTION_LOST : FailureKind.OTHER;
        };
    }

    /** A key as {@code table.key}, or only {@code key} before 8.0.19. */
    private static Failure duplicate(@Nullable String key) {
        if (key == null) {
            return Failure.of(FailureKind.UNIQUE);
        }
        int dot = key.lastIndexOf('.');
        String table = dot < 0 ? null : key.substring(0, dot);
        return new Failure(FailureKind.UNIQUE, key.substring(dot + 1), table, List.of());
    }

    private static Failure foreignKey(String text) {
        Matcher matcher = FOREIGN_KEY.matcher(text);
        if (!matcher.find()) {
            return Failure.of(FailureKind.FOREIGN_KEY);
        }
        List<String> columns = List.of(matcher.group(3).replace("`", "").split(", "));
        return new Failure(FailureKind.FOREIGN_KEY, matcher.group(2), matcher.group(1), columns);
    }
}
