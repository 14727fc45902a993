package dev.dataflow.suite.soft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.NotFoundException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.query.Page;
import dev.dataflow.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that are deleted softly are seen by no statement that does not ask for them. */
class SoftDeleteTest extends SoftSuite {

    SoftDeleteTest(TestDatabase database) {
        super(database);
    }

    /** An author with what its relation leads to. */
    record WithArticles(long id, List<Article> articles) {}

    /** An article with its author. */
    record WithAuthor(long id, @Nullable Author author) {}

    @Test
    void noReadSeesATombstone() {
        Author gone = story("gone");
        Author kept = story("kept");
        assertThat(authors.delete(gone.id())).isTrue();
        assertThat(authors.delete(gone.id())).isFalse();

        assertThat(authors.read(gone.id())).isEmpty();
        assertThat(authors.readAll(List.of(gone.id(), kept.id()))).containsExactly(kept);
        assertThat(authors.list().records()).containsExactly(kept);
        assertThat(authors.count()).isEqualTo(1);
        assertThat(authors.aggregate(a -> a.count("n")).get(0).toMap().get("n")).isEqualTo(1L);
        try (Stream<Author> all = authors.stream(q -> {})) {
            assertThat(all).containsExactly(kept);
        }
        List<Author> batches = new ArrayList<>();
        authors.forEachBatch(q -> {}, 10, batches::addAll);
        assertThat(batches).containsExactly(kept);
        assertThat(authors.list(q -> q.limit(1).withTotal()).total()).hasValue(1);
        assertThat(authors.read(gone.id(), WithArticles.class)).isEmpty();
        assertThat(authors.list(q -> {}, WithArticles.class).records())
                .extracting(WithArticles::id)
                .containsExactly(kept.id());
        assertThat(df.node("AuthorReadNode").run(Map.of("id", gone.id(), "raise_on_not_found", false)))
                .containsEntry("found", false);
    }

    @Test
    void whoAsksSeesThem() {
        Author gone = story("gone");
        Author kept = story("kept");
        authors.delete(gone.id());

        assertThat(authors.read(gone.id(), o -> o.includeDeleted()))
                .hasValueSatisfying(author -> assertThat(author.deletedAt()).isNotNull());
        long id = gone.id();
        assertThat(authors.read(id, o -> o.includeDeleted())).isPresent();
        assertThat(authors.read(id, Named.class, o -> o.includeDeleted())).contains(new Named("gone"));
        assertThat(authors.read(id, Named.class)).isEmpty();
        assertThat(authors.readAll(List.of(kept.id(), gone.id()), o -> o.includeDeleted()))
                .hasSize(2);
        assertThat(authors.count(q -> q.includeDeleted())).isEqualTo(2);
        assertThat(authors.list(q -> q.includeDeleted()).count()).isEqualTo(2);
        assertThat(authors.aggregate(a -> a.count("n").includeDeleted())
                        .get(0)
                        .toMap()
                        .get("n"))
                .isEqualTo(2L);
        try (Stream<Author> all = authors.stream(q -> q.includeDeleted())) {
            assertThat(all).hasSize(2);
        }
        assertThat(df.node("AuthorReadNode").run(Map.of("id", gone.id(), "include_deleted", true)))
                .containsEntry("found", true)
                .doesNotContainEntry("deleted_at", null);
        assertThat(df.node("AuthorListNode").run(Map.of("include_deleted", true)))
                .containsEntry("count", 2);
        assertThat(df.node("AuthorCountNode").run(Map.of("include_deleted", true)))
                .containsEntry("count", 2L);
        assertThat(df.node("AuthorAggregateNode")
                        .run(Map.of("aggregate", Map.of("n", Map.of("$count", "*")), "include_deleted", true))
                        .get("groups"))
                .isEqualTo(List.of(Map.of("n", 2L)));
        Page<Author> first = authors.list(q -> q.includeDeleted().limit(1));
        assertThat(first.next().records()).hasSize(1);
        String cursor = first.nextCursor().orElseThrow();
        assertThatThrownBy(() -> authors.list(q -> q.limit(1).after(cursor))).hasMessageContaining("DF-133");
    }

