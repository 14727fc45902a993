package dev.dataflow.processor.problem;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A place in the source: an element, one of its annotations, or a value in it. Valid in the round it was read in.
 *
 * @param element the element
 * @param annotation an annotation on it, or null for the element itself
 * @param value a value in the annotation, or null for the annotation itself
 */
public record Place(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {

    /** The place of an element. */
    public static Place of(Element element) {
        return new Place(element, null, null);
    }

    /** An annotation on this element. */
    public Place at(AnnotationMirror mirror) {
        return new Place(element, mirror, null);
    }

    /** A value in this annotation. */
    public Place at(AnnotationValue inner) {
        return new Place(element, annotation, inner);
    }
}
