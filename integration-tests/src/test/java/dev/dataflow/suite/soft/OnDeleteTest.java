package dev.dataflow.suite.soft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes with a deleted row, lets go of it, or keeps it. */
class OnDeleteTest extends SoftSuite {

    OnDeleteTest(TestDatabase database) {
        super(database);
    }

    private List<Long> live() {
        return List.of(authors.count(), articles.count(), remarks.count(), bookmarks.count());
    }

    private List<Long> all() {
        return List.of(
                authors.count(q -> q.includeDeleted()),
                articles.count(q -> q.includeDeleted()),
                remarks.count(q -> q.includeDeleted()),
                bookmarks.count());
    }

    @Test
    void aSoftDeleteCascadesAndLetsGo() {
        Author ann = story("ann");
        story("bob");
        assertThat(authors.delete(ann.id())).isTrue();
        assertThat(live()).containsExactly(1L, 1L, 2L, 2L);
        assertThat(all()).containsExactly(2L, 2L, 4L, 2L);
        assertThat(bookmarks.count(q -> q.filter(Map.of("article_id", Map.of("$null", true)))))
                .isEqualTo(1);
    }

    @Test
    void manyAtOnceCascadeSetWise() {
        for (int i = 0; i < 30; i++) {
            story("s" + i);
        }
        STATEMENTS.clear();
        assertThat(authors.bulkDelete(q -> q.filter(Map.of("name", Map.of("$like", "s1%"))))
                        .deleted())
                .isEqualTo(11);
        assertThat(STATEMENTS).hasSizeLessThan(20); // however many rows
        assertThat(live()).containsExactly(19L, 19L, 38L, 30L);
        assertThat(authors.bulkDelete(q -> q.confirmed().limit(4)).deleted()).isEqualTo(4);
        assertThat(live()).containsExactly(15L, 15L, 30L, 30L);
    }

    @Test
    void aRowThatKeepsItRefuses() {
        Author ann = story("ann");
        contracts.create(d -> d.authorId(ann.id()).terms("t"));
        story("bob");
        assertThatThrownBy(() -> authors.delete(ann.id()))
                .isInstanceOfSatisfying(
                        ForeignKeyViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("authorId"));
        assertThatThrownBy(() -> authors.bulkDelete(q -> q.confirmed()))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThatThrownBy(() -> authors.delete(ann.id(), o -> o.hard()))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThat(live()).containsExactly(2L, 2L, 4L, 2L);
        assertThat(bookmarks.count(q -> q.filter(Map.of("article_id", Map.of("$null", true)))))
                .isZero();
    }

    @Test
    void aHardDeleteRemovesTombstonesBelow() {
        Author ann = story("ann");
        story("bob");
        articles.bulkDelete(q -> q.confirmed());
        assertThat(all()).containsExactly(2L, 2L, 4L, 2L);
        assertThat(authors.delete(ann.id(), o -> o.hard())).isTrue();
        assertThat(all()).containsExactly(1L, 1L, 2L, 2L);
        assertThat(authors.bulkDelete(q -> q.confirmed(), o -> o.hard()).deleted())
                .isEqualTo(1);
        assertThat(all()).containsExactly(0L, 0L, 0L, 2L);
    }

    @Test
    void aPurgeTakesWhatWentWithTheRow() {
        Author ann = story("ann");
        story("bob");
        authors.delete(ann.id());
        assertThat(authors.purge(Instant.now().plusSeconds(5), q -> q.confirmed())
                        .deleted())
                .isEqualTo(1);
        assertThat(all()).containsExactly(1L, 1L, 2L, 2L);
        assertThat(authors.purge(Duration.ZERO, q -> q.confirmed()).deleted()).isZero();
    }

    @Test
    void rowsThatAnswerEachOtherGoTogether() {
        Author ann = story("ann");
        Article article = articles.list().records().get(0);
        List<Long> ids = new ArrayList<>();
        Long parent = null;
        for (int i = 0; i < 6; i++) {
            Long above = parent;
            parent = remarks.create(
                            d -> d.articleId(article.id()).parentId(above).text("t"))
                    .id();
            ids.add(parent);
        }
        // a circle
        remarks.update(ids.get(0), p -> p.parentId(ids.get(5)));
        assertThat(remarks.delete(ids.get(2))).isTrue();
        assertThat(remarks.count()).isEqualTo(2);
        remarks.restore(q -> q.in(ids));
        assertThat(remarks.count()).isEqualTo(8);
        assertThat(remarks.delete(ids.get(3), o -> o.hard())).isTrue();
        assertThat(remarks.count(q -> q.includeDeleted())).isEqualTo(2);
        assertThat(authors.delete(ann.id(), o -> o.hard())).isTrue();
        assertThat(all()).containsExactly(0L, 0L, 0L, 1L);
    }

    @Test
    void modelsInACircleGoTogether() {
        Team first = teams.create(d -> d.name("first"));
        Team part = teams.create(d -> d.name("part").parentId(first.id()));
        Player lead = players.create(d -> d.name("lead").teamId(first.id()));
        Player other = players.create(d -> d.name("other").teamId(part.id()));
        Team away = teams.create(d -> d.name("away").leaderId(other.id()));
        teams.update(first.id(), p -> p.leaderId(lead.id()));
        players.delete(other.id());
        assertThat(teams.read(away.id()).orElseThrow().leaderId()).isNull();
        assertThat(teams.delete(first.id())).isTrue();
        assertThat(teams.list().records()).extracting(Team::name).containsExactly("away");
        assertThat(players.count(q -> q.includeDeleted())).isZero();
    }

