package dev.dataflow.suite.soft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.StatementEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** The models of this package on each database, with empty tables before each test. */
@EveryEngine
abstract class SoftSuite {

    static DataFlow df;
    static final List<StatementEvent> STATEMENTS = new CopyOnWriteArrayList<>();

    final TestDatabase database;
    final AuthorNodes authors = AuthorNodes.on(df);
    final ArticleNodes articles = ArticleNodes.on(df);
    final RemarkNodes remarks = RemarkNodes.on(df);
    final BookmarkNodes bookmarks = BookmarkNodes.on(df);
    final ContractNodes contracts = ContractNodes.on(df);
    final VoucherNodes vouchers = VoucherNodes.on(df);
    final TeamNodes teams = TeamNodes.on(df);
    final PlayerNodes players = PlayerNodes.on(df);

    SoftSuite(TestDatabase database) {
        this.database = database;
    }

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        df = DataFlow.builder()
                .url(database.url())
                .models(
                        Author.class,
                        Article.class,
                        Remark.class,
                        Bookmark.class,
                        Contract.class,
                        Voucher.class,
                        Team.class,
                        Player.class,
                        Deed.class,
                        Clause.class)
                .statementListener(STATEMENTS::add)
                .build();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        df.close();
    }

    @BeforeEach
    void empty() {
        contracts.bulkDelete(BulkQuery::confirmed);
        authors.bulkDelete(BulkQuery::confirmed, options -> options.hard());
        bookmarks.bulkDelete(BulkQuery::confirmed);
        vouchers.bulkDelete(BulkQuery::confirmed, options -> options.hard());
        teams.bulkDelete(BulkQuery::confirmed);
        players.bulkDelete(BulkQuery::confirmed, options -> options.hard());
        STATEMENTS.clear();
    }

    @AfterEach
    void noConnectionIsLeaked() {
        assertThat(df.activeConnections()).as("connections in use").isZero();
    }

    /** An author with an article, which has a remark with an answer, and a bookmark. */
    Author story(String name) {
        Author author = authors.create(new Author(name + "@x.com", name));
        Article article = articles.create(d -> d.authorId(author.id()).slug(name));
        Remark remark = remarks.create(d -> d.articleId(article.id()).text("first"));
        remarks.create(d -> d.articleId(article.id()).parentId(remark.id()).text("answer"));
        bookmarks.create(d -> d.articleId(article.id()).label(name));
        return author;
    }
}
