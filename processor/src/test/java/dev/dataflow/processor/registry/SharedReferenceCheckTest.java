package dev.dataflow.processor.registry;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class SharedReferenceCheckTest {

    @Test
    @Covers(ModelProblem.SHARED_REFERENCE)
    void whatAllShareDoesNotPointIntoATenant() {
        Models.inShop(
                        "@Model(multiTenant = true) public record A(Long id) {}",
                        "@Model public record B(Long id, @References(A«VAL-090».class) long aId) {}")
                .compileMarked();
    }

    @Test
    void rowsOfTenantsMayPointToTheirsAndToWhatAllShare() {
        Models.inShop(
                        "@Model public record S(Long id) {}",
                        "@Model(multiTenant = true) public record A(Long id, @References(S.class) long sId) {}",
                        "@Model(multiTenant = true) public record B(Long id, @References(A.class) long aId) {}")
                .compileClean();
    }
}
