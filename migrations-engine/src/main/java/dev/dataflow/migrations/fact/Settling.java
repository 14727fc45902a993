package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which columns have the values now that they have when a key or a check looks at them. */
final class Settling {

    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|[\\p{L}\\p{N}_$]+");

    private final SchemaDiff diff;
    private final CurrentNames names;
    private final Set<String> converted = new HashSet<>();
    private final Set<String> recollated = new HashSet<>();

    Settling(SchemaDiff diff, CurrentNames names) {
        this.diff = diff;
        this.names = names;
        for (Change change : diff.changes()) {
            if (change instanceof ColumnChange.Alter alter
                    && (alter.aspect() == ColumnAspect.TYPE || alter.aspect() == ColumnAspect.COLLATION)) {
                (alter.aspect() == ColumnAspect.TYPE ? converted : recollated)
                        .add(alter.table() + "." + alter.after().name());
            }
        }
    }

    /** Values of a column that is not there yet, or of another type by then, cannot be compared now. */
    boolean isSettled(String table, String column) {
        return isTyped(table, column) && !isRecollated(table, column);
    }

    /** Whether a column is there, with the type that it is to have. */
    boolean isTyped(String table, String column) {
        return !names.isAdded(table, column) && !converted.contains(table + "." + column);
    }

    /** Whether a column gets another collation. */
    boolean isRecollated(String table, String column) {
        return recollated.contains(table + "." + column);
    }

    /** Whether a column comes without values, so that all its rows are NULL. */
    boolean isNull(String table, String column) {
        return names.isAdded(table, column)
                && diff.after()
                        .table(table)
                        .flatMap(after -> after.column(column))
                        .filter(each -> each.nullable()
                                && each.defaultValue() == null
                                && each.identity() == null
                                && each.generated() == null
                                && diff.after().domains().stream()
                                        .noneMatch(domain ->
                                                domain.name().equals(each.type().name())))
                        .isPresent();
    }

    /** An expression in which columns that come without values are NULL. */
    String withNulls(String table, String expression) {
        return TOKEN.matcher(expression).replaceAll(found -> {
            String word = found.group();
            boolean quoted = word.startsWith("\"") || word.startsWith("`");
            String name = quoted ? word.substring(1, word.length() - 1) : word;
            boolean isNull = diff.after()
                    .table(table)
                    .filter(after -> after.columns().stream()
                            .anyMatch(each -> each.name().equalsIgnoreCase(name) && isNull(table, each.name())))
                    .isPresent();
            return Matcher.quoteReplacement(isNull ? "NULL" : word);
        });
    }

    /** Whether an expression can be asked about now: it mentions no column that is not settled, or is called otherwise now. */
    boolean isSettledIn(String table, String expression) {
        Set<String> unsettled = new HashSet<>();
        diff.after()
                .table(table)
                .ifPresent(after -> after.columns().forEach(column -> {
                    if (!isSettled(table, column.name())
                            || !names.column(table, column.name()).equals(column.name())) {
                        unsettled.add(column.name());
                    }
                }));
        return !Mentions.any(expression, unsettled);
    }
}
