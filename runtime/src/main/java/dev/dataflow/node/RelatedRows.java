package dev.dataflow.node;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Relation;
import dev.dataflow.projection.Projection;
import dev.dataflow.projection.Related;
import dev.dataflow.statement.Arguments;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.ParameterWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows that relations lead to: all rows of one relation in one statement, level by level. */
final class RelatedRows {

    /** Rows whose relation one statement follows; a list of the longest page fits. */
    private static final int MOST_ROWS = 1 << 14;

    private final NodeContext context;
    private final Stamp stamp;

    RelatedRows(NodeContext context, Stamp stamp) {
        this.context = context;
        this.stamp = stamp;
    }

    /**
     * Makes the results of rows, with what their relations lead to.
     *
     * @param projection what the rows were read by
     * @param rows their values; those of relations are filled in
     * @return a result for each row
     */
    <T> List<T> complete(Projection<T> projection, List<@Nullable Object[]> rows) {
        for (int i = 0; i < projection.related().size(); i++) {
            fill(projection, rows, i, projection.related().get(i));
        }
        return rows.stream().map(projection::make).toList();
    }

    private <R> void fill(Projection<?> projection, List<@Nullable Object[]> rows, int place, Related<R> related) {
        int[] from = projection.places(related.relation().from());
        Relation relation = related.relation();
        ValueIdentity identity = new ValueIdentity(context, relation.target(), relation.to());
        if (identity.isLearning()) {
            identity.learn(rows.stream()
                    .map(row -> values(row, from))
                    .filter(values -> !values.isEmpty())
                    .toList());
        }
        Map<Object, List<Object>> wanted = new LinkedHashMap<>();
        for (@Nullable Object[] row : rows) {
            List<Object> values = values(row, from);
            if (!values.isEmpty()) {
                wanted.putIfAbsent(identity.of(values), values);
            }
        }
        Map<Object, List<R>> found = wanted.isEmpty() ? Map.of() : load(related, wanted.values(), identity);
        boolean many = relation.many();
        for (@Nullable Object[] row : rows) {
            List<Object> values = values(row, from);
            List<R> those = values.isEmpty() ? null : found.get(identity.of(values));
            row[place] = many
                    ? Collections.unmodifiableList(those == null ? List.of() : those)
                    : those == null ? null : those.get(0);
        }
    }

    private <R> Map<Object, List<R>> load(Related<R> related, Collection<List<Object>> wanted, ValueIdentity identity) {
        Relation relation = related.relation();
        Projection<R> projection = related.projection().reading(relation.to());
        List<List<Object>> keys = new ArrayList<>(wanted);
        int most = Math.min(
                MOST_ROWS,
                Integer.highestOneBit(
                        context.dialect().maximumParameters() / relation.to().size()));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int start = 0; start < keys.size(); start += most) {
            List<List<Object>> some = keys.subList(start, Math.min(keys.size(), start + most));
            rows.addAll(context.session()
                    .query(
                            context.statements().related(relation, projection.columns(), Chunks.padded(some.size())),
                            new Keys(relation, some),
                            stamp,
                            projection::read));
        }
        int[] to = projection.places(relation.to());
        List<List<Object>> own = rows.stream().map(row -> values(row, to)).toList();
        identity.learn(own);
        List<R> results = complete(projection, rows);
        Map<Object, List<R>> found = new HashMap<>();
        for (int i = 0; i < results.size(); i++) {
            found.computeIfAbsent(identity.of(own.get(i)), key -> new ArrayList<>())
                    .add(results.get(i));
        }
        return found;
    }

    /** The values at some places; none when one of them is NULL. */
    private static List<Object> values(@Nullable Object[] row, int[] places) {
        List<Object> values = new ArrayList<>(places.length);
        for (int place : places) {
            Object value = row[place];
            if (value == null) {
                return List.of();
            }
            values.add(value);
        }
        return values;
    }

    /** The values looked up; where a statement has more than given, the last repeat. */
    private record Keys(Relation relation, List<List<Object>> values) implements Arguments {

        @Override
        public void write(int row, int column, ParameterWriter out) throws SQLException {
            List<Object> key = values.get(Math.min(row, values.size() - 1));
            write(relation.target().columns().get(column), key.get(relation.to().indexOf(column)), out);
        }

        private static <V> void write(Column<V> column, Object value, ParameterWriter out) throws SQLException {
            out.compare(column.type().javaType().cast(value), column.type());
        }
    }
}
