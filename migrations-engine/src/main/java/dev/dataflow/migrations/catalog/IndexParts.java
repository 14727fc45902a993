package dev.dataflow.migrations.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index as its rows arrive. */
final class IndexParts {

    private final String name;
    private final boolean primary;
    private final boolean unique;
    private boolean plain;
    private final List<String> columns = new ArrayList<>();

    IndexParts(String name, boolean primary, boolean unique, boolean plain) {
        this.name = name;
        this.primary = primary;
        this.unique = unique;
        this.plain = plain;
    }

    void add(@Nullable String column) {
        if (column == null) {
            plain = false; // an expression, or part of a column
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

    /** Whether it is another unique key over whole columns and all rows. */
    boolean isUnique() {
        return unique && !primary && plain;
    }

    /** Whether it is an index that is not unique, over whole columns and all rows. */
    boolean isIndex() {
        return !unique && plain;
    }
}