    @Test
    void whatHasNoTombstonesIsNotAskedForThem() {
        assertThatThrownBy(() -> bookmarks.count(q -> q.includeDeleted()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("DF-107");
        assertThatThrownBy(() -> bookmarks.read(1L, o -> o.includeDeleted())).hasMessageContaining("DF-107");
        assertThatThrownBy(() -> bookmarks.restore(1L)).hasMessageContaining("DF-107");
        assertThatThrownBy(() -> bookmarks.purge(Duration.ZERO, q -> q.confirmed()))
                .hasMessageContaining("DF-107");
        assertThatThrownBy(() -> df.node("BookmarkListNode").run(Map.of("include_deleted", true)))
                .hasMessageContaining("DF-107");
    }

    @Test
    void relationsLeadToLiveRows() {
        Author author = story("ann");
        long article = articles.list().records().get(0).id();
        articles.delete(article);

        assertThat(authors.read(author.id(), WithArticles.class).orElseThrow().articles())
                .isEmpty();
        assertThat(authors.count(q -> q.filter(Map.of("articles", Map.of("$some", Map.of())))))
                .isZero();
        assertThat(authors.count(q -> q.filter(Map.of("articles", Map.of("$none", Map.of())))))
                .isEqualTo(1);
        assertThat(authors.count(q -> q.filter(Map.of("articles", Map.of("$every", Map.of("views", 99))))))
                .isEqualTo(1);
        assertThat(authors.count(q ->
                        q.filter(Map.of("articles", Map.of("$some", Map.of("remarks", Map.of("$some", Map.of())))))))
                .isZero();
        // those of a tombstone that is asked for are live rows, too
        Article other = articles.create(d -> d.authorId(author.id()).slug("other"));
        authors.delete(author.id());
        assertThat(articles.read(other.id(), WithAuthor.class)).isEmpty();
        assertThat(articles.list(q -> q.includeDeleted(), WithAuthor.class).records())
                .extracting(WithAuthor::author)
                .containsOnlyNulls();
        assertThat(authors.list(q -> q.includeDeleted(), WithArticles.class).records())
                .allSatisfy(each -> assertThat(each.articles()).isEmpty());
    }

    @Test
    void noWriteReachesATombstone() {
        Author gone = authors.create(new Author("gone@x.com", "gone"));
        Author kept = authors.create(new Author("kept@x.com", "kept"));
        authors.delete(gone.id());

        assertThatThrownBy(() -> authors.update(gone.id(), p -> p.name("x"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> authors.modify(gone.id(), (row, p) -> p.name("x")))
                .isInstanceOf(NotFoundException.class);
        assertThat(authors.bulkUpdate(q -> q.confirmed(), p -> p.name("x")).updated())
                .isEqualTo(1);
        assertThat(authors.bulkUpdate(List.of(gone, kept)).updated()).isEqualTo(1);
        assertThat(authors.bulkUpdate(q -> q.confirmed().limit(5), p -> p.name("x"))
                        .updated())
                .isEqualTo(1);
        assertThat(df.node("AuthorBulkUpdateNode").run(Map.of("data", List.of(Map.of("id", gone.id(), "name", "y")))))
                .containsEntry("updated", 0L);
        assertThat(authors.read(gone.id(), o -> o.includeDeleted())
                        .orElseThrow()
                        .name())
                .isEqualTo("gone");
        assertThat(authors.bulkDelete(q -> q.confirmed()).deleted()).isEqualTo(1);
        assertThat(authors.bulkDelete(q -> q.confirmed()).deleted()).isZero();
    }

    @Test
    void manyRowsAtOnceReachNoTombstone() {
        List<Author> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(new Author("a" + i + "@x.com", "a" + i));
        }
        List<Long> ids = authors.bulkCreate(many, o -> o.returnIds()).ids();
        assertThat(authors.bulkDelete(q -> q.in(ids.subList(0, 60))).deleted()).isEqualTo(60);
        List<Author> written = authors.readAll(ids, o -> o.includeDeleted()).stream()
                .map(author -> new Author(author.id(), author.email(), "new", author.deletedAt()))
                .toList();
        assertThat(authors.bulkUpdate(written).updated()).isEqualTo(40);
        assertThat(authors.count(q -> q.includeDeleted().filter(Map.of("name", "new"))))
                .isEqualTo(40);
        assertThat(authors.bulkDelete(q -> q.confirmed().limit(15)).deleted()).isEqualTo(15);
        assertThat(authors.count()).isEqualTo(25);
    }

    @Test
    void aUniqueKeyForgetsTombstones() {
        Author gone = authors.create(new Author("ann@x.com", "first"));
        authors.delete(gone.id());
        Author second = authors.create(new Author("ann@x.com", "second"));
        assertThatThrownBy(() -> authors.create(new Author("ann@x.com", "third")))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("email"));
        authors.delete(second.id());
        assertThat(authors.upsert(
                                d -> d.email("ann@x.com").name("fourth"), on -> on.conflictOn(AuthorTable.AUTHOR.EMAIL))
                        .created())
                .isTrue();
        assertThat(authors.upsert(
                                d -> d.email("ann@x.com").name("fifth"), on -> on.conflictOn(AuthorTable.AUTHOR.EMAIL))
                        .created())
                .isFalse();
        assertThat(authors.count(q -> q.includeDeleted())).isEqualTo(3);
        assertThat(authors.list().records()).extracting(Author::name).containsExactly("fifth");
    }

    @Test
    void bulkUpsertsInsertWhereAKeyForgets() {
        for (int count : List.of(3, 80)) {
            empty();
            List<Author> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(new Author("a" + i + "@x.com", "a" + i));
            }
            authors.bulkCreate(rows);
            authors.bulkDelete(q -> q.filter(Map.of("email", "a1@x.com")));
            assertThat(authors.bulkUpsert(rows, o -> o.conflictOn(AuthorTable.AUTHOR.EMAIL)))
                    .satisfies(done -> assertThat(done.inserted()).isEqualTo(1))
                    .satisfies(done -> assertThat(done.updated()).isEqualTo(count - 1));
            authors.bulkDelete(q -> q.filter(Map.of("email", "a2@x.com")));
            assertThat(authors.bulkCreate(
                                    rows,
                                    o -> o.onConflict(dev.dataflow.node.Conflict.SKIP)
                                            .conflictOn(AuthorTable.AUTHOR.EMAIL)
                                            .returnIds())
                            .inserted())
                    .isEqualTo(1);
            assertThat(authors.count()).isEqualTo(count);
            assertThat(authors.count(q -> q.includeDeleted())).isEqualTo(count + 2);
        }
    }

    @Test
    void aPrimaryKeyAndOneThatIncludesDeletedMeetTombstones() {
        vouchers.create(d -> d.code("A").serial("1").place(1).amount(10));
        vouchers.delete("A");
        assertThatThrownBy(() -> vouchers.create(d -> d.code("A").amount(1)))
                .isInstanceOf(UniqueViolationException.class);
        assertThatThrownBy(() -> vouchers.create(d -> d.code("B").serial("1").amount(1)))
                .isInstanceOf(UniqueViolationException.class);
        vouchers.create(d -> d.code("C").place(1).amount(1)); // forgotten there

        assertThat(vouchers.upsert(d -> d.code("A").amount(20).place(2), on -> on.conflictOn(VoucherTable.VOUCHER.CODE))
                        .record())
                .isEqualTo(new Voucher("A", "1", 2, 20));
        vouchers.delete("A");
        assertThat(vouchers.upsert(
                                d -> d.code("X").serial("1").amount(30),
                                on -> on.conflictOn(VoucherTable.VOUCHER.SERIAL))
                        .record())
                .isEqualTo(new Voucher("A", "1", 2, 30));
        vouchers.delete("A");
        // found, and nothing to change: it lives again nevertheless
        assertThat(vouchers.upsert(
                                d -> d.code("A").amount(40),
                                on -> on.conflictOn(VoucherTable.VOUCHER.CODE).update(p -> {}))
                        .record())
                .isEqualTo(new Voucher("A", "1", 2, 30));
        assertThat(vouchers.count()).isEqualTo(2);
    }

    @Test
    void bulkUpsertsReviveByPrimaryKey() {
        for (int count : List.of(3, 80)) {
            empty();
            List<Voucher> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(new Voucher("v%03d".formatted(i), null, null, i));
            }
            vouchers.bulkCreate(rows);
            vouchers.bulkDelete(q -> q.filter(Map.of("amount", Map.of("$lt", 2))));
            assertThat(vouchers.bulkCreate(
                            rows,
                            o -> o.onConflict(dev.dataflow.node.Conflict.SKIP).conflictOn(VoucherTable.VOUCHER.CODE)))
                    .satisfies(done -> assertThat(done.skipped()).isEqualTo(count));
            assertThat(vouchers.count()).isEqualTo(count - 2);
            assertThat(vouchers.bulkUpsert(rows, o -> o.conflictOn(VoucherTable.VOUCHER.CODE)))
                    .satisfies(done -> assertThat(done.updated()).isEqualTo(count));
            assertThat(vouchers.count()).isEqualTo(count);
        }
    }

