package dev.dataflow.processor.derive;

import dev.dataflow.processor.source.AnnotationSource;
import java.util.List;
import java.util.Optional;

/** Works out what was named otherwise before. */
final class FormerNames {

    private FormerNames() {}

    /** The names of a {@code @RenamedFrom}, in its order. */
    static List<String> of(Optional<AnnotationSource> renamedFrom) {
        return renamedFrom.map(found -> found.texts("value")).orElse(List.of());
    }
}
