package dev.dataflow.docs;

import static dev.dataflow.docs.BookTable.BOOK;

import dev.dataflow.node.BulkResult;
import dev.dataflow.node.Conflict;
import dev.dataflow.node.Explanation;
import dev.dataflow.node.Upserted;
import dev.dataflow.query.Group;
import dev.dataflow.query.Page;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scenes of the page about nodes. */
@EveryEngine
class NodesGuideTest extends GuideScenes {

    NodesGuideTest(TestDatabase engine) {
        super(engine);
    }

    @Test
    void create() {
        scene("create");
        // docs:create
        Book book = books.create(draft -> draft.authorId(1)
                .title("Mansfield Park")
                .isbn("978-0-14-143980-8")
                .price(new BigDecimal("8.40")));
        print(book);
        // docs:end
        end();
    }

    @Test
    void createWhole() {
        scene("create-whole");
        // docs:create-whole
        Book book = books.create(new Book(null, 1, "Lady Susan", "978-0-14-043102-5", null, null, null));
        print(book);
        // docs:end
        end();
    }

    @Test
    void read() {
        scene("read");
        // docs:read
        Optional<Book> book = books.read(1);
        print(book);
        // docs:end
        end();
    }

    @Test
    void readAll() {
        scene("read-all");
        // docs:read-all
        List<Book> several = books.readAll(List.of(3L, 99L, 1L));
        print(several);
        // docs:end
        end();
    }

    @Test
    void update() {
        scene("update");
        // docs:update
        Book sold = books.update(1, patch -> patch.status(BookStatus.SOLD_OUT).publishedOn(null));
        print(sold);
        // docs:end
        end();
    }

    @Test
    void updateRecord() {
        Book book = books.read(1).orElseThrow();
        scene("update-record");
        // docs:update-record
        Book cheaper = books.update(book, patch -> patch.price(new BigDecimal("4.95")));
        // docs:end
        print(cheaper);
        end();
    }

    @Test
    void updateExpression() {
        scene("update-expression");
        // docs:update-expression
        Book dearer = books.update(1, patch -> patch.setExpression(BOOK.PRICE, BOOK.PRICE.add(new BigDecimal("1.50"))));
        print(dearer.price());
        // docs:end
        end();
    }

    @Test
    void modify() {
        scene("modify");
        // docs:modify
        Book book = books.modify(1, (row, patch) -> patch.title(row.title() + ": A Novel"));
        print(book.title());
        // docs:end
        end();
    }

    @Test
    void delete() {
        scene("delete");
        // docs:delete
        boolean deleted = books.delete(3);
        print(deleted);
        // docs:end
        end();
    }

    @Test
    void list() {
        scene("list");
        // docs:list
        Page<Book> page = books.list(query -> query.where(BOOK.PRICE.ge(new BigDecimal("6")))
                .orderBy(BOOK.PUBLISHED_ON.desc())
                .limit(10));
        print(page.records());
        // docs:end
        end();
    }

    @Test
    void listByMap() {
        scene("list-map");
        // docs:list-map
        Page<Book> page = books.list(query -> query.filter(Map.of("status", "ON_SALE"))
                .sort("-price", "title")
                .limit(1)
                .offset(1)
                .withTotal());
        print(page.records());
        print(page.count() + " of " + page.total().getAsLong());
        // docs:end
        end();
    }

    @Test
    void pages() {
        scene("pages");
        // docs:pages
        Page<Book> page = books.list(
                query -> query.orderBy(BOOK.STATUS.asc(), BOOK.PRICE.desc()).limit(2));
        print(page.records());
        while (page.hasNext()) {
            page = page.next();
            print("next page");
            print(page.records());
        }
        // docs:end
        end();
    }

    @Test
    void cursor() {
        scene("cursor");
        // docs:cursor
        Page<Book> first = books.list(query -> query.sort("-price").limit(2));
        String cursor = first.nextCursor().orElseThrow(); // goes out, comes back with the next request
        Page<Book> second = books.list(query -> query.sort("-price").limit(2).after(cursor));
        print(second.records());
        // docs:end
        end();
    }

