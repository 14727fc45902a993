package dev.dataflow.node;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Keyset;
import dev.dataflow.query.Sort;
import dev.dataflow.statement.Arguments;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to go on behind a row whose texts were not sorted whole. MariaDB, and MySQL by collations that pad, sort by the first
 * {@code max_sort_length} bytes but compare whole texts, so that rows which begin alike would be skipped or come twice.
 *
 * @param context where it runs
 * @param model the model
 * @param order the order of the rows
 */
record SortedTexts(NodeContext context, ModelMetadata<?, ?, ?, ?> model, List<Sort> order) {

    private static final int BYTES_OF_CHARACTER = 4;

    /** What a collation makes of a character at most: three weights, each with an expansion. */
    private static final int BYTES_OF_WEIGHTS = 12;

    /** Passes rows all of whose texts were sorted whole: DF-165. */
    void requireWhole(Keyset keyset) {
        long sorted = context.session().database().sortedBytes();
        if (sorted == 0) {
            return;
        }
        for (int i = 0; i < order.size(); i++) {
            Column<?> column = model.columns().get(order.get(i).column());
            Object value = keyset.values().get(i);
            if (value != null && isCut(column, exported(column.type(), value), sorted)) {
                throw tooLong(column, sorted);
            }
        }
    }

    private boolean isCut(Column<?> column, Object value, long sorted) {
        if (value instanceof byte[] bytes) {
            return context.engine() == DatabaseEngine.MARIADB && bytes.length > sorted;
        }
        if (!(value instanceof String text) || (long) text.length() * BYTES_OF_WEIGHTS <= sorted) {
            return false;
        }
        String collation = collation(column);
        if (context.engine() == DatabaseEngine.MYSQL && (collation == null || collation.contains("_0900_"))) {
            return false;
        }
        boolean binary = collation == null || collation.endsWith("_bin");
        return (long) text.length() * (binary ? BYTES_OF_CHARACTER : BYTES_OF_WEIGHTS) > sorted;
    }

    /** The collation by which different texts of the column are equal, or that pads; null for none. */
    private @Nullable String collation(Column<?> column) {
        List<String> names = context.session()
                .query(
                        context.statements().collations(model, List.of(column)),
                        Arguments.NONE,
                        context.stamp(),
                        row -> String.valueOf(row.get(3, ColumnTypes.TEXT)));
        return names.isEmpty() ? null : names.get(0);
    }

    private static <T> Object exported(ColumnType<T> type, Object value) {
        return type.export(type.javaType().cast(value));
    }

    private InvalidInputException tooLong(Column<?> column, long sorted) {
        String engine = context.engine().label();
        return Refusal.of(
                ErrorCode.SORTED_TEXT_TOO_LONG,
                "the next page of " + model + " cannot start behind so long a `" + column.name() + "`",
                engine + " sorts by the first " + sorted
                        + " bytes of a text (max_sort_length) and compares whole ones, so rows"
                        + " that begin alike would be skipped or come twice",
                "sort by another field, set a larger max_sort_length in sessionVariables of the URL, or go on by offset");
    }
}
