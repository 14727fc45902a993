package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Keyset;
import dev.dataflow.query.Sort;
import dev.dataflow.query.StreamQuery;
import dev.dataflow.statement.RowRange;
import dev.dataflow.transaction.RowStream;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads all rows of a query, a batch in memory at a time. Immutable.
 *
 * @param context where it runs
 * @param model the model
 * @param asked the query, which nobody changes any more
 * @param matching which rows, in which order
 * @param reading how rows are read
 */
record RowBatches<R, T>(
        NodeContext context,
        ModelMetadata<?, ?, ?, ?> model,
        StreamQuery asked,
        OrderedRows matching,
        RowReading<R, T> reading) {

    /** The rows of a batch where the caller does not say; what a driver fetches at once is a multiple of them. */
    private static final int SIZE = 500;

    /** The order that a stream needs: none where it was not told one and gives all rows. */
    private List<Sort> order() {
        boolean told = !asked.order().isEmpty() || !asked.sort().isEmpty();
        return told || asked.isPartial() ? matching.order() : List.of();
    }

    private RowStream<R> open() {
        Keyset after = matching.keyset(asked.after());
        boolean limited = asked.limit() != Long.MAX_VALUE || asked.offset() != 0;
        return context.session().stream(
                reading.statement(context, matching.filter(), RowRange.of(order(), after, limited, asked.offset())),
                matching.arguments(asked.limit(), asked.offset(), after),
                context.stamp(),
                reading.isRelated(),
                reading::read);
    }

    Stream<T> stream() {
        RowStream<R> rows = open();
        return StreamSupport.stream(new Rows(rows), false).onClose(rows::close);
    }

    long forEach(int size, Consumer<? super List<T>> consumer) {
        try (RowStream<R> rows = open()) {
            long count = 0;
            List<T> batch = next(rows, size);
            while (!batch.isEmpty()) {
                count += batch.size();
                consumer.accept(batch);
                batch = next(rows, size);
            }
            return count;
        }
    }

    private List<T> next(RowStream<R> rows, int most) {
        List<R> read = rows.next(most);
        return read.isEmpty() ? List.of() : reading.results(context.in(rows.session()), read);
    }

    /** One row after the other. */
    final class Rows extends Spliterators.AbstractSpliterator<T> {

        private final RowStream<R> rows;
        private Iterator<T> batch = List.<T>of().iterator();

        Rows(RowStream<R> rows) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.rows = rows;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            if (!batch.hasNext()) {
                batch = next(rows, SIZE).iterator();
                if (!batch.hasNext()) {
                    return false;
                }
            }
            action.accept(batch.next());
            return true;
        }
    }
}
