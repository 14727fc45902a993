package dev.dataflow.processor.check;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class ColumnCheckTest {

    @Test
    @Covers(ModelProblem.OPTION)
    void optionsFitTheTypeAndEachOther() {
        Models.inShop("""
                        @Model
                        public record A(
                            Long id,
                            @Column(length = «VAL-016»5) int a,
                            @Column(length = «VAL-016»16384) String b,
                            @Column(length = «VAL-016»-1) String c,
                            @Column(precision = «VAL-016»5, scale = «VAL-016»2) double d,
                            @Column(precision = 5, scale = «VAL-016»6) BigDecimal e,
                            @Column(precision = «VAL-016»39) BigDecimal f,
                            @Column(precision = «VAL-016»5) BigDecimal g,
                            @Column(nullable = Column.Nullability«VAL-016».YES) int h,
                            @Column(length = «VAL-016»3) Size i,
                            @Column(length = 16383) String j,
                            @Column(length = 1) Size1 k,
                            @Column(precision = 38, scale = 38) BigDecimal l,
                            @Column(scale = 0) BigDecimal m,
                            @Column(precision = 5) BigInteger n,
                            @Column(precision = «VAL-016»39) BigInteger o,
                            @Column(scale = «VAL-016»0) BigInteger p) {
                          enum Size { BIG, SMALL }
                          enum Size1 { S, M, L }
                        }
                        """).compileMarked();
    }
}
