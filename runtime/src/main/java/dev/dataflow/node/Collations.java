package dev.dataflow.node;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.LogicalType;
import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.Collation;
import dev.dataflow.type.ColumnTypes;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of models compare texts by. The database is asked, once for each model whose texts a call compares in
 * memory: its tables rule, whoever made them. Thread-safe.
 */
public final class Collations {

    private final Map<ModelMetadata<?, ?, ?, ?>, Map<String, Collation>> known = new ConcurrentHashMap<>();

    /** Knows none yet. */
    public Collations() {}

    /** The collation of a column of a key, a unique key or a reference; null where only a text itself is equal to it, and of what is no text. */
    @Nullable
    Collation of(NodeContext context, ModelMetadata<?, ?, ?, ?> model, Column<?> column) {
        if (!isText(column)) {
            return null;
        }
        Map<String, Collation> collations = known.get(model);
        if (collations == null) {
            // not computed in the map: a statement could wait for another thread's
            collations = read(context, model);
            known.put(model, collations);
        }
        return collations.get(column.column());
    }

    private static Map<String, Collation> read(NodeContext context, ModelMetadata<?, ?, ?, ?> model) {
        List<Column<?>> texts = identifying(model);
        record Found(String column, Collation collation) {}
        List<Found> found = context.session()
                .query(
                        context.statements().collations(model, texts),
                        Arguments.NONE,
                        context.stamp(),
                        row -> new Found(text(row, 1), new Collation(row.get(2, ColumnTypes.TEXT), text(row, 3))));
        // MySQL and SQLite compare names of columns without regard to case
        Map<String, Collation> collations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        found.forEach(each -> collations.put(each.column(), each.collation()));
        return collations;
    }

    /** The text columns by which rows are told apart. */
    private static List<Column<?>> identifying(ModelMetadata<?, ?, ?, ?> model) {
        Set<String> names = new HashSet<>();
        model.key().columns().forEach(column -> names.add(column.column()));
        model.definition().uniques().forEach(unique -> names.addAll(unique.columns()));
        model.definition().references().forEach(reference -> names.add(reference.column()));
        return model.columns().stream()
                .filter(column -> isText(column) && names.contains(column.column()))
                .toList();
    }

    private static String text(RowReader row, int index) throws SQLException {
        return Objects.requireNonNull(row.get(index, ColumnTypes.TEXT));
    }

    private static boolean isText(Column<?> column) {
        LogicalType type = column.type().logical();
        return type == LogicalType.TEXT || type == LogicalType.VARCHAR;
    }
}
