package dev.dataflow.migrations.schema;

import dev.dataflow.migrations.identifier.Quoting;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A statement that says again what was said of an object. Its table may have another name by then.
 *
 * @param head what stands before the table's name, or all of it
 * @param table the table as it is named now; null when the statement names none
 * @param tail what follows the table's name
 */
public record PropertyStatement(String head, @Nullable String table, String tail) {

    /** A statement that names no table. */
    public static PropertyStatement of(String sql) {
        return new PropertyStatement(sql, null, "");
    }

    /** The statement, with tables under other names. */
    public String sql(UnaryOperator<String> name) {
        return table == null ? head : head + Quoting.DOUBLE_QUOTES.quote(name.apply(table)) + tail;
    }
}
