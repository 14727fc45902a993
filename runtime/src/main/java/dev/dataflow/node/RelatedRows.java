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
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<Object, @Nullable Object[]> wanted = new LinkedHashMap<>();
        @Nullable Object[] forms = new Object[rows.size()];
        for (int i = 0; i < forms.length; i++) {
            Object form = identity.ofRow(rows.get(i), from);
            forms[i] = form;
            if (form != null) {
                wanted.putIfAbsent(form, rows.get(i));
            }
        }
        Map<Object, List<R>> found =
                wanted.isEmpty() ? Map.of() : load(related, List.copyOf(wanted.values()), from, identity);
        boolean many = relation.many();
        for (int i = 0; i < forms.length; i++) {
            // what was learned of the target's texts may have made another one the first of its equals
            Object form = identity.isLearning() ? identity.ofRow(rows.get(i), from) : forms[i];
            List<R> those = form == null ? null : found.get(form);
            rows.get(i)[place] = many
                    ? Collections.unmodifiableList(those == null ? List.of() : those)
                    : those == null ? null : those.get(0);
        }
    }

    /** Loads what rows lead to, by the form of the values that lead there. */
    private <R> Map<Object, List<R>> load(
            Related<R> related, List<@Nullable Object[]> wanted, int[] from, ValueIdentity identity) {
        Relation relation = related.relation();
        Projection<R> projection = related.projection().reading(relation.to());
        int most = Math.min(
                MOST_ROWS,
                Integer.highestOneBit(
                        context.dialect().maximumParameters() / relation.to().size()));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int start = 0; start < wanted.size(); start += most) {
            List<@Nullable Object[]> some = wanted.subList(start, Math.min(wanted.size(), start + most));
            rows.addAll(context.session()
                    .query(
                            context.statements().related(relation, projection.columns(), Chunks.padded(some.size())),
                            new Keys(relation, some, from),
                            stamp,
                            projection::read));
        }
        int[] to = projection.places(relation.to());
        if (identity.isLearning()) {
            identity.learn(rows.stream().map(row -> values(row, to)).toList());
        }
        List<R> results = complete(projection, rows);
        Map<Object, List<R>> found = new HashMap<>();
        for (int i = 0; i < results.size(); i++) {
            found.computeIfAbsent(identity.ofRow(rows.get(i), to), key -> new ArrayList<>())
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

    /** The values looked up, of rows that hold them at some places; where a statement has more than given, the last repeat. */
    private record Keys(Relation relation, List<@Nullable Object[]> rows, int[] places) implements Arguments {

        @Override
        public void write(int row, int column, ParameterWriter out) throws SQLException {
            @Nullable Object[] values = rows.get(Math.min(row, rows.size() - 1));
            Object value = Objects.requireNonNull(values[places[relation.to().indexOf(column)]]);
            write(relation.target().columns().get(column), value, out);
        }

        private static <V> void write(Column<V> column, Object value, ParameterWriter out) throws SQLException {
            out.compare(column.type().javaType().cast(value), column.type());
        }
    }
}
