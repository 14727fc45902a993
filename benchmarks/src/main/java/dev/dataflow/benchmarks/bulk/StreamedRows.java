package dev.dataflow.benchmarks.bulk;

import dev.dataflow.DataFlow;
import dev.dataflow.node.BulkResult;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Rows created from a stream and read back as a stream, in a heap that could not hold them: it ends only when all came back,
 * once each, while single rows are read in the same transaction. Prints how many rows a second went in and out, for 10,000 rows,
 * ten times as many and so on.
 */
public final class StreamedRows {

    private static final int LEAST = 10_000;

    private StreamedRows() {}

    /** Engine, and the most rows. */
    public static void main(String[] arguments) {
        Engine engine = Engine.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        int most = Integer.parseInt(arguments[1]);
        try (TestDatabase database = TestDatabases.create(engine);
                DataFlow dataFlow = DataFlow.builder().url(database.url()).build()) {
            ProductNodes products = ProductNodes.on(dataFlow);
            // in one transaction MariaDB's driver takes the rest of the rows into memory when another statement runs
            boolean within = engine != Engine.MARIADB;
            run(dataFlow, products, within, LEAST); // code is compiled
            for (long rows = LEAST; rows <= most; rows *= 10) {
                System.out.println(engine + " " + run(dataFlow, products, within, (int) rows));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s heap of %d MB%n",
                    engine,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static String run(DataFlow dataFlow, ProductNodes products, boolean within, int rows) {
        products.bulkDelete(BulkQuery::confirmed);
        long start = System.nanoTime();
        BulkResult<Long> created = products.bulkCreate(BulkRows.fresh(rows));
        long write = System.nanoTime() - start;
        require(created.inserted(), rows);
        start = System.nanoTime();
        long[] read = new long[2];
        if (within) {
            dataFlow.transaction(tx -> read(products, read));
        } else {
            read(products, read);
        }
        long time = System.nanoTime() - start;
        require(read[0], rows);
        require(read[1], rows * (rows - 1L) / 2);
        return String.format(
                Locale.ROOT,
                "%9d rows: %8.0f a second in, %8.0f a second out",
                rows,
                rows * 1e9 / write,
                rows * 1e9 / time);
    }

    private static void read(ProductNodes products, long[] read) {
        try (Stream<Product> all = products.stream(query -> {})) {
            all.forEach(product -> {
                if (read[0]++ % LEAST == 0) {
                    require(products.read(product.id()).orElseThrow().stock(), product.stock());
                }
                read[1] += product.stock();
            });
        }
    }

    private static void require(long found, long expected) {
        if (found != expected) {
            throw new IllegalStateException(found + " instead of " + expected);
        }
    }
}
