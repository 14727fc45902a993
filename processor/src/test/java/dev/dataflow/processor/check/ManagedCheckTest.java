package dev.dataflow.processor.check;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class ManagedCheckTest {

    @Test
    @Covers({
        ModelProblem.MANAGED_NAME,
        ModelProblem.MANAGED_TYPE,
        ModelProblem.MANAGED_OFF,
        ModelProblem.COMPUTED_NAME,
        ModelProblem.MANAGED_TWICE,
        ModelProblem.OPTION
    })
    void managedColumnsAreDeclaredOnPurpose() {
        Models.inShop(
                        """
                        @Model
                        public record A(Long id, Instant «VAL-004»createdAt, @Column(«VAL-004»"Updated_At") String changed) {}
                        """,
                        "@Model public record B(Long id, «VAL-004»@CreatedAt String made) {}",
                        "@Model(timestamps = false) public record C(Long id, «VAL-004»@UpdatedAt Instant updatedAt) {}",
                        "@Model public record G(Long id, «VAL-004»@Version long version) {}",
                        "@Model(versioned = true) public record H(Long id, long «VAL-004»version) {}",
                        "@Model(versioned = true) public record I(Long id, «VAL-004»@Version int count) {}",
                        "@Model(versioned = true) public record J(Long id, @Version long a, «VAL-004»@Version long b) {}",
                        "@Model(versioned = true) public record K(Long id, «VAL-004»@CreatedAt @Version Instant at) {}",
                        "@Model(versioned = true) public record L(Long id, @Version «VAL-016»@Column(\"v\") long v) {}",
                        "@Model public record M(Long id, @Nullable «VAL-004»@DeletedAt Instant deletedAt) {}",
                        "@Model(softDelete = true) public record N(Long id, @Nullable Instant «VAL-004»deletedAt) {}",
                        "@Model(softDelete = true) public record O(Long id, @Nullable @DeletedAt Instant gone) {}",
                        "@Model(softDelete = true) public record P(Long id, boolean «VAL-004»deletedAtLive) {}",
                        "@Model public record Q(Long id, @Unique(includeDeleted = «VAL-016»true) String name) {}",
                        "@Model(multiTenant = true) public record R(Long id, String «VAL-004»tenantId) {}",
                        "@Model public record S(Long id, «VAL-004»@TenantId String tenantId) {}",
                        "@Model(multiTenant = true) public record T(Long id, «VAL-004»@TenantId java.util.UUID tenant) {}",
                        "@Model(multiTenant = true) public record U(Long id, @TenantId String tenant) {}",
                        "@Model(multiTenant = true) public record V(Long id, @TenantId «VAL-016»@Column(\"t\") String tenant) {}",
                        "@Model public record D(Long id, @CreatedAt Instant a, «VAL-004»@CreatedAt Instant b) {}",
                        "@Model public record E(Long id, «VAL-004»@CreatedAt @UpdatedAt Instant a) {}",
                        """
                        @Model
                        public record F(
                            Long id, @CreatedAt «VAL-016»@Column("made") Instant made, @UpdatedAt Instant changed) {}
                        """)
                .compileMarked();
    }

    @Test
    void aVersionIsSurfacedUnderAnyName() {
        Models.inShop("@Model(versioned = true) public record A(Long id, @Version long changes, int versions) {}")
                .compileClean();
        Models.inShop("@Model(versioned = true) public record A(Long id, @Version Long version) {}")
                .compileClean();
    }

    @Test
    void withoutTimestampsTheNamesAreFree() {
        Models.inShop("@Model(timestamps = false) public record A(Long id, String createdAt, int version) {}")
                .compileClean();
    }
}
