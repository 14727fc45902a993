package dev.dataflow.benchmarks.rows;

import dev.dataflow.benchmarks.source.Database;
import dev.dataflow.benchmarks.source.Database.Purpose;
import dev.dataflow.testing.Engine;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Fills the table of many rows from a stream and reads it back as a stream, and says how many rows it does in a second, of few
 * rows and of many. It is run with a small heap, which it could not do with rows in memory.
 */
public final class ManyRowsProgram {

    private static final int FEW = 10_000;
    private static final int TURNS = 9;

    private final OfferNodes writing;
    private final OfferNodes reading;

    private ManyRowsProgram(Database calls, Database streams) {
        writing = OfferNodes.on(calls.dataFlow());
        reading = OfferNodes.on(streams.dataFlow());
    }

    /** Runs it; the arguments are engine, URL and number of rows. */
    public static void main(String[] arguments) {
        Engine engine = Engine.valueOf(arguments[0]);
        int rows = Integer.parseInt(arguments[2]);
        try (Database calls = Database.open(engine, arguments[1], Purpose.CALLS);
                Database streams = Database.open(engine, arguments[1], Purpose.STREAMS)) {
            ManyRowsProgram program = new ManyRowsProgram(calls, streams);
            program.measure(FEW, TURNS);
            program.measure(rows, 1);
            calls.settle("offers");
        }
        System.exit(0);
    }

    private void measure(int rows, int turns) {
        double[] create = new double[turns];
        double[] stream = new double[turns];
        for (int turn = 0; turn < turns; turn++) {
            writing.bulkDelete(q -> q.confirmed());
            create[turn] = rate(rows, () -> writing.bulkCreate(OfferRows.first(rows)));
            stream[turn] = rate(rows, () -> read(rows));
        }
        System.out.println("RATE create " + rows + " " + median(create));
        System.out.println("RATE stream " + rows + " " + median(stream));
    }

    private void read(int rows) {
        try (Stream<Offer> all = reading.stream(q -> {})) {
            if (all.mapToInt(row -> row.id() > 0 ? 1 : 0).sum() != rows) {
                throw new IllegalStateException("not all rows were read");
            }
        }
    }

    private static double rate(int rows, Runnable work) {
        long start = System.nanoTime();
        work.run();
        return rows * 1e9 / (System.nanoTime() - start);
    }

    /** The last turns' median: the first ones warm up. */
    private static double median(double[] rates) {
        double[] last = Arrays.copyOfRange(rates, rates.length / 2, rates.length);
        Arrays.sort(last);
        return last[last.length / 2];
    }
}