    @Test
    void stream() {
        scene("stream");
        // docs:stream
        try (Stream<Book> all = books.stream(query -> query.where(BOOK.PRICE.gt(new BigDecimal("5"))))) {
            all.map(Book::title).sorted().forEach(this::print);
        }
        long rows = books.forEachBatch(query -> query.orderBy(BOOK.ID), 2, batch -> print(batch.size()));
        print(rows);
        // docs:end
        end();
    }

    @Test
    void count() {
        scene("count");
        // docs:count
        long drafts = books.count(query -> query.where(BOOK.STATUS.eq(BookStatus.DRAFT)));
        print(drafts);
        print(books.count());
        // docs:end
        end();
    }

    @Test
    void aggregate() {
        scene("aggregate");
        // docs:aggregate
        List<Group> groups = books.aggregate(query -> query.gt(BOOK.PRICE, new BigDecimal("0.50"))
                .groupBy(BOOK.STATUS)
                .sum("worth", BOOK.PRICE)
                .avg("mean", BOOK.PRICE)
                .count("titles")
                .having("worth", worth -> worth.gt(1))
                .sort("-worth"));
        groups.forEach(group -> print(group.get(BOOK.STATUS) + ": " + group.count("titles") + " for "
                + group.decimal("worth") + ", on average " + group.decimal("mean")));
        // docs:end
        end();
    }

    @Test
    void aggregateMap() {
        scene("aggregate-map");
        // docs:aggregate-map
        Map<String, Object> input = Map.of(
                "group_by",
                "status",
                "aggregate",
                Map.of("titles", Map.of("$count", "*")),
                "having",
                Map.of("titles", Map.of("$gte", 1)),
                "sort",
                "-titles",
                "limit",
                10);
        print(df.node("BookAggregateNode").run(input));
        // docs:end
        end();
    }

    @Test
    void upsert() {
        scene("upsert");
        // docs:upsert
        Upserted<Book> done = books.upsert(
                draft -> draft.authorId(1)
                        .title("Emma")
                        .isbn("978-0-14-143958-7")
                        .price(new BigDecimal("12.00")),
                on -> on.conflictOn(BOOK.ISBN).update(patch -> patch.price(new BigDecimal("12.00"))));
        print(done.action() + " " + done.record());
        // docs:end
        end();
    }

    @Test
    void upsertNew() {
        scene("upsert-new");
        // docs:upsert-new
        Upserted<Book> done =
                books.upsert(draft -> draft.authorId(1).title("The Watsons").isbn("978-0-14-043102-6"), on -> {});
        print(done.action() + " " + done.record());
        // docs:end
        end();
    }

    @Test
    void bulkCreate() {
        Author jane = authors.read(1).orElseThrow();
        List<Book> list = List.of(
                book(jane, "Emma", "978-0-14-143958-7", "9.90", null),
                book(jane, "Northanger Abbey", "978-0-14-143979-2", "6.20", LocalDate.of(1817, 12, 20)),
                book(jane, "Mansfield Park", "978-0-14-143980-8", "8.40", LocalDate.of(1814, 5, 9)));
        scene("bulk-create");
        // docs:bulk-create
        BulkResult<Long> result = books.bulkCreate(
                list, options -> options.onConflict(Conflict.SKIP).returnIds());
        print(result.inserted() + " inserted, " + result.skipped() + " skipped");
        // docs:end
        print(result.ids().get(0) + " is the first of " + result.ids().size() + " ids");
        end();
    }

    @Test
    void bulkUpdate() {
        scene("bulk-update");
        // docs:bulk-update
        long changed = books.bulkUpdate(
                        query -> query.where(BOOK.STATUS.eq(BookStatus.ON_SALE)),
                        patch -> patch.setExpression(BOOK.PRICE, BOOK.PRICE.mul(new BigDecimal("0.9"))))
                .updated();
        print(changed);
        // docs:end
        end();
    }

