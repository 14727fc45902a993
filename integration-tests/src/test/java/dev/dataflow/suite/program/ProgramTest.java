package dev.dataflow.suite.program;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.suite.OrdinaryUser;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random programs, checked against a simple model of what they do. {@code -Dprograms=2000} for more, {@code -Dprograms.first=}
 * for those of that seed and the ones after it, {@code -Dprograms.seed=} to repeat one.
 */
@EveryEngine
class ProgramTest {

    private static final int STEPS = 200;

    private final TestDatabase database;

    ProgramTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void programsDoWhatTheWorldSays() {
        boolean secured = database.engine() == Engine.POSTGRESQL;
        run(database.url(), false, secured ? few() - few() / 4 : few());
    }

    @Test
    void programsDoItUnderRowSecurity() {
        assumeTrue(database.engine() == Engine.POSTGRESQL, "row security is PostgreSQL's");
        try (TestDatabase own = TestDatabases.create(Engine.POSTGRESQL)) {
            run(OrdinaryUser.of(own).url(), true, few() / 4);
        }
    }

    private static void run(String url, boolean rowSecurity, int few) {
        Long given = Long.getLong("programs.seed");
        int programs = given == null ? Integer.getInteger("programs", few) : 1;
        Long first = Long.getLong("programs.first");
        Random seeds = new Random();
        try (DataFlow df = DataFlow.builder()
                .url(url)
                .requireRowSecurity(rowSecurity)
                .models(
                        Author.class,
                        Article.class,
                        Remark.class,
                        Bookmark.class,
                        Contract.class,
                        Coupon.class,
                        Redemption.class,
                        Claim.class)
                .build()) {
            for (int i = 0; i < programs; i++) {
                long next = first == null ? seeds.nextLong() : first + i;
                long seed = given == null ? next : given;
                empty(df);
                Program program = new Program(df, seed);
                try {
                    program.run(STEPS);
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError(
                            "program " + i + ", -Dprograms.seed=" + seed + ", at " + program.step(), e);
                }
            }
        }
    }

    /** A hundred in verify, on PostgreSQL a quarter of them under row security; MariaDB, which runs after it, has MySQL's statements but for a few. */
    private int few() {
        return database.engine() == Engine.MARIADB ? 20 : 100;
    }

    private static void empty(DataFlow whole) {
        ProgramRun.TENANTS.forEach(tenant -> emptyTenant(whole.asTenant(tenant)));
    }

    private static void emptyTenant(DataFlow df) {
        ContractNodes.on(df).bulkDelete(BulkQuery::confirmed);
        AuthorNodes.on(df).bulkDelete(BulkQuery::confirmed, options -> options.hard());
        BookmarkNodes.on(df).bulkDelete(BulkQuery::confirmed);
        RedemptionNodes.on(df).bulkDelete(BulkQuery::confirmed);
        ClaimNodes.on(df).bulkDelete(BulkQuery::confirmed, options -> options.hard());
        CouponNodes.on(df).bulkDelete(BulkQuery::confirmed, options -> options.hard());
    }
}
