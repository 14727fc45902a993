package dev.dataflow.processor.derive;

import dev.dataflow.annotations.Collation;
import dev.dataflow.annotations.Column;
import dev.dataflow.model.CollationDescriptor;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.ComponentSource;
import org.jspecify.annotations.Nullable;

/** Works out what a text is compared by. */
final class CollationDeriver {

    private CollationDeriver() {}

    static @Nullable CollationDescriptor collation(ComponentSource component) {
        return component
                .find(Collation.class)
                .map(CollationDeriver::named)
                .or(() -> component
                        .find(Column.class)
                        .flatMap(column -> column.name("collation"))
                        .map(CollationDescriptor::everywhere))
                .orElse(null);
    }

    private static CollationDescriptor named(AnnotationSource collation) {
        return new CollationDescriptor(
                collation.name("postgresql").orElse(null),
                collation.name("mysql").orElse(null),
                collation.name("mariadb").orElse(null),
                collation.name("sqlite").orElse(null));
    }
}