    @Test
    void restoredRowsLiveAgain() {
        Author author = authors.create(new Author("ann@x.com", "Ann"));
        authors.delete(author.id());
        assertThat(authors.restore(author.id())).isEqualTo(author);
        assertThat(authors.read(author.id())).contains(author);
        assertThatThrownBy(() -> authors.restore(author.id())).isInstanceOf(NotFoundException.class);

        authors.delete(author.id());
        assertThat(authors.restore(q -> q.filter(Map.of("name", "Bob"))).updated())
                .isZero();
        assertThat(authors.restore(q -> q.filter(Map.of("name", "Ann"))).updated())
                .isEqualTo(1);
        authors.delete(author.id());
        assertThat(df.node("AuthorUpdateNode").run(Map.of("filter", Map.of("id", author.id()), "restore", true)))
                .containsEntry("updated", true)
                .containsEntry("deleted_at", null);
        authors.delete(author.id());
        assertThat(df.node("AuthorBulkUpdateNode").run(Map.of("confirmed", true, "restore", true)))
                .containsEntry("updated", 1L);
        assertThatThrownBy(() -> authors.restore(q -> {})).hasMessageContaining("DF-109");
    }

    @Test
    void aRestorationThatCollidesChangesNothing() {
        Author first = authors.create(new Author("ann@x.com", "first"));
        authors.delete(first.id());
        Author second = authors.create(new Author("ann@x.com", "second"));
        assertThatThrownBy(() -> authors.restore(first.id()))
                .isInstanceOf(UniqueViolationException.class)
                .hasMessageContaining("restore of");
        assertThatThrownBy(() -> authors.restore(q -> q.confirmed())).isInstanceOf(UniqueViolationException.class);
        assertThat(authors.list().records()).containsExactly(second);
    }

