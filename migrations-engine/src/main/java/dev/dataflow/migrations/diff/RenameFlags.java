package dev.dataflow.migrations.diff;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hints as they are written on a command line: {@code users=people} for a table that got another name, {@code
 * users.name=users.full_name} for a column, {@code users} or {@code users.name} for what is gone for good. Tables of columns
 * are named as before. A name with dots, equals signs or quotes is written in double quotes, and a quote in it twice.
 */
public final class RenameFlags {

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, String> tables = new TreeMap<>();

    private RenameFlags() {}

    /**
     * Reads flags.
     *
     * @param renames what {@code --rename} says, in any order
     * @param drops what {@code --drop} says
     * @return the hints; whether they fit schemas is found out when these are compared
     * @throws SchemaException when one cannot be understood
     */
    public static RenameHints read(List<String> renames, List<String> drops) {
        return new RenameFlags().hints(renames, drops);
    }

    /** What {@code --rename} says when a thing that is gone is a candidate now. */
    public static String rename(RenameHints.DropHint from, RenameCandidate to) {
        return from.column().isEmpty()
                ? FlagName.of(from.table()) + "=" + FlagName.of(to.table())
                : drop(from) + "=" + FlagName.of(from.table(), to.column());
    }

    /** What {@code --drop} says when a thing is gone for good. */
    public static String drop(RenameHints.DropHint hint) {
        return hint.column().isEmpty() ? FlagName.of(hint.table()) : FlagName.of(hint.table(), hint.column());
    }

    private RenameHints hints(List<String> renames, List<String> drops) {
        List<List<List<String>>> columns = new ArrayList<>();
        RenameHints hints = RenameHints.NONE;
        for (String flag : renames) {
            List<List<String>> sides = FlagName.sides(flag);
            if (sides.size() == 2 && sides.get(0).size() == 1 && sides.get(1).size() == 1) {
                hints = hints.table(sides.get(0).get(0), sides.get(1).get(0));
                tables.put(sides.get(0).get(0), sides.get(1).get(0));
            } else if (sides.size() == 2
                    && sides.get(0).size() == 2
                    && sides.get(1).size() <= 2) {
                columns.add(sides);
            } else {
                wrong.add("--rename " + flag + ": write old=new, as in users=people or users.name=users.full_name");
            }
        }
        for (List<List<String>> sides : columns) {
            hints = column(hints, sides.get(0), sides.get(1));
        }
        for (String flag : drops) {
            List<List<String>> sides = FlagName.sides(flag);
            if (sides.size() == 1 && sides.get(0).size() == 1) {
                hints = hints.dropTable(sides.get(0).get(0));
            } else if (sides.size() == 1 && sides.get(0).size() == 2) {
                hints = hints.dropColumn(sides.get(0).get(0), sides.get(0).get(1));
            } else {
                wrong.add("--drop " + flag + ": write what is gone, as in users or users.name");
            }
        }
        if (!wrong.isEmpty()) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.RENAME_CONTRADICTION,
                            "flags about renames cannot be understood:\n    " + String.join("\n    ", wrong),
                            "a table has one name, a column that of its table and its own, with a dot between them",
                            "correct the flags named"),
                    null);
        }
        return hints;
    }

    private RenameHints column(RenameHints hints, List<String> from, List<String> to) {
        String table = from.get(0);
        String column = to.get(to.size() - 1);
        if (to.size() == 2 && !to.get(0).equals(table) && !to.get(0).equals(tables.get(table))) {
            String right = FlagName.of(table, from.get(1)) + "=" + FlagName.of(table, column);
            wrong.add("--rename " + FlagName.of(table, from.get(1)) + "=" + FlagName.of(to.get(0), column)
                    + ": a column stays in its table, which is named as before: " + right);
        }
        return hints.column(table, from.get(1), column);
    }
}
