package dev.dataflow.benchmarks.rows;

import dev.dataflow.benchmarks.source.Database;
import dev.dataflow.benchmarks.turns.Preparation;
import java.util.List;
import java.util.stream.LongStream;

/** Fills the table of offers. */
final class OfferRows {

    private final Database database;
    private final OfferNodes offers;

    OfferRows(Database database) {
        this.database = database;
        offers = OfferNodes.on(database.dataFlow());
    }

    /** Leaves the first rows and no others; returns their keys. */
    List<Long> refill(int rows) {
        return Preparation.run(() -> {
            database.clear("offers");
            List<Long> ids = offers.bulkCreate(first(rows), o -> o.returnIds()).ids();
            database.settle("offers");
            return ids;
        });
    }

    /** The first rows. */
    static Iterable<Offer> first(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(i -> NewOffer.of(i).offer(null, null))::iterator;
    }
}