    @Test
    void bulkUpdateOperators() {
        scene("bulk-update-operators");
        // docs:bulk-update-operators
        long changed = books.bulkUpdate(
                        query -> query.eq(BOOK.STATUS, BookStatus.ON_SALE),
                        patch -> patch.multiply(BOOK.PRICE, new BigDecimal("0.5"))
                                .concat(BOOK.TITLE, " (used)"))
                .updated();
        // docs:end
        print(changed);
        end();
    }

    @Test
    void bulkUpdateOperatorsInMaps() {
        scene("bulk-update-operators-maps");
        // docs:bulk-update-operators-maps
        Map<String, Object> result = df.node("BookBulkUpdateNode")
                .run(Map.of(
                        "filter", Map.of("status", "ON_SALE"),
                        "update", Map.of("price", Map.of("$inc", "1.50"), "$unset", Map.of("published_on", true))));
        print(result);
        // docs:end
        end();
    }

    @Test
    void bulkUpdateRecords() {
        Author jane = authors.read(1).orElseThrow();
        List<Book> changedBooks = List.of(
                new Book(1L, jane.id(), "Emma", "978-0-14-143958-7", BigDecimal.TEN, BookStatus.ON_SALE, null),
                new Book(2L, jane.id(), "Persuasion", "978-0-14-143968-6", BigDecimal.ONE, BookStatus.ON_SALE, null));
        scene("bulk-update-records");
        // docs:bulk-update-records
        print(books.bulkUpdate(changedBooks));
        // docs:end
        end();
    }

    @Test
    void bulkUpsert() {
        Author jane = authors.read(1).orElseThrow();
        List<Book> list = List.of(
                book(jane, "Emma", "978-0-14-143958-7", "11.00", LocalDate.of(1815, 12, 23)),
                book(jane, "Mansfield Park", "978-0-14-143980-8", "8.40", LocalDate.of(1814, 5, 9)));
        scene("bulk-upsert");
        // docs:bulk-upsert
        print(books.bulkUpsert(list, options -> options.conflictOn(BOOK.ISBN)));
        // docs:end
        end();
    }

    @Test
    void bulkDelete() {
        scene("bulk-delete");
        // docs:bulk-delete
        long deleted = books.bulkDelete(query -> query.filter(Map.of("status", "DRAFT")))
                .deleted();
        print(deleted);
        // docs:end
        end();
    }

    @Test
    void explain() {
        scene("explain");
        // docs:explain
        Explanation explanation = books.explain(query -> query.where(BOOK.ISBN.eq("978-0-14-143958-7")));
        print(explanation.sql());
        print(explanation.plan());
        // docs:end
        end();
    }

    @Test
    void mapCreate() {
        scene("map-create");
        // docs:map-create
        Map<String, Object> book = new BookCreateNode(df)
                .run(Map.of("author_id", 1, "title", "Emma", "isbn", "978-0-19-953552-1", "price", "9.90"));
        print(book);
        // docs:end
        end();
    }

    @Test
    void mapRead() {
        scene("map-read");
        // docs:map-read
        print(df.node("BookReadNode").run(Map.of("id", 3)));
        print(df.node("BookReadNode").run(Map.of("id", 99, "raise_on_not_found", false)));
        // docs:end
        end();
    }

    @Test
    void mapUpdate() {
        scene("map-update");
        // docs:map-update
        print(df.node("BookUpdateNode")
                .run(Map.of("filter", Map.of("id", 3), "fields", Map.of("status", "ON_SALE", "price", 6))));
        // docs:end
        end();
    }

    @Test
    void mapList() {
        scene("map-list");
        // docs:map-list
        print(df.node("BookListNode")
                .run(Map.of(
                        "filter",
                        Map.of("status", "DRAFT"),
                        "sort",
                        List.of(Map.of("price", -1)),
                        "with_total",
                        true)));
        // docs:end
        end();
    }

    @Test
    void mapBulk() {
        scene("map-bulk");
        // docs:map-bulk
        print(df.node("BookBulkUpdateNode")
                .run(Map.of("data", List.of(Map.of("id", 1, "price", "9.00"), Map.of("id", 2, "price", "8.00")))));
        // docs:end
        end();
    }
}
