package dev.dataflow.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;

/** Types that may be null. */
final class Nullness {

    private static final AnnotationSpec NULLABLE =
            AnnotationSpec.builder(RuntimeTypes.NULLABLE).build();

    private Nullness() {}

    static TypeName nullable(TypeName type) {
        return type.annotated(NULLABLE);
    }
}
