package dev.dataflow.metadata;

import dev.dataflow.model.ManagedColumn;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.OffsetColumn;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A column of a model at run time.
 *
 * @param name the component's name, or the column's for a managed column that no component surfaces
 * @param field the column in the generated table
 * @param type what it holds
 * @param nullable whether NULL is allowed
 * @param defaultValue the value of a column left out on create, or null
 * @param managed what the runtime fills it with, or null for a column callers write
 * @param component whether the model's type has a component for it
 * @param <T> the Java type, boxed
 */
public record Column<T>(
        String name,
        TableField<Record, T> field,
        ColumnType<T> type,
        boolean nullable,
        @Nullable T defaultValue,
        @Nullable ManagedColumn managed,
        boolean component) {

    /** A NOT NULL column that must be given on create. */
    public static <T> Column<T> required(String name, TableField<Record, T> field) {
        return new Column<>(name, field, ColumnType.of(field), false, null, null, true);
    }

    /** A column that may hold NULL. */
    public static <T> Column<T> nullable(String name, TableField<Record, T> field) {
        return new Column<>(name, field, ColumnType.of(field), true, null, null, true);
    }

    /** A managed column that no component surfaces. */
    public static <T> Column<T> managed(ManagedColumn managed, TableField<Record, T> field) {
        return new Column<>(
                managed.column(),
                field,
                ColumnType.of(field),
                managed == ManagedColumn.DELETED_AT,
                null,
                managed,
                false);
    }

    /** The same column with a value for when it is left out on create. */
    public Column<T> withDefault(T value) {
        return new Column<>(name, field, type, nullable, type.store(value), managed, component);
    }

    /** The same column, filled by the runtime and surfaced by a component. */
    public Column<T> surfacing(ManagedColumn kind) {
        return new Column<>(name, field, type, nullable, defaultValue, kind, true);
    }

    /** The column that holds the offset of its values; null for a type that is one column. */
    public @Nullable Field<Integer> offset() {
        return OffsetColumn.isOf(type) && field.getTable() instanceof ModelTable<?> table ? table.offset(field) : null;
    }

    /** A value of the column as the map face gives it out; null for NULL. */
    public @Nullable Object export(@Nullable Object value) {
        return value == null ? null : type.export(type.javaType().cast(value));
    }

    /** The column's name in the table, which is also its key in maps. */
    public String column() {
        return Objects.requireNonNull(field.getName());
    }
}
