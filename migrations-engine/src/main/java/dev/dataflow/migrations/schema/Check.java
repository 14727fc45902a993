package dev.dataflow.migrations.schema;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param name its name; null where it has none, without a CONSTRAINT on SQLite
 * @param expression the condition as the server writes it, without outer parentheses
 * @param validated whether rows that were there before are known to fit
 * @param options what else: PostgreSQL {@code no inherit}; PostgreSQL and MySQL {@code enforced} ({@code false});
 *     MariaDB {@code in column}, whose name is the column's
 */
public record Check(@Nullable String name, String expression, boolean validated, SortedMap<String, String> options) {

    /** Copies the options. */
    public Check {
        options = Ordered.options(options);
    }

    /** A check that all rows fit. */
    public static Check of(@Nullable String name, String expression) {
        return new Check(name, expression, true, new TreeMap<>());
    }

    /** Whether MariaDB keeps it with a column, whose name it has. */
    public boolean keptInColumn() {
        return options.containsKey("in column");
    }

    /** Whether it is what makes a column of MariaDB one of JSON. */
    public boolean makesJson() {
        return keptInColumn() && expression.equals("json_valid(`" + name + "`)");
    }

    /** The same with another condition. */
    public Check withExpression(String other) {
        return new Check(name, other, validated, options);
    }
}
