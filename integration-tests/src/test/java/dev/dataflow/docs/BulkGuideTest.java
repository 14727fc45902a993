package dev.dataflow.docs;

import static dev.dataflow.docs.BookStatus.ON_SALE;
import static dev.dataflow.docs.BookTable.BOOK;

import dev.dataflow.node.BulkResult;
import dev.dataflow.node.BulkUpdated;
import dev.dataflow.node.OnError;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scenes of the page about many rows. */
@EveryEngine
class BulkGuideTest extends GuideScenes {

    BulkGuideTest(TestDatabase engine) {
        super(engine);
    }

    private List<Book> volumes(int count) {
        Author jane = authors.read(1).orElseThrow();
        return IntStream.range(0, count)
                .mapToObj(i -> book(jane, "Volume " + i, "isbn " + i, "5.00", null))
                .toList();
    }

    @Test
    void load() {
        List<Book> volumes = volumes(100);
        scene("bulk-load");
        // docs:bulk-load
        BulkResult<Long> loaded = books.bulkCreate(volumes, options -> options.returnIds());
        print(loaded.inserted() + " inserted, " + loaded.ids().size() + " ids");
        // docs:end
        end();
    }

    @Test
    void upsert() {
        List<Book> volumes = volumes(100);
        books.bulkCreate(volumes.subList(0, 40));
        scene("bulk-many-upsert");
        // docs:bulk-many-upsert
        BulkResult<Long> written = books.bulkUpsert(volumes, options -> options.conflictOn(BOOK.ISBN));
        print(written.inserted() + " inserted, " + written.updated() + " updated");
        // docs:end
        end();
    }

    @Test
    void badRows() {
        List<Book> list = new ArrayList<>(volumes(100));
        list.set(70, list.get(3));
        scene("bulk-continue");
        // docs:bulk-continue
        BulkResult<Long> result = books.bulkCreate(list, options -> options.onError(OnError.CONTINUE));
        print(result.inserted() + " inserted, " + result.failed() + " failed");
        result.errors().forEach(error -> print("row " + error.index() + ": " + error.code()));
        // docs:end
        endOutput();
    }

    @Test
    void badUpdates() {
        List<Long> ids =
                books.bulkCreate(volumes(100), options -> options.returnIds()).ids();
        Author jane = authors.read(1).orElseThrow();
        List<Book> changed = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            changed.add(
                    new Book(ids.get(i), jane.id(), "Volume " + i, "isbn " + i, new BigDecimal("6.00"), ON_SALE, null));
        }
        changed.set(70, new Book(ids.get(70), jane.id(), "Volume 70", "isbn 3", new BigDecimal("6.00"), ON_SALE, null));
        scene("bulk-update-continue");
        // docs:bulk-update-continue
        BulkUpdated result = books.bulkUpdate(changed, options -> options.onError(OnError.CONTINUE));
        print(result.updated() + " updated, " + result.failed() + " failed");
        result.errors().forEach(error -> print("row " + error.index() + ": " + error.code()));
        // docs:end
        endOutput();
    }

    @Test
    void streams() {
        Stream<Book> lines = volumes(2500).stream();
        scene("bulk-stream");
        // docs:bulk-stream
        BulkResult<Long> result =
                books.bulkCreate(lines, options -> options.batchSize(1000).onProgress(rows -> print(rows + " rows")));
        // docs:end
        print(result.inserted() + " inserted");
        endOutput();
    }

    @Test
    void maps() {
        scene("bulk-maps");
        // docs:bulk-maps
        Map<String, Object> result = df.node("BookBulkCreateNode")
                .run(Map.of(
                        "data",
                        List.of(
                                Map.of("author_id", 1, "title", "Lady Susan", "isbn", "978-0-14-043102-5"),
                                Map.of("author_id", 1, "title", "Emma again", "isbn", "978-0-14-143958-7")),
                        "on_error",
                        "continue"));
        print(result.get("inserted") + " inserted, " + result.get("failed") + " failed");
        // docs:end
        endOutput();
    }
}
