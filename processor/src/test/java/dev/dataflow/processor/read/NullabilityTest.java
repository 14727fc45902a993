package dev.dataflow.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.metadata.Column;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class NullabilityTest {

    @Test
    void anyAnnotationNamedNullableCountsWhereverItStands() {
        var columns = Models.of("""
                        package shop;
                        import dev.dataflow.annotations.*;
                        import org.jspecify.annotations.Nullable;
                        @Model(timestamps = false)
                        public record A(
                            @Nullable Long id,
                            String plain,
                            @Nullable String typeUse,
                            @other.Nullable String declared,
                            String onAccessor,
                            String onParameter,
                            @Nullable byte[] onElement,
                            byte @Nullable [] onArray,
                            java.util.@Nullable UUID qualified,
                            @Column(nullable = Column.Nullability.YES) String yes,
                            @Nullable @Column(nullable = Column.Nullability.NO) String no) {
                          public A(Long id, String plain, String typeUse, String declared, String onAccessor,
                              @Nullable String onParameter, byte[] onElement, byte[] onArray, java.util.UUID qualified,
                              String yes, String no) {
                            this.id = id; this.plain = plain; this.typeUse = typeUse; this.declared = declared;
                            this.onAccessor = onAccessor; this.onParameter = onParameter; this.onElement = onElement;
                            this.onArray = onArray; this.qualified = qualified; this.yes = yes; this.no = no;
                          }
                          public @Nullable String onAccessor() { return onAccessor; }
                        }
                        """, "package other; public @interface Nullable {}")
                .compileClean()
                .load()
                .metadata("shop.A")
                .columns();
        assertThat(columns.stream().filter(Column::nullable).map(Column::name))
                .containsExactly(
                        "typeUse", "declared", "onAccessor", "onParameter", "onElement", "onArray", "qualified", "yes");
    }
}
