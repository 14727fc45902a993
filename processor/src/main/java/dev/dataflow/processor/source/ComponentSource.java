package dev.dataflow.processor.source;

import dev.dataflow.processor.model.Access;
import dev.dataflow.processor.problem.Place;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A component of a model.
 *
 * @param name its name
 * @param place where it stands
 * @param type its type
 * @param nullable whether an annotation named {@code Nullable} is on it
 * @param annotations the project's annotations on it, by qualified name
 * @param access how generated code gets at it
 * @param contradictions annotations that say something else than the one in {@code annotations}
 */
public record ComponentSource(
        String name,
        Place place,
        ComponentType type,
        boolean nullable,
        Map<String, AnnotationSource> annotations,
        Access access,
        List<AnnotationSource> contradictions) {

    /** Copies the map and the list. */
    public ComponentSource {
        annotations = Map.copyOf(annotations);
        contradictions = List.copyOf(contradictions);
    }

    /** Whether an annotation is on it. */
    public boolean has(Class<? extends Annotation> annotation) {
        return annotations.containsKey(annotation.getName());
    }

    /** An annotation on it. */
    public Optional<AnnotationSource> find(Class<? extends Annotation> annotation) {
        return Optional.ofNullable(annotations.get(annotation.getName()));
    }

    /** Where an annotation on it stands, or the component itself. */
    public Place place(Class<? extends Annotation> annotation) {
        return find(annotation).map(AnnotationSource::place).orElse(place);
    }

    /** Where a value of an annotation on it stands, or the annotation, or the component itself. */
    public Place place(Class<? extends Annotation> annotation, String member) {
        return find(annotation).map(found -> found.place(member)).orElse(place);
    }
}
