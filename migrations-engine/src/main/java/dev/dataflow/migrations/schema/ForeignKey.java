package dev.dataflow.migrations.schema;

import dev.dataflow.migrations.identifier.TableName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name its name; null where it has none, without a CONSTRAINT on SQLite
 * @param columns its columns in order
 * @param target the table it points to
 * @param targetColumns the columns it points to, in order
 * @param onDelete what happens when the row it points to is deleted
 * @param onUpdate what happens when the columns it points to change
 * @param deferral when it is checked
 * @param validated whether rows that were there before are known to fit
 * @param options what else: PostgreSQL {@code match} ({@code full}), {@code enforced} ({@code false}), {@code delete
 *     columns} (those that SET NULL or SET DEFAULT sets), {@code period}
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        TableName target,
        List<String> targetColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Deferral deferral,
        boolean validated,
        SortedMap<String, String> options) {

    /** Copies the lists. */
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
        options = Ordered.options(options);
    }

    /** A foreign key that is checked at once and does nothing else on updates. */
    public static ForeignKey of(
            @Nullable String name,
            List<String> columns,
            TableName target,
            List<String> targetColumns,
            ReferentialAction onDelete) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                onDelete,
                ReferentialAction.NO_ACTION,
                Deferral.NONE,
                true,
                new TreeMap<>());
    }

    /** The same from other columns, or to another table's. */
    public ForeignKey between(List<String> from, TableName to, List<String> toColumns) {
        return new ForeignKey(name, from, to, toColumns, onDelete, onUpdate, deferral, validated, options);
    }
}
