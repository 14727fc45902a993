package dev.dataflow.benchmarks.trait;

import dev.dataflow.DataFlow;
import dev.dataflow.benchmarks.Article;
import dev.dataflow.benchmarks.ArticleNodes;
import dev.dataflow.benchmarks.CountedArticle;
import dev.dataflow.benchmarks.CountedArticleNodes;
import dev.dataflow.benchmarks.GuardedArticle;
import dev.dataflow.benchmarks.GuardedArticleNodes;
import dev.dataflow.benchmarks.IndexedArticle;
import dev.dataflow.benchmarks.IndexedArticleNodes;
import dev.dataflow.benchmarks.KeptArticle;
import dev.dataflow.benchmarks.KeptArticleNodes;
import dev.dataflow.benchmarks.TenantArticle;
import dev.dataflow.benchmarks.TenantArticleNodes;
import dev.dataflow.testing.Engine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The models that are compared. */
public enum Trait {
    /** None, and no index on the title. */
    NONE(Article.class, "articles", "") {
        @Override
        Calls fill(DataFlow df) {
            ArticleNodes nodes = ArticleNodes.on(df);
            nodes.bulkCreate(ArticleRows.all());
            return new NodeCalls(nodes, (id, stock) -> nodes.update(id, patch -> patch.stock(stock)));
        }
    },
    /** Soft delete. */
    SOFT_DELETE(KeptArticle.class, "kept_articles", "d") {
        @Override
        Calls fill(DataFlow df) {
            KeptArticleNodes nodes = KeptArticleNodes.on(df);
            nodes.bulkCreate(ArticleRows.all().stream()
                    .map(row -> new KeptArticle(
                            null,
                            row.number(),
                            row.title(),
                            row.description(),
                            row.stock(),
                            row.listed(),
                            row.price(),
                            row.changed()))
                    .toList());
            return new NodeCalls(nodes, (id, stock) -> nodes.update(id, patch -> patch.stock(stock)));
        }
    },
    /** Versions; a row is written for the version it has. */
    VERSIONS(CountedArticle.class, "counted_articles", "v") {
        @Override
        Calls fill(DataFlow df) {
            CountedArticleNodes nodes = CountedArticleNodes.on(df);
            nodes.bulkCreate(ArticleRows.all().stream()
                    .map(row -> new CountedArticle(
                            null,
                            row.number(),
                            row.title(),
                            row.description(),
                            row.stock(),
                            row.listed(),
                            row.price(),
                            row.changed(),
                            0))
                    .toList());
            Map<Long, CountedArticle> read = new HashMap<>();
            nodes.list(query -> query.limit(ArticleRows.COUNT)).records().forEach(row -> read.put(row.id(), row));
            return new NodeCalls(
                    nodes,
                    (id, stock) -> read.compute(id, (same, row) -> nodes.update(row, patch -> patch.stock(stock))));
        }
    },
    /** None, and an index on the title. */
    INDEXED(IndexedArticle.class, "indexed_articles", "") {
        @Override
        Calls fill(DataFlow df) {
            IndexedArticleNodes nodes = IndexedArticleNodes.on(df);
            nodes.bulkCreate(ArticleRows.all().stream()
                    .map(row -> new IndexedArticle(
                            null,
                            row.number(),
                            row.title(),
                            row.description(),
                            row.stock(),
                            row.listed(),
                            row.price(),
                            row.changed()))
                    .toList());
            return new NodeCalls(nodes, (id, stock) -> nodes.update(id, patch -> patch.stock(stock)));
        }
    },
    /** Tenants, of which there is one, with that index. */
    TENANTS(TenantArticle.class, "tenant_articles", "t") {
        @Override
        Calls fill(DataFlow df) {
            return tenants(df);
        }
    },
    /** The same, with PostgreSQL's row security. */
    ROW_SECURITY(TenantArticle.class, "tenant_articles", "ts") {
        @Override
        Calls fill(DataFlow df) {
            return tenants(df);
        }
    },
    /** Soft delete, versions and tenants, with that index. */
    ALL(GuardedArticle.class, "guarded_articles", "dvt") {
        @Override
        Calls fill(DataFlow df) {
            GuardedArticleNodes nodes = GuardedArticleNodes.on(df.asTenant(TENANT));
            nodes.bulkCreate(ArticleRows.all().stream()
                    .map(row -> new GuardedArticle(
                            null,
                            row.number(),
                            row.title(),
                            row.description(),
                            row.stock(),
                            row.listed(),
                            row.price(),
                            row.changed(),
                            0))
                    .toList());
            Map<Long, GuardedArticle> read = new HashMap<>();
            nodes.list(query -> query.limit(ArticleRows.COUNT)).records().forEach(row -> read.put(row.id(), row));
            return new NodeCalls(
                    nodes,
                    (id, stock) -> read.compute(id, (same, row) -> nodes.update(row, patch -> patch.stock(stock))));
        }
    };

    /** Whose rows there are. */
    static final String TENANT = "acme";

    private final Class<?> model;
    private final String table;
    private final String traits;

    Trait(Class<?> model, String table, String traits) {
        this.model = model;
        this.table = table;
        this.traits = traits;
    }

    /** Fills the model's table; gives what calls its nodes. */
    abstract Calls fill(DataFlow df);

    private static Calls tenants(DataFlow df) {
        TenantArticleNodes nodes = TenantArticleNodes.on(df.asTenant(TENANT));
        List<TenantArticle> rows = ArticleRows.all().stream()
                .map(row -> new TenantArticle(
                        null,
                        row.number(),
                        row.title(),
                        row.description(),
                        row.stock(),
                        row.listed(),
                        row.price(),
                        row.changed()))
                .toList();
        nodes.bulkCreate(rows);
        return new NodeCalls(nodes, (id, stock) -> nodes.update(id, patch -> patch.stock(stock)));
    }

    /** What it is compared with. */
    Trait plain() {
        return hasTenants() || this == INDEXED ? INDEXED : NONE;
    }

    boolean isOn(Engine engine) {
        return !hasRowSecurity() || engine == Engine.POSTGRESQL;
    }

    Class<?> model() {
        return model;
    }

    String table() {
        return table;
    }

    boolean deletesSoftly() {
        return traits.contains("d");
    }

    boolean isVersioned() {
        return traits.contains("v");
    }

    boolean hasTenants() {
        return traits.contains("t");
    }

    boolean hasRowSecurity() {
        return traits.contains("s");
    }
}
