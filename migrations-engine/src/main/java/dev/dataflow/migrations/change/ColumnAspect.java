package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Identity;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What of a column can become another. One that is computed otherwise goes and comes. */
public enum ColumnAspect {
    /** Whether and how the database computes it. It becomes another only where values are kept that were computed. */
    GENERATED(Column::generated),
    /** Its type. */
    TYPE(Column::type),
    /** Whether it may hold NULL. */
    NULLABILITY(Column::nullable),
    /** Its default. */
    DEFAULT(Column::defaultValue),
    /** How it is counted up. */
    IDENTITY(Column::identity),
    /** Its collation. */
    COLLATION(Column::collation),
    /** What else is said of it. */
    OPTIONS(Column::options);

    private final Function<Column, @Nullable Object> value;

    ColumnAspect(Function<Column, @Nullable Object> value) {
        this.value = value;
    }

    /** What a column has in this respect, in words. */
    String words(Column column) {
        Object has = of(column);
        return has instanceof Identity identity ? identity.words() : has == null ? "none" : has.toString();
    }

    /** What a column has in this respect; null for nothing. */
    public @Nullable Object of(Column column) {
        return value.apply(column);
    }
}