    @Test
    void aReferenceToATombstoneIsRefused() {
        Author ann = story("ann");
        Author bob = story("bob");
        Article of = articles.list(q -> q.filter(Map.of("author_id", bob.id())))
                .records()
                .get(0);
        authors.delete(ann.id());
        assertThatThrownBy(() -> articles.create(d -> d.authorId(ann.id()).slug("x")))
                .isInstanceOfSatisfying(
                        ForeignKeyViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("authorId"))
                .hasMessageContaining("deleted");
        assertThatThrownBy(() -> articles.update(of.id(), p -> p.authorId(ann.id())))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThatThrownBy(() -> articles.modify(of.id(), (row, p) -> p.authorId(ann.id())))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThatThrownBy(() -> articles.bulkUpdate(q -> q.confirmed(), p -> p.authorId(ann.id())))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThatThrownBy(() -> articles.upsert(
                        d -> d.authorId(ann.id()).slug("new"), on -> on.conflictOn(ArticleTable.ARTICLE.SLUG)))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThatThrownBy(() -> articles.upsert(
                        d -> d.authorId(ann.id()).slug("bob"), on -> on.conflictOn(ArticleTable.ARTICLE.SLUG)))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThatThrownBy(() -> contracts.create(d -> d.authorId(ann.id()).terms("t")))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThatThrownBy(() -> articles.bulkUpdate(
                        q -> q.confirmed(),
                        p -> p.setExpression(ArticleTable.ARTICLE.AUTHOR_ID, ArticleTable.ARTICLE.AUTHOR_ID.add(0L))))
                .hasMessageContaining("DF-113");
        for (int count : List.of(2, 80)) {
            List<Article> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(new Article(null, i == count / 2 ? ann.id() : bob.id(), "n" + i, 0));
            }
            assertThatThrownBy(() -> articles.bulkCreate(rows)).isInstanceOf(ForeignKeyViolationException.class);
            assertThatThrownBy(() -> articles.bulkCreate(rows, o -> o.returnIds()))
                    .isInstanceOf(ForeignKeyViolationException.class);
            assertThatThrownBy(() -> articles.bulkUpsert(rows, o -> o.conflictOn(ArticleTable.ARTICLE.SLUG)))
                    .isInstanceOf(ForeignKeyViolationException.class);
            assertThat(articles.count()).isEqualTo(1);
            assertThat(articles.bulkCreate(rows, o -> o.onError(dev.dataflow.node.OnError.CONTINUE)))
                    .satisfies(done -> assertThat(done.inserted()).isEqualTo(count - 1))
                    .satisfies(done -> assertThat(done.failed()).isEqualTo(1));
            List<Article> moved = articles.list(q -> q.limit(1000)).records().stream()
                    .map(row -> new Article(row.id(), ann.id(), row.slug(), 1))
                    .toList();
            assertThatThrownBy(() -> articles.bulkUpdate(moved)).isInstanceOf(ForeignKeyViolationException.class);
            assertThat(articles.count(q -> q.filter(Map.of("views", 1)))).isZero();
            articles.bulkDelete(q -> q.filter(Map.of("slug", Map.of("$like", "n%"))), o -> o.hard());
        }
    }

    @Test
    void whatIsRestoredMustPointToLiveRows() {
        Author ann = story("ann");
        authors.delete(ann.id());
        Article article = articles.list(q -> q.includeDeleted()).records().get(0);
        assertThatThrownBy(() -> articles.restore(article.id())).isInstanceOf(ForeignKeyViolationException.class);
        assertThatThrownBy(() -> articles.restore(q -> q.confirmed())).isInstanceOf(ForeignKeyViolationException.class);
        assertThat(articles.count()).isZero();
        authors.restore(ann.id());
        assertThat(articles.restore(article.id()).slug()).isEqualTo("ann");
        assertThat(remarks.restore(q -> q.confirmed()).updated()).isEqualTo(2);
    }

    @Test
    void aRollbackUndoesCascades() {
        Author ann = story("ann");
        List<Object> before = List.of(
                authors.list().records(),
                articles.list().records(),
                remarks.list().records(),
                bookmarks.list().records());
        assertThatThrownBy(() -> df.transaction(tx -> {
                    AuthorNodes.on(tx).delete(ann.id());
                    assertThat(ArticleNodes.on(tx).count()).isZero();
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        df.transaction(tx -> {
            try {
                tx.transaction(inner -> {
                    AuthorNodes.on(inner).bulkDelete(q -> q.confirmed(), o -> o.hard());
                    throw new IllegalStateException("no");
                });
            } catch (IllegalStateException e) {
                assertThat(AuthorNodes.on(tx).count()).isEqualTo(1);
            }
        });
        assertThat(List.<Object>of(
                        authors.list().records(),
                        articles.list().records(),
                        remarks.list().records(),
                        bookmarks.list().records()))
                .isEqualTo(before);
    }
}
