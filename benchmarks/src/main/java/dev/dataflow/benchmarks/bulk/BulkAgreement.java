package dev.dataflow.benchmarks.bulk;

import dev.dataflow.benchmarks.source.Database;
import dev.dataflow.benchmarks.source.Database.Purpose;
import dev.dataflow.benchmarks.source.PeerSource;
import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Whether all peers leave behind what they are given. */
public final class BulkAgreement {

    private static final int ROWS = 150;

    private BulkAgreement() {}

    /**
     * Checks the peers on the class path.
     *
     * @return their names
     * @throws IllegalStateException where a peer leaves behind something else
     */
    public static List<String> check(Engine engine) {
        List<String> names = new ArrayList<>();
        for (PeerSource source : PeerSource.all(BulkPeer.class, engine)) {
            try (Database database = Database.open(engine, null, Purpose.BATCHES)) {
                BulkRows table = new BulkRows(database);
                try (BulkPeer<?> peer = source.open(BulkPeer.class, database.pool(), engine)) {
                    check(source, peer, table, ProductNodes.on(database.dataFlow()), engine);
                }
            }
            names.add(source.name());
        }
        return names;
    }

    private static <R> void check(
            PeerSource source, BulkPeer<R> peer, BulkRows table, ProductNodes products, Engine engine) {
        List<Product> fresh = BulkRows.fresh(ROWS).toList();
        String who = source.name() + " on " + engine;
        if (source.does("bulkCreate", engine)) {
            table.clear();
            peer.create(fresh.stream().map(peer::row).toList());
            same(who + ": create", fresh, stored(products), false);
        }
        if (source.does("bulkCreateReturning", engine)) {
            table.clear();
            List<Long> keys = peer.createReturning(fresh.stream().map(peer::row).toList());
            List<Product> stored = stored(products);
            same(who + ": create with keys", stored.stream().map(Product::id).toList(), keys);
        }
        if (source.does("bulkUpdate", engine)) {
            List<Product> given = table.fill(ROWS, 1);
            peer.update(given.stream().map(peer::row).toList());
            same(who + ": update", given, stored(products), true);
        }
        if (source.does("bulkUpsert", engine)) {
            List<Long> before = table.fill(ROWS, 2).stream().map(Product::id).toList();
            peer.upsert(fresh.stream().map(peer::row).toList());
            List<Product> stored = stored(products);
            same(who + ": upsert", fresh, stored, false);
            List<Long> kept = IntStream.range(0, ROWS)
                    .filter(i -> i % 2 == 0)
                    .mapToObj(i -> stored.get(i).id())
                    .toList();
            same(who + ": keys of an upsert", before, kept);
        }
        if (source.does("bulkDelete", engine)) {
            table.fill(ROWS, 1);
            same(who + ": delete", 50L, peer.delete(100));
            same(who + ": rows after a delete", 100, stored(products).size());
        }
    }

    private static List<Product> stored(ProductNodes products) {
        return products.list(q -> q.orderBy(ProductTable.PRODUCT.STOCK).limit(ROWS))
                .records();
    }

    private static void same(String what, List<Product> expected, List<Product> stored, boolean keys) {
        same(what, expected.size(), stored.size());
        for (int i = 0; i < expected.size(); i++) {
            same(what, withKey(expected.get(i), keys), withKey(stored.get(i), keys));
        }
    }

    private static Product withKey(Product row, boolean key) {
        return new Product(
                key ? row.id() : null,
                row.number(),
                row.title(),
                row.description(),
                row.stock(),
                row.listed(),
                row.price(),
                row.changed());
    }

    private static void same(String what, Object expected, Object given) {
        if (!Objects.equals(expected, given)) {
            throw new IllegalStateException("%s: expected %s but got %s".formatted(what, expected, given));
        }
    }
}
