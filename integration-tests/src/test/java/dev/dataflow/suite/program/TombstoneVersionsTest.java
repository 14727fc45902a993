package dev.dataflow.suite.program;

import static dev.dataflow.suite.program.CouponTable.COUPON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.node.ReadOptions;
import dev.dataflow.node.WithMeta;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions of rows that are deleted softly. */
@EveryEngine
class TombstoneVersionsTest {

    private final DataFlow df;
    private final CouponNodes coupons;

    TombstoneVersionsTest(TestDatabase database) {
        df = DataFlow.builder()
                .url(database.url())
                .models(Author.class, Coupon.class)
                .build();
        coupons = CouponNodes.on(df.asTenant("acme"));
    }

    @BeforeEach
    void create() {
        coupons.bulkDelete(BulkQuery::confirmed, options -> options.hard());
        coupons.create(d -> d.code("a").serial("s").amount(1));
    }

    @AfterEach
    void close() {
        df.close();
    }

    private WithMeta<Coupon> stored() {
        return coupons.readWithMeta("a", ReadOptions::includeDeleted).orElseThrow();
    }

    private static void isStale(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VERSION_CONFLICT));
    }

    @Test
    void aTombstoneIsReadWithItsVersionAndItsMark() {
        assertThat(stored().deletedAt()).isNull();
        coupons.delete("a", o -> o.expectedVersion(1));
        assertThat(stored().version()).isEqualTo(2);
        assertThat(stored().deletedAt()).isEqualTo(stored().updatedAt());
        assertThat(coupons.readWithMeta("a")).isEmpty();
    }

    @Test
    void anUpsertRevivesATombstoneOfItsVersion() {
        coupons.delete("a", o -> o.expectedVersion(1));
        isStale(() -> coupons.upsert(
                d -> d.code("a").amount(2), o -> o.conflictOn(COUPON.CODE).expectedVersion(1)));
        assertThat(stored().deletedAt()).isNotNull();
        assertThat(coupons.upsert(
                                d -> d.code("a").amount(2),
                                o -> o.conflictOn(COUPON.CODE).expectedVersion(2))
                        .record())
                .extracting(Coupon::amount, Coupon::version)
                .containsExactly(2, 3L);
    }
}