    @Test
    void hardDeletesRemoveLiveRowsAndTombstones() {
        Author one = authors.create(new Author("1@x.com", "1"));
        Author two = authors.create(new Author("2@x.com", "2"));
        authors.delete(one.id());
        assertThat(authors.delete(one.id(), o -> o.hard())).isTrue();
        assertThat(df.node("AuthorDeleteNode").run(Map.of("id", two.id(), "hard", true)))
                .containsEntry("deleted", true);
        assertThat(authors.count(q -> q.includeDeleted())).isZero();
        authors.create(new Author("3@x.com", "3"));
        assertThat(df.node("AuthorBulkDeleteNode").run(Map.of("confirmed", true, "hard", true)))
                .containsEntry("deleted", 1L);
        assertThat(authors.count(q -> q.includeDeleted())).isZero();
    }

    @Test
    void aPurgeRemovesOldTombstonesOnly() {
        Author old = authors.create(new Author("1@x.com", "1"));
        Author live = authors.create(new Author("2@x.com", "2"));
        authors.delete(old.id());
        assertThat(authors.purge(Duration.ofDays(1), q -> q.confirmed()).deleted())
                .isZero();
        assertThatThrownBy(() -> authors.purge(Duration.ZERO, q -> {})).hasMessageContaining("DF-109");
        assertThatThrownBy(() -> authors.purge(Duration.ofDays(-1), q -> q.confirmed()))
                .hasMessageContaining("DF-107");
        assertThat(authors.purge(java.time.Instant.now().plusSeconds(5), q -> q.confirmed())
                        .deleted())
                .isEqualTo(1);
        assertThat(authors.list(q -> q.includeDeleted()).records()).containsExactly(live);
        authors.delete(live.id());
        assertThat(df.node("AuthorBulkDeleteNode")
                        .run(Map.of(
                                "confirmed",
                                true,
                                "purge_before",
                                java.time.Instant.now().plusSeconds(5).toString())))
                .containsEntry("deleted", 1L);
    }

    record Named(String name) {}
}
