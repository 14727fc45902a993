package dev.dataflow.docs;

import static dev.dataflow.docs.HoldingTable.HOLDING;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.VersionConflictException;
import dev.dataflow.node.BulkUpdated;
import dev.dataflow.node.ConflictPolicy;
import dev.dataflow.node.OnError;
import dev.dataflow.node.VersionConflicts;
import dev.dataflow.node.WithMeta;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scenes of the page about versions. */
@EveryEngine
class VersionsGuideTest extends GuideScenes {

    private HoldingNodes holdings;

    VersionsGuideTest(TestDatabase engine) {
        super(engine);
    }

    @BeforeEach
    void fill() {
        holdings = HoldingNodes.on(df);
        holdings.create(draft -> draft.isbn("978-0-14-143958-7").copies(5).shelf("A"));
        holdings.create(draft -> draft.isbn("978-0-14-143968-6").copies(2));
    }

    private void someoneElse() {
        holdings.modify(1, (row, patch) -> patch.copies(row.copies() - 1));
    }

    @Test
    void update() {
        scene("version-update");
        // docs:version-update
        Holding read = holdings.read(1).orElseThrow();
        Holding stored = holdings.update(read, patch -> patch.copies(4));
        print(read.version() + " " + stored.version());
        // docs:end
        end();
    }

    @Test
    void conflict() {
        Holding read = holdings.read(1).orElseThrow();
        someoneElse();
        scene("version-conflict");
        // docs:version-conflict
        try {
            holdings.update(read, patch -> patch.copies(4)); // but somebody else has lent one
        } catch (VersionConflictException e) {
            print(e.getMessage());
            print(e.expected() + " " + e.found());
        }
        // docs:end
        endOutput();
    }

    @Test
    void byKey() {
        scene("version-by-key");
        // docs:version-by-key
        holdings.update(1, patch -> patch.copies(4), options -> options.expectedVersion(1));
        holdings.update(1, patch -> patch.shelf("B"), options -> options.anyVersion());
        boolean gone = holdings.delete(1, options -> options.expectedVersion(3));
        print(gone);
        // docs:end
        end();
    }

    @Test
    void modify() {
        scene("version-modify");
        // docs:version-modify
        Holding lent = holdings.modify(1, (row, patch) -> patch.copies(row.copies() - 1));
        print(lent);
        // docs:end
        end();
    }

    @Test
    void retry() {
        scene("version-retry");
        // docs:version-retry
        RetryPolicy often = RetryPolicy.of(20).backoff(Duration.ofMillis(5), Duration.ofMillis(100));
        holdings.modify(
                1,
                (row, patch) -> patch.copies(row.copies() - 1),
                options -> options.onConflict(ConflictPolicy.retry(often)));
        // docs:end
        endOutput();
    }

    @Test
    void merge() {
        Holding read = holdings.read(1).orElseThrow();
        someoneElse();
        scene("version-merge");
        // docs:version-merge
        Holding moved =
                holdings.update(read, patch -> patch.shelf("B"), options -> options.onConflict(ConflictPolicy.merge()));
        print(moved); // the copy that was lent meanwhile stays lent
        // docs:end
        end();
    }

    @Test
    void bulk() {
        scene("version-bulk");
        // docs:version-bulk
        List<Holding> read = holdings.list().records();
        List<Holding> counted = read.stream()
                .map(holding -> new Holding(holding.id(), holding.isbn(), 3, "C", holding.version()))
                .toList();
        print(holdings.bulkUpdate(counted).updated());
        // docs:end
        end();
    }

    @Test
    void bulkContinue() {
        List<Holding> counted = holdings.list().records();
        someoneElse();
        scene("version-bulk-continue");
        // docs:version-bulk-continue
        BulkUpdated done = holdings.bulkUpdate(counted, options -> options.onError(OnError.CONTINUE));
        print(done.updated() + " updated, " + done.failed() + " failed");
        print(done.errors().get(0).code() + " at " + done.errors().get(0).index());
        // docs:end
        endOutput();
    }

    @Test
    void byFilter() {
        scene("version-filter");
        // docs:version-filter
        long changed = holdings.bulkUpdate(query -> query.where(HOLDING.VERSION.eq(1L)), patch -> patch.shelf("C"))
                .updated();
        print(changed);
        // docs:end
        end();
    }

    @Test
    void upsert() {
        scene("version-upsert");
        // docs:version-upsert
        holdings.upsert(
                draft -> draft.isbn("978-0-14-143958-7").copies(7),
                options -> options.conflictOn(HOLDING.ISBN).expectedVersion(1));
        // docs:end
        end();
    }

    @Test
    void meta() {
        scene("version-meta");
        // docs:version-meta
        WithMeta<Holding> read = holdings.readWithMeta(1L).orElseThrow();
        print(read.version() + " " + read.updatedAt());
        // docs:end
        endOutput();
    }

    @Test
    void maps() {
        scene("version-maps");
        // docs:version-maps
        Map<String, ?> read = df.node("HoldingReadNode").run(Map.of("id", 1));
        df.node("HoldingUpdateNode")
                .run(Map.of("filter", Map.of("id", 1), "fields", Map.of("copies", 4), "version", read.get("version")));
        Map<String, ?> moved = df.node("HoldingUpdateNode")
                .run(Map.of(
                        "filter",
                        Map.of("id", 1),
                        "fields",
                        Map.of("shelf", "B"),
                        "base",
                        read,
                        "on_conflict",
                        "merge"));
        print(moved);
        // docs:end
        endOutput();
    }

    @Test
    void conflicts() {
        Holding read = holdings.read(1).orElseThrow();
        someoneElse();
        scene("version-conflicts");
        // docs:version-conflicts
        try {
            holdings.update(read, patch -> patch.copies(4));
        } catch (DataFlowException e) {
            VersionConflicts conflicts = df.versionConflicts();
            print(conflicts.count() + " " + conflicts.byPolicy() + " " + conflicts.refused());
            print(conflicts.last());
        }
        // docs:end
        endOutput();
    }
}
