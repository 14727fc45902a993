package dev.dataflow.migrations.identifier;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A table's name.
 *
 * @param schema the schema it lies in, on MySQL the database; null for the connection's
 * @param name its name in there
 */
public record TableName(@Nullable String schema, String name) implements Comparable<TableName> {

    private static final Comparator<TableName> ORDER = Comparator.comparing(
                    TableName::schema, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(TableName::name);

    /** The name of a table in the connection's schema. */
    public static TableName of(String name) {
        return new TableName(null, name);
    }

    /** By schema, the connection's first, then by name. */
    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /** As people write it. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
