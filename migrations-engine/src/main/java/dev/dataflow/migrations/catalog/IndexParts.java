package dev.dataflow.migrations.catalog;

import dev.dataflow.migrations.table.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An index as its rows arrive. */
final class IndexParts {

    /** The condition of an index that leaves deleted rows out, without quotes, parentheses and spaces. */
    private static final String LIVING = UniqueKey.DELETED_AT + "isnull";

    private final String name;
    private final boolean primary;
    private final boolean unique;
    private final boolean living;
    private boolean plain;
    private boolean whole = true;
    private final List<String> columns = new ArrayList<>();

    /**
     * An index.
     *
     * @param condition which rows it is over; empty for all, null when it cannot be relied on
     */
    IndexParts(String name, boolean primary, boolean unique, @Nullable String condition) {
        this.name = name;
        this.primary = primary;
        this.unique = unique;
        this.living = condition != null
                && LIVING.equals(condition.replaceAll("[\"()`\\s]", "").toLowerCase(Locale.ROOT));
        this.plain = condition != null && condition.isEmpty();
    }

    void add(@Nullable String column) {
        if (column == null) {
            plain = false; // an expression, or part of a column
            whole = false;
        } else {
            columns.add(column);
        }
    }

    String name() {
        return name;
    }

    List<String> columns() {
        return columns;
    }

    /** Whether it is the primary key. */
    boolean isPrimary() {
        return primary && plain;
    }

    /** Whether it is another unique key over whole columns, and all rows or those that are not deleted. */
    boolean isUnique() {
        return unique && !primary && (plain || isLive());
    }

    private boolean isLive() {
        return whole && (living || plain && columns.size() > 1 && columns.contains(UniqueKey.LIVE));
    }

    /** The key. */
    UniqueKey uniqueKey() {
        return new UniqueKey(
                name,
                isLive()
                        ? columns.stream()
                                .filter(column -> !column.equals(UniqueKey.LIVE))
                                .toList()
                        : columns,
                isLive());
    }

    /** Whether it is an index that is not unique, over whole columns and all rows. */
    boolean isIndex() {
        return !unique && plain;
    }
}
